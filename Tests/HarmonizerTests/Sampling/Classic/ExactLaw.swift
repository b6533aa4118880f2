import Foundation

@testable import Harmonizer

/// How probable each outcome is when some cells of a piece are drawn again and again, worked out by adding up all ways to get there.
struct ExactLaw {
    /// A choice of cells that are drawn together.
    struct Move {
        let cells: [Int]
        let probability: Double
        /// Whether the cells are hidden from the network while they are drawn.
        let isHidden: Bool
    }

    let task: CompositionTask
    let cells: [Int]
    private let model: Model
    private let states: [[Token]]
    private var probabilities: [Double]

    /// Every cell has any of its tokens, all alike.
    init(_ task: CompositionTask, _ model: Model) {
        (self.task, self.model) = (task, model)
        cells = task.isFree.indices.filter { task.isFree[$0] }
        let choices = cells.map { cell in
            (1..<UInt8(model.network.vocabulary.count)).map { Token(rawValue: $0) }.filter { token in
                guard let pitch = model.network.vocabulary.pitch(token) else { return token == .hold || token == .rest }
                return task.ranges[cell % 4].contains(pitch)
            }
        }
        states = choices.reduce([[]]) { begun, choice in begun.flatMap { state in choice.map { state + [$0] } } }
        probabilities = [Double](repeating: 1 / Double(states.count), count: states.count)
    }

    /// Draws once.
    mutating func step(_ moves: [Move], temperature: Double) {
        var next = probabilities.map { _ in 0.0 }
        for move in moves {
            for (from, state) in states.enumerated() where probabilities[from] > 0 {
                let tables = conditionals(move, in: state, temperature)
                for (to, other) in states.enumerated() {
                    var probability = probabilities[from] * move.probability
                    for (place, cell) in cells.enumerated() {
                        if let table = tables[cell] {
                            probability *= table[other[place]] ?? 0
                        } else if other[place] != state[place] {
                            probability = 0
                        }
                    }
                    next[to] += probability
                }
            }
        }
        probabilities = next
    }

    /// What each drawn cell may become.
    private func conditionals(_ move: Move, in state: [Token], _ temperature: Double) -> [Int: [Token: Double]] {
        var tokens = task.grid.tokens
        for (cell, token) in zip(cells, state) { tokens[cell] = token }
        if move.isHidden { for cell in move.cells { tokens[cell] = .hidden } }
        tokens =
            [Token](repeating: .outside, count: 4 * NetworkInput.front) + tokens
            + [Token](repeating: .outside, count: 4 * NetworkInput.back)
        let rows = tokens.count / 4
        let contexts =
            [UInt8](repeating: 0, count: 6 * NetworkInput.front) + task.grid.contextIds
            + [UInt8](repeating: 0, count: 6 * NetworkInput.back)
        let answers = model.network.logProbabilities(
            NetworkInput(
                ticks: rows, batch: 1, forward: tokens, backward: tokens,
                visible: [UInt16](repeating: NetworkInput.allVisible, count: rows), contexts: contexts),
            parameters: model.parameters)
        var tables: [Int: [Token: Double]] = [:]
        for cell in move.cells {
            let start = (4 * NetworkInput.front + cell) * model.network.vocabulary.count
            let place = cells.firstIndex(of: cell) ?? 0
            var table = Dictionary(
                states.map { state in
                    (state[place], exp(Double(answers[start + Int(state[place].rawValue)]) / temperature))
                }, uniquingKeysWith: { first, _ in first })
            let sum = table.values.reduce(0, +)
            for token in table.keys { table[token]? /= sum }
            tables[cell] = table
        }
        return tables
    }

    /// The probability of each grid that may come out.
    var outcomes: [[Token]: Double] {
        zip(states, probabilities).reduce(into: [:]) { outcomes, state in
            var grid = task.grid
            for (cell, token) in zip(cells, state.0) { grid.tokens[cell] = token }
            outcomes[grid.canonical.tokens, default: 0] += state.1
        }
    }

    /// By how much counts are further from the law than chance has it: Pearson's sum over outcomes that are expected five times and more, the
    /// others taken together, less its mean, in its standard deviations.
    func excess(of counts: [[Token]: Int]) -> Double {
        let all = Double(counts.values.reduce(0, +))
        let outcomes = outcomes
        var (sum, degrees, rareExpected, rareCounted) = (0.0, -1.0, 0.0, 0.0)
        for (tokens, probability) in outcomes {
            let (expected, counted) = (all * probability, Double(counts[tokens] ?? 0))
            if expected < 5 {
                rareExpected += expected
                rareCounted += counted
            } else {
                sum += (counted - expected) * (counted - expected) / expected
                degrees += 1
            }
        }
        if rareExpected > 0 {
            sum += (rareCounted - rareExpected) * (rareCounted - rareExpected) / rareExpected
            degrees += 1
        }
        guard counts.keys.allSatisfy({ outcomes[$0] != nil }) else { return .infinity }
        return (sum - degrees) / (2 * degrees).squareRoot()
    }
}
