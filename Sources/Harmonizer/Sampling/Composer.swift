internal import Counterpoint
internal import Foundation
internal import ScoreModel

/// A trained network made ready to compose: tables are multiplied once, and shared by all that compose with it.
public struct Sampler: Sendable {
    let network: SteppedNetwork
    let copies: CopiedRuns?
    let idiom: Idiom
    let stops: StopHabits?

    /// Makes a model ready. From now on BLAS computes in the thread that calls it: candidates are made side by side.
    public init(_ model: Model) {
        MatrixProducts.useCallingThread()
        (network, copies) = (SteppedNetwork(model), model.copies)
        (idiom, stops) = (model.idiom, model.stops)
    }
}

extension Sampler {
    /// How probable the network holds the free cells of a task as a grid has them, from left to right, in nats.
    func likelihood(of grid: Grid, _ task: CompositionTask) -> Double {
        var settings = SamplingSettings()
        settings.particles = 1
        settings.prices = Prices([:])
        let known = CompositionTask(grid, isFree: task.isFree, key: task.key, ranges: task.ranges)
        var composer = Composer(self, known, settings, seed: 0)
        return Double(composer.likelihood())
    }
}

/// Composes the free cells of a task, and composes parts of what came out anew.
public struct Composer {
    /// What came out.
    public struct Draft: Hashable, Sendable {
        /// The grid, all cells of which are known.
        public var grid: Grid
        /// What rules charge for it, in nats.
        public var charge: Float
        /// How probable the network holds what was composed, in nats.
        public var likelihood: Float
    }

    private let task: CompositionTask
    private let settings: SamplingSettings
    private var surroundings: Surroundings
    private var weighing: Weighing
    private var generator: SplitMix64

    /// - Parameter seed: What random choices follow from.
    public init(_ sampler: Sampler, _ task: CompositionTask, _ settings: SamplingSettings, seed: UInt64) {
        (self.task, self.settings) = (task, settings)
        weighing = Weighing(task, settings, sampler.idiom, sampler.network.network.vocabulary)
        generator = SplitMix64(seed: SplitMix64.mix(seed))
        surroundings = Surroundings(
            sampler.network, tokens: NetworkInput.framed(task.grid.tokens),
            contexts: NetworkInput.framed(task.grid.contextIds))
    }

    /// The piece as it is now.
    public var grid: Grid {
        let tokens = surroundings.tokens[(4 * NetworkInput.front)...].dropLast(4 * NetworkInput.back)
        return task.grid.with(Array(tokens))
    }

    /// Composes all free cells at once.
    ///
    /// - Returns: The different settings that came out, the best first: those that are charged little and that the network holds for probable.
    ///   The first becomes the piece.
    public mutating func compose() -> [Draft] {
        guard let first = task.isFree.firstIndex(of: true), let last = task.isFree.lastIndex(of: true) else {
            return [Draft(grid: task.grid, charge: 0, likelihood: 0)]
        }
        let ticks = (first / 4)..<(last / 4 + 1)
        let cells = (4 * ticks.lowerBound)..<(4 * ticks.upperBound)
        var seen: Set<[Token]> = []
        var drafts: [Draft] = []
        for setting in draw(ticks, isFree: Array(task.isFree[cells]), keepsPresent: false)
        where seen.insert(setting.tokens).inserted {
            var grid = task.grid
            grid.tokens.replaceSubrange(cells, with: setting.tokens)
            drafts.append(Draft(grid: grid, charge: setting.charge, likelihood: setting.likelihood))
        }
        drafts.sort { $0.cost < $1.cost }
        take(drafts[0].grid)
        return drafts
    }

    /// How probable the network holds the free cells as they are, from left to right, in nats.
    mutating func likelihood() -> Float {
        draw(0..<task.grid.ticks.count, isFree: task.isFree, keepsPresent: true)[0].likelihood
    }

    /// Composes some cells anew, with the piece as it is for one of the settings, and takes one of them by its weight: a step of Gibbs sampling.
    ///
    /// - Parameter cells: Which ones, four a tick of the piece; only free ones are, each to the end of the note that it belongs to.
    /// - Returns: By how many nats the network holds the piece for more probable than before.
    @discardableResult
    public mutating func redraw(_ cells: [Bool]) -> Float {
        guard let (settings, ticks) = settings(redrawing: cells) else { return 0 }
        let most = settings.map(\.weight).max() ?? 0
        let chosen = Selection.independent(settings.map { exp($0.weight - most) }, count: 1, &generator)[0]
        take(settings[chosen].tokens, at: ticks.lowerBound)
        return settings[chosen].likelihood - settings[0].likelihood
    }

