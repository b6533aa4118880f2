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

    private(set) var columns: [Moment: Double] = [:]
    private(set) var measures: [Int: MeasurePlaces] = [:]
    private(set) var end = 0.0

    /// Room of a quarter note.
    private static let quarter = 36.0
    /// Room between things that must not touch.
    private static let gap = 5.0
    /// Room before the first note of a measure and behind the last sign of an opening.
    private static let margin = 11.0

    init(
        _ score: Score, staves: [StaffContent], measures range: Range<Int>, from start: Double,
        barlines: [BarlineSigns],
        opening: BarlineSigns
    ) {
        let moments = Dictionary(grouping: Set(staves.flatMap(\.columns.keys)), by: \.measure)
        var x = start
        for (number, index) in range.enumerated() {
            var places = MeasurePlaces()
            let openings = staves.compactMap { $0.openings[index] }
            x += 8
            places.clef = x
            let clef = openings.compactMap { $0.clef?.musicSign?.width }.max() ?? 0
            x += clef > 0 ? clef + 7 : 0
            places.key = x
            let key = openings.compactMap { $0.key?.width }.max() ?? 0
            x += key > 0 ? key + 6 : 0
            places.meter = x
            let meter = openings.compactMap { $0.meter?.width }.max() ?? 0
            x += meter > 0 ? meter + 5 : 0
            places.openingBarline = x
            if number == 0, opening.width > 0 { x += opening.width + 4 }
            let isOpen = clef + key + meter > 0
            x += isOpen ? 2 : -3
            places.content = x
            setColumns((moments[index] ?? []).sorted(), score.measures[index], staves, &x)
            let change = staves.compactMap { $0.openings[index]?.nextClef?.musicSign?.width }.max() ?? 0
            x += change > 0 ? change * StaffContent.smallClef + Spacing.gap : 0
            places.barline = x
            x += barlines[number].width
            places.end = x
            measures[index] = places
        }
        end = x
    }

    private mutating func setColumns(
        _ moments: [Moment], _ measure: Measure, _ staves: [StaffContent], _ x: inout Double
    ) {
        let start = x
        var edges = staves.map { _ in start }
        var last: Double?
        for (number, moment) in moments.enumerated() {
            var place = last ?? start + Spacing.margin - Spacing.gap
            if number > 0, last != nil { place += Spacing.room(moment.onset - moments[number - 1].onset) }
            for (staff, edge) in zip(staves, edges) {
                if let column = staff.columns[moment] { place = max(place, edge + Spacing.gap - column.left) }
            }
            for (index, staff) in staves.enumerated() {
                if let column = staff.columns[moment] { edges[index] = place + column.right }
            }
            columns[moment] = place
            last = place
        }
        let end = measure.onset + measure.length
        let rest = moments.last.map { Spacing.room(end - $0.onset) } ?? 0
        x = max((last ?? start) + rest, (edges.max() ?? start) + Spacing.gap + 2, start + 50)
    }

    /// The room of a length, which no real one takes beyond eight whole notes.
    private static func room(_ length: Fraction) -> Double {
        quarter * max(0, min(length.doubleValue, 32)).squareRoot()
    }
}
