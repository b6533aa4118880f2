/// Several settings of one block, side by side, that a network reads from left to right while they are composed.
///
/// In each tick cells are shown with ``show(_:in:)``, heads asked with ``ask(_:)``; ``advance()`` goes on to the next tick.
struct Walk {
    /// How many settings there are.
    let count: Int
    /// The tick that it stands at.
    private(set) var tick: Int

    private let block: Block
    private var numbers: [Float]
    private var ids: [UInt8]
    private var state: StackState
    private var spare: StackState
    private let gates: MatrixPlace
    private let tangents: MatrixPlace
    private let dense: MatrixPlace
    private let logits: MatrixPlace
    private let relations: MatrixPlace
    private let intervals: [[(Int, FeatureColumn, FeatureColumn)]]

    private var network: SteppedNetwork { block.network }

    init(_ block: Block, count settings: Int) {
        (self.block, count, tick) = (block, settings, block.ticks.lowerBound)
        let (shape, rows) = (block.network.shape, settings)
        var count = 0
        func place(_ columns: Int) -> MatrixPlace {
            defer { count += rows * columns }
            return MatrixPlace(offset: count, rows: rows, columns: columns)
        }
        state = StackState(shape, rows: rows, after: &count)
        spare = StackState(shape, rows: rows, after: &count)
        gates = place(4 * shape.hidden)
        tangents = place(shape.hidden)
        dense = place(shape.head)
        logits = place(block.network.network.vocabulary.count)
        relations = place(shape.relationColumns)
        numbers = [Float](repeating: 0, count: count)
        for (layer, place) in (state.states + state.cells).enumerated() {
            let known = block.past[(layer * shape.hidden)..<((layer + 1) * shape.hidden)]
            for row in 0..<rows {
                let start = place.offset + row * shape.hidden
                numbers.replaceSubrange(start..<(start + shape.hidden), with: known)
            }
        }
        ids = [UInt8](repeating: 0, count: FeatureColumn.count * rows)
        intervals = (0..<NetworkShape.voices).map { head in
            FeatureColumn.intervals(head: head).enumerated()
                .map { (FeatureColumn.interval(head: head, $0.offset).rawValue, $0.element.0, $0.element.1) }
        }
        begin(sounding: { voice, _ in block.features[.previous(voice), block.ticks.lowerBound] })
    }

    /// Puts what is known at the beginning of a tick into the ids.
    private mutating func begin(sounding: (_ voice: Int, _ row: Int) -> UInt8) {
        for voice in 0..<NetworkShape.voices {
            for row in 0..<count { ids[FeatureColumn.previous(voice).rawValue * count + row] = sounding(voice, row) }
            set(.next(voice), to: block.features[.next(voice), tick])
            for head in 0..<NetworkShape.voices where head != voice {
                set(.seen(head: head, voice: voice), to: Token.hidden.rawValue)
                set(.seenSounding(head: head, voice: voice), to: Token.hidden.rawValue)
            }
        }
        for part in 0..<NetworkShape.contexts { set(.context(part), to: block.features[.context(part), tick]) }
    }

    private mutating func set(_ column: FeatureColumn, to id: UInt8) {
        for row in 0..<count { ids[column.rawValue * count + row] = id }
    }

    /// What sounded in a voice of a setting before this tick: a token that is no hold.
    func sounded(_ voice: Int, in setting: Int) -> Token {
        Token(rawValue: ids[FeatureColumn.previous(voice).rawValue * count + setting])
    }

    /// Lets the heads of the other voices, and the next ticks, know what a voice of a setting does.
    mutating func show(_ token: Token, voice: Int, in setting: Int) {
        let sounding =
            token == .hold ? ids[FeatureColumn.previous(voice).rawValue * count + setting] : token.rawValue
        ids[FeatureColumn.forward(voice).rawValue * count + setting] = token.rawValue
        ids[FeatureColumn.sounding(voice).rawValue * count + setting] = sounding
        for head in 0..<NetworkShape.voices where head != voice {
            ids[FeatureColumn.seen(head: head, voice: voice).rawValue * count + setting] = token.rawValue
            ids[FeatureColumn.seenSounding(head: head, voice: voice).rawValue * count + setting] = sounding
        }
    }

