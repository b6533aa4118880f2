internal import ScoreModel

/// Where everything stands on the horizontal axis, in tenths of the distance between staff lines.
///
/// Room grows with the square root of a note's length, so that twice the length has about one and a half times the room
/// (Gould, *Behind Bars*, "Spacing symbols"), and where signs need more they get it.
struct Spacing {
    /// The signs at the beginning of a measure, and its end.
    struct MeasurePlaces {
        var clef = 0.0
        var key = 0.0
        var meter = 0.0
        /// A repeat that begins with the picture.
        var openingBarline = 0.0
        /// Where the room of notes begins.
        var content = 0.0
        /// The left edge of the bar line at its end.
        var barline = 0.0
        /// Where the bar line ends.
        var end = 0.0
    }

    /// How far something reaches to both sides of its column.
    private struct Reach {
        let left: Double
        let right: Double
    }

    private(set) var columns: [Moment: Double] = [:]
    private(set) var measures: [Int: MeasurePlaces] = [:]
    private(set) var end = 0.0

    /// Room of a quarter note.
    private static let quarter = 36.0
    /// Room between things that must not touch.
    private static let gap = 5.0
    /// Room before the first note of a measure, beside the gap.
    private static let margin = 6.0
    /// Room before the signs of an opening, and behind each of them, which engravers make smaller towards the notes.
    private static let (lead, clefGap, keyGap, meterGap, barlineGap) = (8.0, 7.0, 6.0, 5.0, 4.0)
    /// A measure with nothing in it still looks like one.
    private static let leastMeasure = 50.0

    init(
        _ score: Score, staves: [StaffContent], measures range: Range<Int>, from start: Double,
        barlines: [BarlineSigns], opening: BarlineSigns, captions: [CaptionLine] = []
    ) {
        // What stands in one line must not touch: on a staff, or under all of them.
        let lines =
            staves.map { $0.columns.mapValues { Reach(left: $0.left, right: $0.right) } }
            + captions.map { $0.reaches.mapValues { Reach(left: 0, right: $0) } }
        let moments = Dictionary(grouping: Set(lines.flatMap(\.keys)), by: \.measure)
        var x = start
        for (number, index) in range.enumerated() {
            var places = MeasurePlaces()
            let openings = staves.compactMap { $0.openings[index] }
            let edge = x
            x += Spacing.lead
            places.clef = x
            x += Spacing.room(openings.compactMap { $0.clef?.musicSign?.width }, Spacing.clefGap)
            places.key = x
            x += Spacing.room(openings.compactMap { $0.key?.width }, Spacing.keyGap)
            places.meter = x
            x += Spacing.room(openings.compactMap { $0.meter?.width }, Spacing.meterGap)
            places.openingBarline = x
            if number == 0 { x += Spacing.room([opening.width], Spacing.barlineGap) }
            x = x > edge + Spacing.lead ? x : edge + Spacing.gap
            places.content = x
            setColumns((moments[index] ?? []).sorted(), score.measures[index], lines, &x)
            let changes = staves.compactMap { $0.openings[index]?.nextClef?.musicSign?.width }
            x += Spacing.room(changes.map { $0 * StaffContent.smallClef }, Spacing.gap)
            places.barline = x
            x += barlines[number].width
            places.end = x
            measures[index] = places
        }
        end = x
    }

    private mutating func setColumns(
        _ moments: [Moment], _ measure: Measure, _ lines: [[Moment: Reach]], _ x: inout Double
    ) {
        let start = x
        var edges = lines.map { _ in start }
        var last: Double?
        for (number, moment) in moments.enumerated() {
            var place = last ?? start + Spacing.margin
            if number > 0, last != nil { place += Spacing.room(moment.onset - moments[number - 1].onset) }
            for (line, edge) in zip(lines, edges) {
                if let column = line[moment] { place = max(place, edge + Spacing.gap - column.left) }
            }
            for (index, line) in lines.enumerated() {
                if let column = line[moment] { edges[index] = place + column.right }
            }
            columns[moment] = place
            last = place
        }
        let end = measure.onset + measure.length
        let rest = moments.last.map { Spacing.room(end - $0.onset) } ?? 0
        x = max((last ?? start) + rest, (edges.max() ?? start) + Spacing.gap + 2, start + Spacing.leastMeasure)
    }

    /// The room of the widest of some signs and what stands free behind it; none where there are no signs.
    private static func room(_ widths: [Double], _ gap: Double) -> Double {
        let width = widths.max() ?? 0
        return width > 0 ? width + gap : 0
    }

    /// The room of a length, which no real one takes beyond eight whole notes.
    private static func room(_ length: Fraction) -> Double {
        quarter * max(0, min(length.doubleValue, 32)).squareRoot()
    }
}
