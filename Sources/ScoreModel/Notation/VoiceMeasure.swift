/// One voice in one measure, divided into note values: what is written for the spans between its points.
package struct VoiceMeasure {
    /// A written note or rest, or a part of one that is tied together.
    package struct Piece {
        /// When it begins, counted from the beginning of the full measure.
        package var onset: Fraction
        /// How long it lasts.
        package var duration: Fraction
        /// Which span it belongs to.
        package var span: Int
        /// The value; nil for a length that no value has.
        package var value: NoteValue?
        /// The ratio of its tuplet.
        package var ratio: TupletRatio = .none
        /// The index of its tuplet.
        var tuplet: Int?
        /// The beams of its stem.
        package var beams = Beams.none
    }

    /// A note or a rest that lasts from one point to another, counted from the beginning of the full measure.
    package struct Span {
        var start: Fraction
        var end: Fraction
        var isRest: Bool

        /// A note or a rest.
        package init(start: Fraction, end: Fraction, isRest: Bool) {
            (self.start, self.end, self.isRest) = (start, end, isRest)
        }
    }

    /// A tuplet: the indices of its first and its last piece.
    package struct Bracket {
        package var ratio: TupletRatio
        package var first: Int
        package var last: Int
    }

    /// The pieces, in order; those of a span last as long as it.
    package private(set) var pieces: [Piece] = []
    private let grid: MetricGrid
    private let cells: [TupletCell]

    /// - Parameter spans: What the voice has, in order and without gaps, in full-measure time.
    package init(_ spans: [Span], grid: MetricGrid) {
        self.grid = grid
        cells = TupletCell.cells((spans.first.map { [$0.start] } ?? []) + spans.map(\.end), grid: grid)
        for (index, span) in spans.enumerated() {
            var start = span.start
            for (number, cell) in cells.enumerated() where cell.end > start && cell.start < span.end {
                append(index, span, from: start, to: cell.start)
                start = max(start, cell.start)
                append(index, span, from: start, to: min(span.end, cell.end), in: cell, number)
                start = min(span.end, cell.end)
            }
            append(index, span, from: start, to: span.end)
        }
        let stems = pieces.map {
            BeamGroups.Stem(onset: $0.onset, flags: spans[$0.span].isRest ? 0 : $0.value?.flags ?? 0)
        }
        for (index, beams) in BeamGroups(stems, grid: grid).beams.enumerated() { pieces[index].beams = beams }
    }

    /// The tuplets, in order.
    package var brackets: [Bracket] {
        var brackets: [Bracket] = []
        for (index, piece) in pieces.enumerated() {
            guard let tuplet = piece.tuplet else { continue }
            if let last = brackets.last, pieces[last.last].tuplet == tuplet {
                brackets[brackets.count - 1].last = index
            } else {
                brackets.append(Bracket(ratio: piece.ratio, first: index, last: index))
            }
        }
        return brackets
    }

    private mutating func append(_ index: Int, _ span: Span, from start: Fraction, to end: Fraction) {
        guard start < end else { return }
        guard let parts = NoteSplitting(grid: grid, isRest: span.isRest).pieces(from: start, to: end) else {
            pieces.append(Piece(onset: start, duration: end - start, span: index))
            return
        }
        pieces += parts.map {
            Piece(onset: $0.onset, duration: $0.value.quarters, span: index, value: $0.value)
        }
    }

    private mutating func append(
        _ index: Int, _ span: Span, from start: Fraction, to end: Fraction, in cell: TupletCell, _ number: Int
    ) {
        guard start < end else { return }
        let parts = cell.grid.flatMap {
            NoteSplitting(grid: $0, isRest: span.isRest).pieces(from: cell.written(start), to: cell.written(end))
        }
        guard let parts else {
            pieces.append(Piece(onset: start, duration: end - start, span: index))
            return
        }
        pieces += parts.map {
            Piece(
                onset: cell.sounding($0.onset), duration: $0.value.quarters * cell.ratio.factor, span: index,
                value: $0.value, ratio: cell.ratio, tuplet: number)
        }
    }
}
