internal import ScoreModel

/// What stands on one staff of a picture, before it has a place.
struct StaffContent {
    /// The signs at the beginning of a measure.
    struct Opening {
        /// A clef; at the beginning of the picture only.
        var clef: Clef?
        var key: KeySigns?
        var meter: MeterSigns?
        /// A clef that stands before the bar line at the end of the measure, for what follows.
        var nextClef: Clef?
    }

    let staff: PictureStaff
    private(set) var chords: [PictureChord]
    private(set) var groups: [BeamedGroup]
    /// The signs at the beginning of each measure.
    private(set) var openings: [Int: Opening] = [:]
    /// Clefs that change within a measure, by the moment that they stand before.
    private(set) var clefs: [Moment: Clef] = [:]
    private(set) var columns: [Moment: StaffColumn] = [:]
    /// How many notes and rests it has.
    var count: Int { chords.reduce(0) { $0 + max(1, $1.heads.count) } }

    /// Clefs that change are drawn smaller.
    static let smallClef = 0.8

    init(_ staff: PictureStaff, of score: Score, in measures: Range<Int>, most: Int) {
        self.staff = staff
        chords = staff.chords(of: score, in: measures, most: most)
        chords.printAccidentals(in: score, on: staff, from: measures.lowerBound)
        groups = BeamedGroup.groups(of: chords, in: score, on: staff)
        for place in groups.flatMap(\.chords) { chords[place].isBeamed = true }
        chords.directStems(beams: groups)
        // A beam has one side, also where a voice's neighbours come and go.
        for group in groups { for place in group.chords { chords[place].isUp = chords[group.chords[0]].isUp } }
        chords.mergeRests()
        setOpenings(score, measures)
        setClefs(score, measures)
        for (moment, places) in Dictionary(grouping: chords.indices, by: { chords[$0].moment }) {
            let width = clefs[moment].flatMap(\.musicSign)?.width ?? 0
            columns[moment] = StaffColumn(places, of: chords, clefWidth: width * StaffContent.smallClef)
        }
    }

    private mutating func setOpenings(_ score: Score, _ measures: Range<Int>) {
        guard let source = staff.sources.first else { return }
        let part = score.parts[source.part]
        var (key, clef) = (Key?.none, Clef?.none)
        for index in measures {
            let onset = score.measures[index].onset
            var opening = Opening()
            let (newKey, newClef) = (staff.key(in: score, at: onset), staff.clef(in: score, at: onset))
            if index == measures.lowerBound {
                opening.clef = newClef
                opening.key = KeySigns(newKey, clef: newClef)
            } else {
                if newKey?.content != key?.content { opening.key = KeySigns(newKey, after: key, clef: newClef) }
                if newClef != clef { openings[index - 1]?.nextClef = newClef }
            }
            let changes = part.meters.contains {
                $0.measure == index && $0.onset == onset && $0.concerns(staff: source.staff)
            }
            if changes || index == 0 {
                opening.meter = part.meters.inForce(at: onset, staff: source.staff).flatMap(MeterSigns.init)
            }
            openings[index] = opening
            let end = onset + score.measures[index].length
            key = newKey
            clef = lastClef(in: score, before: end) ?? newClef
        }
    }

    private func lastClef(in score: Score, before end: Fraction) -> Clef? {
        guard staff.clef == nil, let source = staff.sources.first else { return staff.clef }
        return score.parts[source.part].clefs.last { $0.onset < end && $0.concerns(staff: source.staff) }?.value
            .drawable
    }

    private mutating func setClefs(_ score: Score, _ measures: Range<Int>) {
        guard staff.clef == nil, let source = staff.sources.first else { return }
        for clef in score.parts[source.part].clefs
        where measures.contains(clef.measure) && clef.concerns(staff: source.staff) {
            let measure = score.measures[clef.measure]
            guard clef.onset > measure.onset, clef.onset < measure.onset + measure.length else { continue }
            let moment = chords.lazy.map(\.moment).first { $0.measure == clef.measure && $0.onset >= clef.onset }
            if let moment { clefs[moment] = clef.value.drawable }
        }
    }
}
