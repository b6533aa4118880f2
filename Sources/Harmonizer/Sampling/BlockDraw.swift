internal import Foundation

/// A block composed anew, several settings of it side by side (sequential Monte Carlo).
///
/// From left to right, tick by tick and voice by voice, each setting draws tokens; before every beat those go on that can go on well. Where there
/// is a setting already it is one of them, so that what comes out is a step of a Markov chain that leaves the target distribution as it is
/// (Andrieu, Doucet and Holenstein, “Particle Markov chain Monte Carlo methods”, 2010).
struct BlockDraw {
    /// A setting of the block.
    struct Setting {
        /// Four tokens a tick.
        var tokens: [Token]
        /// What was charged for it, in nats.
        var charge: Float
        /// The network's opinion of what was drawn, in nats.
        var likelihood: Float
        /// The logarithm of its weight among the settings that came out together.
        var weight: Double
    }

    /// What becomes of a cell.
    enum Cell {
        /// It is there, and says nothing about settings.
        case given
        /// It is composed.
        case free
        /// It is there, and settings go on the better the more it follows from them: so with what comes after a block.
        case weighed
    }

    /// What the cells of the block hold now, four a tick.
    let present: [Token]
    let cells: [Cell]
    /// Whether the present setting is one of those that are composed.
    let keepsPresent: Bool
    let settings: SamplingSettings
    private var walk: Walk
    private var particles: Particles
    private var tokens: [[Token]]
    private var answers: [Float]
    private let vocabulary: Vocabulary

    /// - Parameter particles: What sounds before the block, in one setting.
    init(
        _ block: Block, present: [Token], cells: [Cell], keepsPresent: Bool, after particles: Particles,
        _ settings: SamplingSettings
    ) {
        precondition(present.count == 4 * block.ticks.count && cells.count == present.count)
        (self.present, self.cells, self.keepsPresent, self.settings) = (present, cells, keepsPresent, settings)
        vocabulary = block.network.network.vocabulary
        walk = Walk(block, count: settings.particles)
        self.particles = Particles(count: settings.particles, after: particles)
        tokens = [[Token]](repeating: [], count: settings.particles)
        answers = [Float](repeating: 0, count: settings.particles * vocabulary.count)
    }

    /// Composes all ticks.
    ///
    /// - Parameter first: The tick of the piece at which the block begins.
    mutating func run(_ weighing: inout Weighing, at first: Int, _ generator: inout SplitMix64) -> [Setting] {
        for tick in 0..<(cells.count / 4) {
            compose(tick, &weighing, at: first + tick, &generator)
            walk.advance()
            particles.advance(isBeat: weighing.isBeat(first + tick))
            if 4 * (tick + 1) < cells.count, weighing.isBeat(first + tick + 1) { select(&generator) }
        }
        return tokens.indices.map { index in
            Setting(
                tokens: tokens[index], charge: particles.charges[index], likelihood: particles.likelihoods[index],
                weight: particles.weights[index])
        }
    }

    private mutating func compose(
        _ tick: Int, _ weighing: inout Weighing, at time: Int, _ generator: inout SplitMix64
    ) {
        var known = [false, false, false, false]
        for setting in tokens.indices { tokens[setting] += present[(4 * tick)..<(4 * tick + 4)] }
        var order: [Int] = []
        for voice in 0..<4 {
            guard cells[4 * tick + voice] == .given else {
                order.append(voice)
                continue
            }
            known[voice] = true
            for setting in tokens.indices { show(present[4 * tick + voice], voice, in: setting) }
        }
        order.shuffle(using: &generator)
        for voice in order {
            walk.ask(voice, into: &answers)
            let cell = 4 * tick + voice
            for setting in tokens.indices {
                let isGiven = cells[cell] == .weighed || keepsPresent && setting == 0
                let start = setting * vocabulary.count
                let outcome = weighing.draw(
                    answers[start..<(start + vocabulary.count)], tick: time, voice: voice, setting: setting, particles,
                    known: known, given: isGiven ? present[cell] : nil, &generator)
                let gain =
                    cells[cell] == .weighed
                    ? outcome.weight : outcome.sum + settings.typicality * outcome.typicality
                particles.weights[setting] += Double(gain)
                particles.charges[setting] += outcome.charge
                particles.likelihoods[setting] += outcome.likelihood
                tokens[setting][cell] = outcome.token
                show(outcome.token, voice, in: setting)
            }
            known[voice] = true
        }
    }

    private mutating func show(_ token: Token, _ voice: Int, in setting: Int) {
        walk.show(token, voice: voice, in: setting)
        particles.decide(token, vocabulary.pitch(token), voice: voice, in: setting)
    }

    /// Lets the better settings go on where their weights are too unequal; the present setting always does.
    private mutating func select(_ generator: inout SplitMix64) {
        let most = particles.weights.max() ?? 0
        let weights = particles.weights.map { exp($0 - most) }
        let sum = weights.reduce(0, +)
        let effective = sum * sum / weights.reduce(0) { $0 + $1 * $1 }
        guard effective < Self.enough * Double(weights.count) else { return }
        let chosen =
            keepsPresent
            ? [0] + Selection.independent(weights, count: weights.count - 1, &generator)
            : Selection.systematic(weights, count: weights.count, &generator)
        walk.choose(chosen)
        particles.choose(chosen)
        tokens = chosen.map { tokens[$0] }
    }

    /// The share of settings that have to count for anything.
    private static let enough = 0.6
}

/// Choices among weights.
enum Selection {
    /// Numbers chosen with one random number, so that each is chosen as often as its weight says, but for less than one.
    static func systematic(_ weights: [Double], count: Int, _ generator: inout SplitMix64) -> [Int] {
        let step = weights.reduce(0, +) / Double(count)
        var (place, sum, index) = (generator.unit() * step, weights[0], 0)
        return (0..<count).map { _ in
            while place >= sum, index + 1 < weights.count {
                index += 1
                sum += weights[index]
            }
            place += step
            return index
        }
    }

    /// Numbers chosen one by one, as a chain that keeps one of its settings needs it.
    static func independent(_ weights: [Double], count: Int, _ generator: inout SplitMix64) -> [Int] {
        let sum = weights.reduce(0, +)
        return (0..<count).map { _ in
            var place = generator.unit() * sum
            return weights.firstIndex { weight in
                place -= weight
                return place < 0
            } ?? weights.count - 1
        }
    }
}
