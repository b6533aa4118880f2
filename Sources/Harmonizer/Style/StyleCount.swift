/// What ``StyleCounts`` counts, besides histograms.
///
/// A slice is a tick in which the pitch of some voice changes, the first tick among them; only those count in which something sounds.
/// Motions lead from a tick to the next, so that a long rest between two notes parts them.
public enum StyleCount: Int, Hashable, Sendable, CaseIterable {
    /// The pieces.
    case pieces
    /// Their ticks.
    case ticks
    /// Slices.
    case slices
    /// Slices whose pitch classes are a triad or a seventh chord, or what four voices leave of one: without its fifth, or a third, a fifth or a
    /// tone alone. Augmented major and minor-major seventh chords do not count.
    case tertianSlices
    /// Slices at the beginning of a beat.
    case beatSlices
    /// Those of them that are tertian.
    case tertianBeatSlices
    /// Times that a voice's pitch changes, the first of each voice counted.
    case pitchChanges
    /// Notes.
    case attacks
    /// Motions of a voice by a tritone, a seventh, or more than an octave.
    case oddLeaps
    /// Pairs of voices that move in one direction from a fifth to a fifth, taken modulo the octave.
    case parallelFifths
    /// The same from an octave or unison to an octave or unison.
    case parallelOctaves
    /// Pieces without either.
    case cleanPieces
    /// Fifths to fifths in one direction from a beat to the next, whatever lies between.
    case beatFifths
    /// Octaves or unisons, the same way.
    case beatOctaves
    /// Neighbours in a slice of which the upper voice is the lower one.
    case crossings
    /// Neighbours that come to a slice, not crossed, where the one is beyond where the other was.
    case overlaps
    /// Soprano and alto, or alto and tenor, more than an octave apart in a slice.
    case wideSpacings
    /// Beats on which all voices sound.
    case fullBeats
    /// Those with a triad, or a major, minor or dominant seventh chord, complete, over its root.
    case rootPositions
    /// Those over the third.
    case firstInversions
    /// Those with a major or minor triad over its fifth.
    case sixFours
    /// The last ticks of notes with a fermata in the top voice.
    case phraseEnds
    /// Those of them in which a triad sounds, complete or not.
    case triadPhraseEnds
    /// Pieces whose last tick in which all voices sound has a major or minor triad over its root, with or without its fifth.
    case rootPositionEnds
    /// Pieces that end so on the tonic.
    case tonicEnds
}
