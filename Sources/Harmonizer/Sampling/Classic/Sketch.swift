internal import Foundation

/// A piece whose free cells are drawn where they stand, again and again, from what a network says of each with the others as they are.
///
/// What is forbidden is only what the task forbids; no rule of counterpoint is charged.
struct Sketch {
    private let task: CompositionTask
    private let model: Model
    private let contexts: [UInt8]
    /// Four tokens a tick of the piece.
    private var tokens: [Token]
    /// What the network said last, a number for each token of each cell, silence around the piece included.
    private var answers: [Float] = []
    private var workspace = Workspace<Float>()
    private var weights: [Float]

    private var vocabulary: Vocabulary { model.network.vocabulary }

    /// A piece as its task has it: free cells have anything.
    init(_ task: CompositionTask, _ model: Model) {
        MatrixProducts.useCallingThread()
        (self.task, self.model, tokens) = (task, model, task.grid.tokens)
        contexts = NetworkInput.framed(task.grid.contextIds)
        weights = [Float](repeating: 0, count: model.network.vocabulary.count)
    }

    /// The piece. A hold that has no note to hold has become a rest.
    var grid: Grid { task.grid.with(tokens).canonical }

    /// Whether a cell has a token that it may have.
    func isAllowed(_ cell: Int) -> Bool { task.allows(tokens[cell], at: cell, vocabulary) }

    /// Gives a cell any token that it may have, all alike.
    mutating func scatter(_ cell: Int, _ generator: inout SplitMix64) {
        let choice = (0..<vocabulary.count).map { Token(rawValue: UInt8($0)) }
            .filter { task.allows($0, at: cell, vocabulary) }
        tokens[cell] = choice.randomElement(using: &generator) ?? .rest
    }

    /// Asks the network about all cells, each with all others as they are, but for those that are hidden from it.
    mutating func ask(hiding hidden: [Int] = []) {
        var known = tokens
        for cell in hidden { known[cell] = .hidden }
        known = NetworkInput.framed(known)
        let rows = known.count / 4
        let input = NetworkInput(
            ticks: rows, batch: 1, forward: known, backward: known,
            visible: [UInt16](repeating: NetworkInput.allVisible, count: rows), contexts: contexts)
        answers = model.network.answers(input, parameters: model.parameters, workspace: &workspace)
    }

    /// Draws a cell from what the network said last.
    mutating func draw(_ cell: Int, temperature: Float, _ generator: inout SplitMix64) {
        let start = (4 * NetworkInput.front + cell) * vocabulary.count
        for index in weights.indices {
            let isAllowed = task.allows(Token(rawValue: UInt8(index)), at: cell, vocabulary)
            weights[index] = isAllowed ? answers[start + index] / temperature : -.infinity
        }
        let present = task.grid.tokens[cell]
        if present != .hidden { weights[Int(present.rawValue)] += task.faithfulness }
        let most = weights.max() ?? 0
        for index in weights.indices { weights[index] = exp(weights[index] - most) }
        var rest = Float(generator.unit()) * weights.reduce(0, +)
        // Rounding may leave a little when all have been passed; the last one that may be is drawn then.
        var drawn = Token.rest
        for index in weights.indices where weights[index] > 0 {
            drawn = Token(rawValue: UInt8(index))
            rest -= weights[index]
            if rest < 0 { break }
        }
        tokens[cell] = drawn
    }
}

extension CompositionTask {
    /// Whether a free cell may have a token: it may hold, rest, or begin a pitch of its voice's range and of its pitch classes.
    fileprivate func allows(_ token: Token, at cell: Int, _ vocabulary: Vocabulary) -> Bool {
        guard let pitch = vocabulary.pitch(token) else { return token == .hold || token == .rest }
        let classes = pitchClasses?[cell] ?? 0xFFF
        return ranges[cell % NetworkShape.voices].contains(pitch) && classes & 1 << UInt16(pitch % 12) != 0
    }

    /// The free cells of each voice.
    var freeCells: [[Int]] {
        (0..<NetworkShape.voices).map { voice in
            isFree.indices.filter { isFree[$0] && $0 % NetworkShape.voices == voice }
        }
    }
}
