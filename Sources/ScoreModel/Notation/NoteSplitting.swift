/// Divides a span of a measure into note values that show its beats.
///
/// A note may begin on a weak point and go over a stronger one only as the plain syncopation in the middle of twice its value; a rest fills one
/// unit of the meter and nothing else (Gould, *Behind Bars*, "Grouping of note-values" and "Rests").
package struct NoteSplitting {
    /// A note value and when it begins, counted from the beginning of the full measure.
    package struct Piece: Hashable {
        package var onset: Fraction
        package var value: NoteValue
    }

    let grid: MetricGrid
    let isRest: Bool

    /// Divides notes, or rests, by a meter.
    package init(grid: MetricGrid, isRest: Bool) { (self.grid, self.isRest) = (grid, isRest) }

    /// The pieces of a span, in order; their lengths add up to it unless it ends between all points that can be written.
    package func pieces(from start: Fraction, to end: Fraction) -> [Piece]? {
        var pieces: [Piece] = []
        return append(start, end, to: &pieces) ? pieces : nil
    }

    private func append(_ start: Fraction, _ end: Fraction, to pieces: inout [Piece]) -> Bool {
        guard start < end else { return true }
        // No music divides a measure into so many; hostile lengths could.
        guard pieces.count < 64 else { return false }
        let inside = grid.strongest(from: start, to: end)
        if let value = NoteValue(lasting: end - start), isReadable(value, start, end, inside) {
            pieces.append(Piece(onset: start, value: value))
            return true
        }
        guard let inside else { return false }
        // From a weak point the next stronger one is shown; from a strong one as much as possible is one note.
        let cut = grid.weakness(at: start) > inside.weakness ? inside.first : inside.last
        return append(start, cut, to: &pieces) && append(cut, end, to: &pieces)
    }

    private func isReadable(
        _ value: NoteValue, _ start: Fraction, _ end: Fraction,
        _ inside: (first: Fraction, last: Fraction, weakness: Int)?
    ) -> Bool {
        guard let inside else { return true }
        if isRest { return isUnit(start, end) }
        let length = end - start
        if grid.weakness(at: start) <= inside.weakness {
            return !grid.isCompound || length <= grid.beat || (length / grid.beat).isWhole
        }
        guard value.dots == 0 else { return false }
        let isBeat = length == grid.beat && inside.weakness == grid.weaknessOfBeats
        return isUnit(start - length / 2, end + length / 2) || isBeat && ((start - length / 2) / length).isWhole
    }

    /// Whether a span is one of the units that the meter is made of.
    private func isUnit(_ start: Fraction, _ end: Fraction) -> Bool {
        let length = end - start
        if length == grid.length { return start == .zero }
        return grid.steps.contains(length) && (start / length).isWhole
    }
}

extension NoteValue {
    /// The plain or once dotted value of a length in quarter notes, or nil.
    package init?(lasting length: Fraction) {
        // A dotted value is three halves of a plain one.
        let isDotted = length.numerator == 3
        let plain = isDotted ? length * 2 / 3 : length
        guard let base = Base.allCases.first(where: { $0.quarters == plain }) else { return nil }
        self.init(base, dots: isDotted ? 1 : 0)
    }
}
