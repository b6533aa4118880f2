/// A number that tells what pieces are like: a count in relation to another.
public enum StyleRate: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// Triads and seventh chords, in per cent of slices.
    case tertianSlices
    /// The same on beats, in per cent of slices there.
    case tertianBeats
    /// Pitch changes for 100 ticks.
    case pitchChanges
    /// Notes for 100 ticks.
    case attacks
    /// Tritones, sevenths and leaps beyond the octave for 100 slices.
    case oddLeaps
    /// Crossings of neighbours for 100 slices.
    case crossings
    /// Overlaps of neighbours for 100 slices.
    case overlaps
    /// Upper voices more than an octave apart for 100 slices.
    case wideSpacings
    /// Parallel fifths a piece, tick to tick.
    case parallelFifths
    /// Parallel octaves and unisons a piece, tick to tick.
    case parallelOctaves
    /// Pieces without either, in per cent.
    case cleanPieces
    /// Parallel fifths a piece, beat to beat.
    case beatFifths
    /// Parallel octaves and unisons a piece, beat to beat.
    case beatOctaves
    /// Chords over their root, in per cent of beats.
    case rootPositions
    /// Chords over their third, in per cent of beats.
    case firstInversions
    /// Triads over their fifth, in per cent of beats.
    case sixFours
    /// Triads, in per cent of phrase ends.
    case triadPhraseEnds
    /// Triads over their root, in per cent of the ends of pieces.
    case rootPositionEnds
    /// The tonic triad over its root, in per cent of the ends of pieces.
    case tonicEnds

    /// What is counted.
    public var part: StyleCount { definition.part }
    /// What it is related to.
    public var whole: StyleCount { definition.whole }
    /// The number of these that it is told for: 1 for a rate a piece, else 100.
    public var factor: Double { definition.factor }
    /// What it is called in tables, with its unit.
    public var title: String { definition.title }

    private var definition: (part: StyleCount, whole: StyleCount, factor: Double, title: String) {
        switch self {
        case .tertianSlices: (.tertianSlices, .slices, 100, "triads and sevenths, % of slices")
        case .tertianBeats: (.tertianBeatSlices, .beatSlices, 100, "triads and sevenths, % of slices on beats")
        case .pitchChanges: (.pitchChanges, .ticks, 100, "pitch changes per 100 ticks")
        case .attacks: (.attacks, .ticks, 100, "notes per 100 ticks")
        case .oddLeaps: (.oddLeaps, .slices, 100, "odd leaps per 100 slices")
        case .crossings: (.crossings, .slices, 100, "crossings per 100 slices")
        case .overlaps: (.overlaps, .slices, 100, "overlaps per 100 slices")
        case .wideSpacings: (.wideSpacings, .slices, 100, "wide spacings per 100 slices")
        case .parallelFifths: (.parallelFifths, .pieces, 1, "parallel fifths a piece, tick to tick")
        case .parallelOctaves: (.parallelOctaves, .pieces, 1, "parallel octaves a piece, tick to tick")
        case .cleanPieces: (.cleanPieces, .pieces, 100, "pieces without either, %")
        case .beatFifths: (.beatFifths, .pieces, 1, "parallel fifths a piece, beat to beat")
        case .beatOctaves: (.beatOctaves, .pieces, 1, "parallel octaves a piece, beat to beat")
        case .rootPositions: (.rootPositions, .fullBeats, 100, "root position, % of beats")
        case .firstInversions: (.firstInversions, .fullBeats, 100, "first inversion, % of beats")
        case .sixFours: (.sixFours, .fullBeats, 100, "six-four, % of beats")
        case .triadPhraseEnds: (.triadPhraseEnds, .phraseEnds, 100, "phrase ends on a triad, %")
        case .rootPositionEnds: (.rootPositionEnds, .pieces, 100, "ends on a triad over its root, %")
        case .tonicEnds: (.tonicEnds, .pieces, 100, "ends on the tonic over its root, %")
        }
    }
}