    /// Composes the whole piece anew, one block of two measures or so after the other, from left to right.
    ///
    /// - Returns: By how many nats the network holds the piece for more probable than before.
    public mutating func sweep() -> Float {
        var gain: Float = 0
        let times = task.grid.times
        var start = -Int(generator.next() % UInt64(Self.span))
        while Fraction(start) < times[times.count] {
            let ticks = times.ticks(from: Fraction(start), to: Fraction(start + Self.span))
            if !ticks.isEmpty { gain += redraw(task.isFree.indices.map { ticks.contains($0 / 4) }) }
            start += Self.span
        }
        return gain
    }

    /// The quarter notes of a block that a sweep composes anew.
    private static let span = 8

    /// Composes some cells anew and leaves the piece as it is.
    ///
    /// - Returns: The different settings that came out, the best first, with charge and likelihood as they differ from those of the present one, which
    ///   is not among them.
    public mutating func redraft(_ cells: [Bool]) -> [Draft] {
        guard let (settings, ticks) = settings(redrawing: cells) else { return [] }
        let present = settings[0]
        var seen: Set<[Token]> = [present.tokens]
        var drafts: [Draft] = []
        for setting in settings where seen.insert(setting.tokens).inserted {
            var grid = grid
            grid.tokens.replaceSubrange((4 * ticks.lowerBound)..<(4 * ticks.upperBound), with: setting.tokens)
            drafts.append(
                Draft(
                    grid: grid, charge: setting.charge - present.charge,
                    likelihood: setting.likelihood - present.likelihood))
        }
        return drafts.sorted { $0.cost < $1.cost }
    }

    /// Makes a setting the piece. What is read of it again is what has changed.
    public mutating func take(_ grid: Grid) {
        let (old, new) = (self.grid.tokens, grid.tokens)
        guard let first = old.indices.first(where: { old[$0] != new[$0] }),
            let last = old.indices.last(where: { old[$0] != new[$0] })
        else { return }
        take(Array(new[(first / 4 * 4)..<(last / 4 * 4 + 4)]), at: first / 4)
    }

    private mutating func settings(redrawing cells: [Bool]) -> (settings: [BlockDraw.Setting], ticks: Range<Int>)? {
        let tokens = grid.tokens
        var hidden = zip(cells, task.isFree).map { $0 && $1 }
        for cell in hidden.indices.dropFirst(4) where hidden[cell - 4] && tokens[cell] == .hold && task.isFree[cell] {
            hidden[cell] = true
        }
        guard let first = hidden.firstIndex(of: true), let last = hidden.lastIndex(of: true) else { return nil }
        let ticks = (first / 4)..<(last / 4 + 1)
        let isFree = Array(hidden[(4 * ticks.lowerBound)..<(4 * ticks.upperBound)])
        return (draw(ticks, isFree: isFree, keepsPresent: true), ticks)
    }

    private mutating func take(_ tokens: [Token], at tick: Int) {
        let start = NetworkInput.front + tick
        surroundings.change(start..<(start + tokens.count / 4), to: tokens)
    }

    /// How many quarter notes after a block settings are weighed by what comes there.
    private static let seam = 2

    private mutating func draw(_ ticks: Range<Int>, isFree: [Bool], keepsPresent: Bool) -> [BlockDraw.Setting] {
        let end = task.grid.times.nearest(task.grid.times[ticks.upperBound] + Fraction(Self.seam))
        let seam = end - ticks.upperBound
        let block = surroundings.block(
            (NetworkInput.front + ticks.lowerBound)..<(NetworkInput.front + end),
            hidden: isFree + [Bool](repeating: false, count: 4 * seam))
        let tokens = grid.tokens
        var particles = Particles()
        for tick in 0..<ticks.lowerBound {
            for voice in 0..<4 {
                let token = tokens[4 * tick + voice]
                particles.decide(token, weighing.pitch(token), voice: voice, in: 0)
            }
            particles.advance(isBeat: weighing.isBeat(tick))
        }
        var cells = isFree.map { $0 ? BlockDraw.Cell.free : .given }
        cells += [BlockDraw.Cell](repeating: .weighed, count: 4 * seam)
        var blockDraw = BlockDraw(
            block, present: Array(tokens[(4 * ticks.lowerBound)..<(4 * end)]), cells: cells, keepsPresent: keepsPresent,
            after: particles, settings)
        let drawn = blockDraw.run(&weighing, at: ticks.lowerBound, &generator)
        return drawn.map { setting in
            var setting = setting
            setting.tokens.removeLast(4 * seam)
            return setting
        }
    }
}

extension Composer.Draft {
    /// What the final choice among settings goes by: rules first, then the network's opinion.
    var cost: Float { charge - Float(Candidate.opinion) * likelihood }
}
