/// How loud a staff of a part is at each moment of written time: marks, what is said for playback, and wedges.
struct Loudness {
    /// From a moment on: a level, and where it goes.
    private struct Point {
        var onset: Fraction
        var level: Int
        /// Where a wedge leads.
        var goal: Int
        var end: Fraction
    }

    private var points: [Point] = []
    /// What marks such as *sfz* make of the notes that begin with them.
    private var moments: [(onset: Fraction, level: Int)] = []
    private let style: Performance.Style

    init(_ signs: [LoudnessSign], style: Performance.Style) {
        self.style = style
        points = [Point(onset: Fraction(-1), level: style.velocity, goal: style.velocity, end: Fraction(-1))]
        // The next mark after each place, from the end.
        var following = [Int?](repeating: nil, count: signs.count)
        var mark: Int?
        for index in signs.indices.reversed() {
            following[index] = mark
            if signs[index].lasting(style) != nil { mark = index }
        }
        for (index, sign) in signs.enumerated() {
            switch sign.content {
            case .level(let level): set(level, at: sign.onset)
            case .moment(let level, let after):
                moments.append((sign.onset, level))
                if let after { set(after, at: sign.onset) }
            case .accent(let more):
                moments.append((sign.onset, Performance.velocity(self.level(at: sign.onset) + more)))
            case .wedge(let wedge):
                open(wedge, at: sign.onset, next: following[index].map { signs[$0] })
            }
        }
    }

    private mutating func set(_ level: Int, at onset: Fraction) {
        append(Point(onset: onset, level: level, goal: level, end: onset))
    }

    private mutating func append(_ point: Point) {
        while let last = points.last, points.count > 1, last.onset >= point.onset { points.removeLast() }
        points.append(point)
    }

    private mutating func open(_ wedge: LoudnessSign.Wedge, at onset: Fraction, next: LoudnessSign?) {
        let isLouder = wedge.isLouder
        let from = wedge.isFromNothing ? 1 : level(at: onset)
        var end = wedge.end ?? min(next?.onset ?? onset + style.longestWords, onset + style.longestWords)
        var goal = Performance.velocity(from + (isLouder ? style.dynamicStep : -style.dynamicStep))
        if wedge.isFromNothing { goal = max(level(at: onset), style.velocity - 3 * style.dynamicStep) }
        if let next, let level = next.lasting(style) {
            end = min(end, next.onset)
            if next.onset <= end + style.wedgeReach, isLouder ? level > from : level < from { goal = level }
        }
        if wedge.isToNothing { goal = 1 }
        guard end > onset else { return }
        append(Point(onset: onset, level: from, goal: goal, end: end))
    }

    /// The velocity at a moment, without what only notes that begin there have.
    func level(at onset: Fraction) -> Int {
        let point = points[max(points.partitioningIndex { $0.onset > onset } - 1, 0)]
        if point.goal == point.level || onset <= point.onset { return point.level }
        if onset >= point.end { return point.goal }
        let share = (onset - point.onset) / (point.end - point.onset)
        return point.level + (Fraction(point.goal - point.level) * share).rounded
    }

    /// The velocity of a note that begins at a moment.
    func velocity(at onset: Fraction) -> Int {
        if !moments.isEmpty {
            let index = moments.partitioningIndex { $0.onset > onset } - 1
            if index >= 0, moments[index].onset == onset { return moments[index].level }
        }
        return level(at: onset)
    }
}

/// One thing that is said about loudness.
struct LoudnessSign {
    struct Wedge {
        var isLouder: Bool
        /// Where it ends; nil for words, which hold until the next mark.
        var end: Fraction?
        var isFromNothing = false
        var isToNothing = false
    }

    enum Content {
        /// A level from here on.
        case level(Int)
        /// A level for the notes that begin here, and the one after them.
        case moment(Int, after: Int?)
        /// What the notes that begin here are louder.
        case accent(Int)
        case wedge(Wedge)
    }

    var onset: Fraction
    /// Nil where it concerns the whole part.
    var staff: Int?
    var order: Int32
    var content: Content

    /// Its place among what is said at one moment: levels first, as accents and wedges start from them.
    private var rank: Int {
        switch content {
        case .level: 0
        case .moment: 1
        case .accent: 2
        case .wedge: 3
        }
    }

    /// The level that it leads to.
    func lasting(_ style: Performance.Style) -> Int? {
        switch content {
        case .level(let level): level
        case .moment(let level, let after): after == nil ? nil : level
        default: nil
        }
    }

    static func precedes(_ left: LoudnessSign, _ right: LoudnessSign) -> Bool {
        (left.onset, left.rank, left.order) < (right.onset, right.rank, right.order)
    }
}

extension LoudnessSign.Content {
    /// What a printed mark says.
    init?(_ mark: DynamicMark, style: Performance.Style) {
        guard case .named(let name) = mark else { return nil }
        if let level = style.level(of: name) {
            self = .level(level)
            return
        }
        let (forte, piano) = (style.level(of: .f) ?? style.velocity, style.level(of: .p) ?? style.velocity)
        let loud = Performance.velocity(forte + style.sforzato / 2)
        switch name {
        case .fp: self = .moment(forte, after: piano)
        case .pf: self = .moment(piano, after: forte)
        case .sfp, .sfzp: self = .moment(loud, after: piano)
        case .sfpp: self = .moment(loud, after: style.level(of: .pp))
        case .sffz: self = .accent(style.sforzato + style.sforzato / 2)
        default: self = .accent(style.sforzato)
        }
    }
}
