internal import ScoreModel

/// One end of something that runs from one place of a part to another.
struct SpannerEdge {
    /// What the caller knows it by.
    var index: Int
    /// Its place in time: what has equal places stands at one moment.
    var place: Int
    /// The number that tells it from others that are open at the same time.
    var number: Int
    /// The voice or staff that it stands in.
    var lane: Int
    var isStart: Bool
}

/// Pairs the ends of slurs, wedges and their like by time, whatever their order in the file: after a `backup`, the end of one can
/// stand before its beginning.
struct SpannerMatcher {
    /// Beginnings and ends that belong together, by the caller's indices.
    private(set) var pairs: [(start: Int, stop: Int)] = []
    /// Edges without partner, in order of time.
    private(set) var unmatched: [SpannerEdge] = []

    /// What is open, by number. Nobody draws this many slurs at once; the limit keeps hostile files from costing quadratic time.
    private var open: [Int: [SpannerEdge]] = [:]
    private static var mostOpen: Int { 64 }

    /// - Parameter edges: In any order.
    init(_ edges: [SpannerEdge]) {
        let sorted = edges.stablySorted { $0.place < $1.place }
        var rest = sorted[...]
        while let first = rest.first {
            let here = rest.prefix { $0.place == first.place }
            rest = rest.dropFirst(here.count)
            // One place can end a slur and begin the next of the same number; only what nothing older takes ends where it began.
            let late = here.filter { !$0.isStart && !close($0) }
            for start in here where start.isStart { begin(start) }
            unmatched += late.filter { !close($0) }
        }
        unmatched += open.values.joined()
        unmatched = unmatched.stablySorted { ($0.place, $0.index) < ($1.place, $1.index) }
    }

    /// Ends what has the same number and began in the same voice, or else what has been open longest.
    private mutating func close(_ stop: SpannerEdge) -> Bool {
        guard var candidates = open[stop.number], !candidates.isEmpty else { return false }
        let sameLane = candidates.lastIndex { $0.lane == stop.lane }
        pairs.append((candidates.remove(at: sameLane ?? 0).index, stop.index))
        open[stop.number] = candidates
        return true
    }

    private mutating func begin(_ start: SpannerEdge) {
        var candidates = open[start.number, default: []]
        if candidates.count == Self.mostOpen { unmatched.append(candidates.removeFirst()) }
        open[start.number] = candidates + [start]
    }
}
