/// One voice in one measure, divided into note values: what is written for the spans between its points.
struct VoiceMeasure {
    /// A written note or rest, or a part of one that is tied together.
    struct Piece {
        /// When it begins and how long it lasts, counted from the beginning of the full measure.
        var onset: Fraction
        var duration: Fraction
        /// Which span it belongs to.
        var span: Int
        /// The value; nil for a length that no value has.
        var value: NoteValue?
        var ratio: TupletRatio = .none
        /// The index of its tuplet.
        var tuplet: Int?
    }

    /// A note or a rest that lasts from one point to another.
    struct Span {
        var start: Fraction
        var end: Fraction
        var isRest: Bool
    }

    private(set) var pieces: [Piece] = []
    private let grid: MetricGrid
    private let cells: [TupletCell]

    /// - Parameter spans: What the voice has, in order and without gaps, in full-measure time.
    init(_ spans: [Span], grid: MetricGrid) {
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
