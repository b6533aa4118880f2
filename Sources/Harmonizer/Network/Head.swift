/// What answers for one voice: a dense layer over what came before, what comes after and what the other voices do, then a number for each
/// token.
///
/// A pitch is judged for itself and by the intervals that it would form: with the voice's own notes before and after and with the other
/// voices, each interval by a table of its own, and by its degree in the key. So what is learned of a fifth in one key holds in all. A hold
/// is judged in the same way, by the pitch that it would hold.
struct Head: Sendable {
    /// What a head keeps from the way there for the way back.
    struct Trace<Scalar: Real> {
        /// What it reads: both stacks, then tables.
        let input: Matrix<Scalar>
        /// The dense layer.
        let dense: Matrix<Scalar>
        /// A number for each token; on the way back its gradient.
        let logits: Matrix<Scalar>
        /// What each interval to each reference and each degree is worth; on the way back the gradients.
        let relations: Matrix<Scalar>
    }

    let voice: Int
    let shape: NetworkShape
    let vocabulary: Vocabulary
    let views: ParameterLayout.Head
    let lookup: TableLookup
    private let references: [FeatureColumn]

    init(voice: Int, shape: NetworkShape, vocabulary: Vocabulary, layout: ParameterLayout) {
        self.voice = voice
        self.shape = shape
        self.vocabulary = vocabulary
        views = layout.heads[voice]
        references = FeatureColumn.references(head: voice)
        let others = FeatureColumn.others(voice)
        var lookup = TableLookup(from: 2 * shape.hidden)
        for other in others { lookup.append(.seen(head: voice, voice: other), layout.token[other]) }
        for other in others { lookup.append(.seenSounding(head: voice, voice: other), layout.sounding[other]) }
        lookup.append(.previous(voice), layout.sounding[voice])
        lookup.append(.next(voice), layout.next[voice])
        for (number, table) in layout.interval.enumerated() { lookup.append(.interval(head: voice, number), table) }
        lookup.append(sum: layout.context.enumerated().map { (.context($0), $1) })
        self.lookup = lookup
    }

    /// The place of its noise among those of the network.
    private var place: Int { 16 + 2 * voice }

    /// The tables of intervals and degrees, which lie one after the other.
    private func tables<Scalar: Real>(in buffer: UnsafeMutablePointer<Scalar>) -> Matrix<Scalar> {
        Matrix(buffer + views.intervals.offset, rows: shape.relationColumns, columns: shape.head)
    }

    /// Fills the trace, given the states before and after each tick.
    func forward<Scalar: Real>(
        past: Matrix<Scalar>, future: Matrix<Scalar>, ids: UnsafePointer<UInt8>,
        parameters: UnsafeMutablePointer<Scalar>, trace: Trace<Scalar>, dropout: Dropout?
    ) {
        let hidden = shape.hidden
        for row in 0..<trace.input.rows {
            let input = trace.input.row(row)
            input.update(from: past.row(row), count: hidden)
            (input + hidden).update(from: future.row(row), count: hidden)
            (input + 2 * hidden).update(repeating: 0, count: trace.input.columns - 2 * hidden)
        }
        lookup.look(up: ids, in: parameters, into: trace.input)
        dropout?.apply(to: trace.input, place: place)
        trace.dense.setRows(to: parameters + views.hiddenBias.offset)
        trace.dense.add(trace.input, times: views.hidden.matrix(in: parameters))
        for row in 0..<trace.dense.rows { trace.dense.row(row).cutNegative(count: shape.head) }
        dropout?.apply(to: trace.dense, place: place + 1)
        answer(
            from: trace.dense, ids: ids, parameters: parameters, logits: trace.logits, relations: trace.relations)
    }

    /// Fills the numbers of all tokens, and what the relations are worth, from the dense layer.
    func answer<Scalar: Real>(
        from dense: Matrix<Scalar>, ids: UnsafePointer<UInt8>, parameters: UnsafeMutablePointer<Scalar>,
        logits: Matrix<Scalar>, relations: Matrix<Scalar>
    ) {
        logits.setRows(to: parameters + views.outputBias.offset)
        logits.add(dense, times: views.output.matrix(in: parameters))
        relations.add(dense, times: tables(in: parameters).transposed, keeping: 0)
        let holds = views.holds.matrix(in: parameters)
        for row in 0..<logits.rows {
            let (numbers, worths) = (logits.row(row), relations.row(row))
            eachRelation(of: row, among: logits.rows, ids: ids) { numbers[$0] += worths[$1] }
            var hold: Scalar = 0
            eachHoldRelation(of: row, among: logits.rows, ids: ids) { table in
                let (dense, table) = (dense.row(row), holds.row(table))
                for unit in 0..<shape.head { hold += dense[unit] * table[unit] }
            }
            numbers[Int(Token.hold.rawValue)] += hold
        }
    }