    /// The logarithms of the probabilities of a voice's tokens in this tick, setting by setting, given what has been shown.
    ///
    /// - Parameter result: Room for as many numbers as there are settings and tokens.
    mutating func ask(_ voice: Int, into result: inout [Float]) {
        let (reach, rows) = (network.shape.reach, count)
        for (number, upper, lower) in intervals[voice] {
            for row in 0..<rows {
                ids[number * rows + row] = Features.interval(
                    ids[upper.rawValue * rows + row], above: ids[lower.rawValue * rows + row], reach: reach)
            }
        }
        let (block, dense, logits, relations) = (block, dense, logits, relations)
        let top = state.states[state.states.count - 1]
        let start = (tick - block.ticks.lowerBound) * network.shape.head
        let head = network.network.heads[voice]
        work { parameters, buffer, ids in
            let sums = dense.matrix(in: buffer)
            block.heads[voice].withUnsafeBufferPointer { known in
                if let known = known.baseAddress { sums.setRows(to: known + start) }
            }
            let reading = head.views.hidden.matrix(in: parameters).rows(0..<block.network.shape.hidden)
            sums.add(top.matrix(in: buffer), times: reading)
            block.network.drawn[voice].add(ids, stride: rows, to: sums)
            for row in 0..<rows { sums.row(row).cutNegative(count: sums.columns) }
            head.answer(
                from: sums, ids: ids, parameters: parameters, logits: logits.matrix(in: buffer),
                relations: relations.matrix(in: buffer))
            result.withUnsafeMutableBufferPointer { room in
                guard let room = room.baseAddress else { return }
                CrossEntropy.takeLogarithms(logits.matrix(in: buffer), room: room)
                room.update(from: buffer + logits.offset, count: logits.count)
            }
        }
    }

    /// Reads this tick, of which all voices have been shown, and goes on to the next.
    mutating func advance() {
        let (network, gates, tangents, state, rows) = (network, gates, tangents, state, count)
        work { parameters, buffer, ids in
            network.step(
                isBackward: false, ids: ids, stride: rows, parameters: parameters, gates: gates.matrix(in: buffer),
                tangents: tangents.matrix(in: buffer), past: state, now: state, in: buffer)
        }
        tick += 1
        guard tick < block.ticks.upperBound else { return }
        let sounding = (0..<NetworkShape.voices).map { voice in
            Array(
                ids[
                    (FeatureColumn.sounding(voice).rawValue * rows)..<((FeatureColumn.sounding(voice).rawValue + 1)
                        * rows)])
        }
        begin { sounding[$0][$1] }
    }

    /// Goes on with other settings: the first with the one named first, and so on.
    ///
    /// Call it between ``advance()`` and the first ``show(_:voice:in:)`` of a tick.
    mutating func choose(_ settings: [Int]) {
        let hidden = network.shape.hidden
        for (from, to) in zip(state.states + state.cells, spare.states + spare.cells) {
            for (row, setting) in settings.enumerated() {
                let (source, target) = (from.offset + setting * hidden, to.offset + row * hidden)
                numbers.withUnsafeMutableBufferPointer { numbers in
                    guard let start = numbers.baseAddress else { return }
                    (start + target).update(from: start + source, count: hidden)
                }
            }
        }
        swap(&state, &spare)
        for voice in 0..<NetworkShape.voices {
            let start = FeatureColumn.previous(voice).rawValue * count
            let old = Array(ids[start..<(start + count)])
            for (row, setting) in settings.enumerated() { ids[start + row] = old[setting] }
        }
    }

    private mutating func work(
        _ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafePointer<UInt8>) -> Void
    ) {
        numbers.withUnsafeMutableBufferPointer { numbers in
            ids.withUnsafeBufferPointer { ids in
                block.network.parameters.withUnsafeBufferPointer { parameters in
                    guard let buffer = numbers.baseAddress, let ids = ids.baseAddress,
                        let parameters = parameters.baseAddress
                    else { return }
                    body(UnsafeMutablePointer(mutating: parameters), buffer, ids)
                }
            }
        }
    }
}
