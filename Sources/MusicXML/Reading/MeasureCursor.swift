internal import ScoreModel

/// The one position of a part within a measure, counted from its start.
///
/// Where divisions cannot hold a tuplet exactly, programs round the durations of its notes and then count `backup` and `forward` in
/// the rounded sums. The cursor therefore knows both where the music is and where the file believes to be; a move to a place where
/// the file has been leads to the same place in the music.
struct MeasureCursor {
    /// Where the music is.
    private(set) var position = Fraction.zero
    /// The furthest position so far.
    private(set) var furthest = Fraction.zero
    /// Where the file believes to be.
    private var counted = Fraction.zero
    /// Places where both have been since they parted; before that they were the same.
    private var visited: [(counted: Fraction, position: Fraction)] = []

    /// No measure needs more places; the limit keeps hostile files from costing quadratic time.
    private static let mostPlaces = 512

    /// Goes on behind a note.
    ///
    /// - Parameters:
    ///   - duration: How long the note lasts.
    ///   - count: How long the file says that it lasts.
    mutating func advance(by duration: Fraction, counted count: Fraction) {
        if duration != count, visited.isEmpty { visited.append((counted, position)) }
        position = position + duration
        counted = counted + count
        if !visited.isEmpty, visited.count < Self.mostPlaces { visited.append((counted, position)) }
        furthest = max(furthest, position)
    }

    /// Goes forward or, with a negative distance, back; false when that would lead out of the measure, and it stops at the start.
    mutating func move(by distance: Fraction) -> Bool {
        counted = counted + distance
        let isInside = counted >= .zero
        if !isInside { counted = .zero }
        let place = visited.filter { $0.counted <= counted }.max { $0.counted < $1.counted }
        position = place.map { $0.position + (counted - $0.counted) } ?? counted
        furthest = max(furthest, position)
        return isInside
    }
}
