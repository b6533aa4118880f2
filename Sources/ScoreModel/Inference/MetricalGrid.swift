/// What speaks for a strong beat, eighth by eighth: the accents of a piece.
struct MetricalGrid {
    /// The kinds of accent, each a preference rule for meter of Lerdahl & Jackendoff, "A Generative Theory of Tonal Music" (1983), chapter 4.
    enum Accent: Int, CaseIterable {
        /// The share of the sounding tones that begin.
        case beginning
        /// The longest tone that begins, in quarter notes.
        case longest
        /// The share of the sounding pitch classes that did not sound before.
        case harmony
        /// The bass is struck again: seldom on a strong beat.
        case repeatedBass
        /// The mean length of the tones that begin, in quarter notes.
        case length
        /// How many tones begin, as a logarithm.
        case number
        /// The time to the next onset, in quarter notes.
        case gap
    }

    /// The accents of each eighth in the order of ``Accent``, less their means and over their standard deviations.
    private(set) var rows: [[Double]]
    /// The quarter note at which the first eighth begins.
    let start: Int
    /// When the last tone ends, in quarter notes from ``start``.
    let end: Double

    /// How much of a piece is looked at, in quarter notes: what comes later may be in another meter.
    private static let most = 400
    /// Longer tones are no stronger, in quarter notes.
    private static let longest = 3.0

    /// The accents of tones in order of their onsets; nil where there is none.
    init?(_ tones: [Tone]) {
        guard let first = tones.first else { return nil }
        let start = first.onset.floor
        let limit = first.onset + Fraction(Self.most)
        let kept = tones[..<(tones.firstIndex { $0.onset >= limit } ?? tones.count)]
        let last = tones.reduce(first.end) { Swift.max($0, $1.end) } - Fraction(start)
        self.start = start
        end = last.doubleValue
        let eighths = Swift.min(Swift.max((last * 2).floor, 0), Self.most * 2) + 1
        rows = Array(repeating: Array(repeating: 0, count: Accent.allCases.count), count: eighths)
        sweep(kept)
        normalize()
    }

    private mutating func sweep(_ tones: ArraySlice<Tone>) {
        let ends = tones.sorted { $0.end < $1.end }
        var ended = 0
        var sounding = Sounding()
        var index = tones.startIndex
        while index < tones.endIndex {
            let onset = tones[index].onset
            var next = index
            while next < tones.endIndex, tones[next].onset == onset { next += 1 }
            let before = sounding
            while ended < ends.count, ends[ended].end <= onset, ends[ended].onset < onset {
                sounding.remove(ends[ended].key)
                ended += 1
            }
            for tone in tones[index..<next] { sounding.add(tone.key) }
            let gap = next < tones.endIndex ? (tones[next].onset - onset).doubleValue : Self.longest
            let eighth = (onset - Fraction(start)) * 2
            if eighth.isWhole, rows.indices.contains(eighth.numerator) {
                rows[eighth.numerator] = Self.accents(of: tones[index..<next], sounding, before, gap)
            }
            index = next
        }
    }

    private static func accents(of tones: ArraySlice<Tone>, _ now: Sounding, _ before: Sounding, _ gap: Double)
        -> [Double]
    {
        let lengths = tones.map { Swift.min($0.duration.doubleValue, longest) }
        let strikesBass = tones.contains { Sounding.clamped($0.key) == now.bass }
        return Accent.allCases.map { accent in
            switch accent {
            case .beginning: Double(tones.count) / Double(Swift.max(now.count, 1))
            case .longest: lengths.max() ?? 0
            case .harmony:
                Double((now.classes & ~before.classes).nonzeroBitCount)
                    / Double(Swift.max(now.classes.nonzeroBitCount, 1))
            case .repeatedBass:
                if strikesBass, let bass = now.bass, let last = before.bass, bass % 12 == last % 12 { 1 } else { 0 }
            case .length: lengths.reduce(0, +) / Double(lengths.count)
            case .number: logarithm(1 + Double(tones.count)) / logarithm(2)
            case .gap: Swift.min(gap, longest)
            }
        }
    }

    private mutating func normalize() {
        for accent in Accent.allCases.indices {
            let mean = rows.reduce(0) { $0 + $1[accent] } / Double(rows.count)
            let squares = rows.reduce(0) { $0 + ($1[accent] - mean) * ($1[accent] - mean) } / Double(rows.count)
            let deviation = squares.squareRoot() + 1e-6
            for row in rows.indices { rows[row][accent] = (rows[row][accent] - mean) / deviation }
        }
    }

    /// The keys that sound.
    private struct Sounding {
        private var keys = [Int32](repeating: 0, count: 128)
        private(set) var count = 0

        static func clamped(_ key: Int) -> Int { Swift.min(Swift.max(key, 0), 127) }

        mutating func add(_ key: Int) {
            keys[Self.clamped(key)] += 1
            count += 1
        }

        mutating func remove(_ key: Int) {
            keys[Self.clamped(key)] -= 1
            count -= 1
        }

        /// The lowest key.
        var bass: Int? { keys.firstIndex { $0 > 0 } }

        /// The pitch classes, as bits.
        var classes: Int {
            keys.indices.reduce(0) { keys[$1] > 0 ? $0 | 1 << ($1 % 12) : $0 }
        }
    }
}
