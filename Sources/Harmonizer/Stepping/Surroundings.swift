/// What both stacks know around each tick of a piece, worked out as far as it is asked for and kept while the piece stays the same there.
struct Surroundings {
    /// The piece.
    private(set) var tokens: [Token]
    let contexts: [UInt8]
    var ticks: Int { contexts.count / 6 }

    private let network: SteppedNetwork
    private var numbers: [Float]
    /// For each tick, what the forward stack knows before it; one more for the end.
    private let past: [StackState]
    /// For each tick, what the backward stack knows from it on; one more for the end.
    private let future: [StackState]
    /// What the backward stack knows where cells are hidden, by turns.
    private let masked: [StackState]
    private let room: Room
    /// The last index of `past` that holds for the piece as it is.
    private var lastPast = 0
    /// The first index of `future` that does.
    private var firstFuture: Int

    /// Where a step computes.
    private struct Room {
        let gates: MatrixPlace
        let tangents: MatrixPlace
    }

    init(_ network: SteppedNetwork, tokens: [Token], contexts: [UInt8]) {
        precondition(tokens.count * 6 == contexts.count * 4)
        (self.network, self.tokens, self.contexts) = (network, tokens, contexts)
        let ticks = contexts.count / 6
        let shape = network.shape
        var count = 0
        past = (0...ticks).map { _ in StackState(shape, rows: 1, after: &count) }
        future = (0...ticks).map { _ in StackState(shape, rows: 1, after: &count) }
        masked = (0..<2).map { _ in StackState(shape, rows: 1, after: &count) }
        let gates = MatrixPlace(offset: count, rows: 1, columns: 4 * shape.hidden)
        room = Room(
            gates: gates, tangents: MatrixPlace(offset: gates.range.upperBound, rows: 1, columns: shape.hidden))
        numbers = [Float](repeating: 0, count: room.tangents.range.upperBound)
        firstFuture = ticks
    }

    /// Puts other tokens into some ticks.
    mutating func change(_ range: Range<Int>, to tokens: [Token]) {
        self.tokens.replaceSubrange((4 * range.lowerBound)..<(4 * range.upperBound), with: tokens)
        lastPast = min(lastPast, range.lowerBound)
        firstFuture = max(firstFuture, range.upperBound)
    }

    /// What there is around a block of ticks, some of whose cells are hidden from the backward stack.
    ///
    /// - Parameter hidden: Four for each tick of the block.
    mutating func block(_ range: Range<Int>, hidden: [Bool]) -> Block {
        precondition(hidden.count == 4 * range.count)
        var backward = tokens
        for (cell, isHidden) in hidden.enumerated() where isHidden { backward[4 * range.lowerBound + cell] = .hidden }
        let known = Features(tokens, backward: tokens, contexts, reach: network.shape.reach)
        read(until: range.lowerBound, known)
        readBack(until: range.upperBound, known)
        let features = Features(tokens, backward: backward, contexts, reach: network.shape.reach)
        let width = network.shape.hidden
        var futures = [Float](repeating: 0, count: range.count * width)
        // The last tick's future is as it is; what is hidden comes before it.
        var state = future[range.upperBound]
        for tick in range.reversed() {
            let start = (tick - range.lowerBound) * width
            futures.replaceSubrange(start..<(start + width), with: numbers[state.states[state.states.count - 1].range])
            Self.step(
                network, isBackward: true, tick, features, from: state, to: masked[tick % 2], room, in: &numbers)
            state = masked[tick % 2]
        }
        return Block(
            network, ticks: range, past: Array(numbers[past[range.lowerBound].range]), futures: futures,
            features: features)
    }

    private mutating func read(until tick: Int, _ features: Features) {
        while lastPast < tick {
            Self.step(
                network, isBackward: false, lastPast, features, from: past[lastPast], to: past[lastPast + 1], room,
                in: &numbers)
            lastPast += 1
        }
    }

    private mutating func readBack(until tick: Int, _ features: Features) {
        while firstFuture > tick {
            Self.step(
                network, isBackward: true, firstFuture - 1, features, from: future[firstFuture],
                to: future[firstFuture - 1], room, in: &numbers)
            firstFuture -= 1
        }
    }

    /// One tick, which writes into numbers that nobody else refers to.
    private static func step(
        _ network: SteppedNetwork, isBackward: Bool, _ tick: Int, _ features: Features, from: StackState,
        to: StackState, _ room: Room, in numbers: inout [Float]
    ) {
        numbers.withUnsafeMutableBufferPointer { numbers in
            network.parameters.withUnsafeBufferPointer { parameters in
                features.withIds { ids in
                    guard let buffer = numbers.baseAddress, let parameters = parameters.baseAddress else { return }
                    network.step(
                        isBackward: isBackward, ids: ids + tick, stride: features.rows,
                        parameters: UnsafeMutablePointer(mutating: parameters), gates: room.gates.matrix(in: buffer),
                        tangents: room.tangents.matrix(in: buffer), past: from, now: to, in: buffer)
                }
            }
        }
    }
}

extension Features {
    /// Those of one piece, of which heads see nothing in their own tick.
    fileprivate init(_ tokens: [Token], backward: [Token], _ contexts: [UInt8], reach: Int) {
        let ticks = contexts.count / 6
        self.init(
            NetworkInput(
                ticks: ticks, batch: 1, forward: tokens, backward: backward,
                visible: [UInt16](repeating: 0, count: ticks), contexts: contexts),
            reach: reach)
    }
}