    /// Adds to the gradients of the parameters and of the states what follows from those of the logits.
    ///
    /// - Parameters:
    ///   - denseGradients: Room for those of the dense layer.
    ///   - inputGradients: Room for those of what it reads.
    func backward<Scalar: Real>(
        past: Matrix<Scalar>, future: Matrix<Scalar>, ids: UnsafePointer<UInt8>,
        parameters: UnsafeMutablePointer<Scalar>, gradients: UnsafeMutablePointer<Scalar>, trace: Trace<Scalar>,
        denseGradients: Matrix<Scalar>, inputGradients: Matrix<Scalar>, dropout: Dropout?
    ) {
        trace.relations.clear()
        for row in 0..<trace.logits.rows {
            let (logits, relations) = (trace.logits.row(row), trace.relations.row(row))
            eachRelation(of: row, among: trace.logits.rows, ids: ids) { relations[$1] += logits[$0] }
        }
        denseGradients.add(trace.logits, times: views.output.matrix(in: parameters).transposed, keeping: 0)
        denseGradients.add(trace.relations, times: tables(in: parameters))
        views.output.matrix(in: gradients).add(trace.dense.transposed, times: trace.logits)
        trace.logits.addRows(to: gradients + views.outputBias.offset)
        tables(in: gradients).add(trace.relations.transposed, times: trace.dense)
        let (holds, holdGradients) = (views.holds.matrix(in: parameters), views.holds.matrix(in: gradients))
        for row in 0..<trace.logits.rows {
            let hold = trace.logits.row(row)[Int(Token.hold.rawValue)]
            eachHoldRelation(of: row, among: trace.logits.rows, ids: ids) { table in
                add(hold, times: holds.row(table), to: denseGradients.row(row), count: shape.head)
                add(hold, times: trace.dense.row(row), to: holdGradients.row(table), count: shape.head)
            }
        }
        dropout?.apply(to: denseGradients, place: place + 1)
        for row in 0..<trace.dense.rows {
            let (dense, gradients) = (trace.dense.row(row), denseGradients.row(row))
            for unit in 0..<shape.head where dense[unit] <= 0 { gradients[unit] = 0 }
        }
        inputGradients.add(denseGradients, times: views.hidden.matrix(in: parameters).transposed, keeping: 0)
        views.hidden.matrix(in: gradients).add(trace.input.transposed, times: denseGradients)
        denseGradients.addRows(to: gradients + views.hiddenBias.offset)
        dropout?.apply(to: inputGradients, place: place)
        for row in 0..<inputGradients.rows {
            add(inputGradients.row(row), to: past.row(row), count: shape.hidden)
            add(inputGradients.row(row) + shape.hidden, to: future.row(row), count: shape.hidden)
        }
        lookup.spread(inputGradients, by: ids, to: gradients)
    }

    /// Calls `body` with each pair of a pitch's token and a column of the relations that counts for it.
    @inline(__always)
    private func eachRelation(
        of row: Int, among rows: Int, ids: UnsafePointer<UInt8>, _ body: (_ token: Int, _ column: Int) -> Void
    ) {
        let (first, last, reach) = (Vocabulary.firstPitch, vocabulary.count - 1, shape.reach)
        for (number, reference) in references.enumerated() {
            let other = Int(ids[reference.rawValue * rows + row])
            guard other >= first else { continue }
            let table = number * shape.intervals + reach
            let (lowest, highest) = (max(first, other - reach), min(last, other + reach))
            for token in stride(from: first, to: lowest, by: 1) { body(token, table - reach) }
            for token in stride(from: lowest, through: highest, by: 1) { body(token, table + token - other) }
            for token in stride(from: highest + 1, through: last, by: 1) { body(token, table + reach) }
        }
        let key = Int(ids[FeatureColumn.context(3).rawValue * rows + row])
        guard key > 0 else { return }
        let table = NetworkShape.relations * shape.intervals
        var degree = (vocabulary.pitches.lowerBound + 12 * 7 - 7 * (key - 1)) % 12
        for token in first...last {
            body(token, table + degree)
            degree = degree == 11 ? 0 : degree + 1
        }
    }

    /// Calls `body` with each row of the holds' tables that counts for holding what sounds.
    @inline(__always)
    private func eachHoldRelation(of row: Int, among rows: Int, ids: UnsafePointer<UInt8>, _ body: (Int) -> Void) {
        let own = ids[references[0].rawValue * rows + row]
        for (number, reference) in references.dropFirst().enumerated() {
            let interval = Features.interval(own, above: ids[reference.rawValue * rows + row], reach: shape.reach)
            if interval > 0 { body(number * shape.intervals + Int(interval) - 1) }
        }
    }
}
