internal import ScoreModel

/// One end of something that runs from note to note.
struct SpannerEdge<Value> {
    /// The index of the note.
    var note: Int
    /// The number that tells it from others that are open at the same time.
    var number: Int
    var isStart: Bool
    var value: Value
    var origin: Origin
}

/// Pairs the ends of slurs or tuplets by time, whatever their order in the file: after a `backup`, the end of one can stand before its
/// beginning.
struct SpannerMatcher<Value> {
    typealias Edge = SpannerEdge<Value>

    /// Beginnings and ends that belong together, in the order of the beginnings.
    private(set) var pairs: [(start: Edge, stop: Edge)] = []
    /// Edges without partner.
    private(set) var unmatched: [Edge] = []

    /// What is open, by number. Nobody draws this many slurs at once; the limit keeps hostile files from costing quadratic time.
    private var open: [Int: [Edge]] = [:]
    private static var mostOpen: Int { 64 }
    private let notes: [Note]

    /// - Parameters:
    ///   - edges: In any order; `note` is an index of `notes`.
    ///   - notes: Sorted by time.
    init(_ edges: [Edge], notes: [Note]) {
        self.notes = notes
        var sorted = edges
        sorted.stableSort { $0.note < $1.note }
        var rest = sorted[...]
        while let first = rest.first {
            let here = rest.prefix { $0.note == first.note }
            rest = rest.dropFirst(here.count)
            // A note can end one slur and begin the next of the same number; only what nothing older takes ends where it began.
            let late = here.filter { !$0.isStart && !close($0) }
            for start in here where start.isStart { begin(start) }
            unmatched += late.filter { !close($0) }
        }
        unmatched += open.values.joined()
        unmatched.stableSort { $0.note < $1.note }
        pairs.stableSort { $0.start.note < $1.start.note }
    }

    /// Ends the spanner with the same number that began in the same voice, or else the one that has been open longest.
    private mutating func close(_ stop: Edge) -> Bool {
        guard var candidates = open[stop.number], !candidates.isEmpty else { return false }
        let sameVoice = candidates.lastIndex { notes[$0.note].voice == notes[stop.note].voice }
        pairs.append((candidates.remove(at: sameVoice ?? 0), stop))
        open[stop.number] = candidates
        return true
    }

    private mutating func begin(_ start: Edge) {
        var candidates = open[start.number, default: []]
        if candidates.count == Self.mostOpen { unmatched.append(candidates.removeFirst()) }
        open[start.number] = candidates + [start]
    }
}
