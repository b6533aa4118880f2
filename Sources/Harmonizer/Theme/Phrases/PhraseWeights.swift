/// What each sign of a phrase's end is worth, in natural logarithms of odds.
///
/// Fitted by maximum likelihood to the fermatas of 286 chorales of Bach, those of the training part that have two or more, each taken twice: with
/// its words and without. `Docs/Themes.md` tells how well they do on others.
struct PhraseWeights {
    // MARK: How long it lasts

    /// Every note: most are no ends.
    let end = -4.57
    /// Each doubling beyond the usual length.
    let long = 3.60
    /// Each doubling that it falls short of the usual length, which is a negative number.
    let short = 1.95
    /// Each doubling of the mean length of its neighbours.
    let longer = -1.20
    /// Long, but the next one no shorter.
    let longNext = -0.80
    /// A rest follows.
    let rest = 1.32

    // MARK: Where it stands

    /// At the beginning of a measure.
    let downbeat = 1.26
    /// In the middle of a measure of two, four or more even beats.
    let halfMeasure = 1.57
    /// On no beat.
    let offBeat = -1.41
    /// At a double bar, a final bar or a repeat sign.
    let section = 1.74

    // MARK: The line

    /// An octave from the note before.
    let leapBefore = -1.51
    /// An octave to the note after.
    let leapAfter = 2.92
    /// The note after has the same pitch.
    let sameAfter = 1.37
    /// The pitch class of the last note.
    let first = 0.89
    /// A whole tone above it.
    let second = 0.71
    /// A third above it.
    let third = 0.56
    /// A fifth above it.
    let fifth = 1.03
    /// Music that comes back begins after it.
    let refrainBegins = 0.84
    /// Music that comes back ends with it.
    let refrainEnds = 1.20

    // MARK: Its words

    /// The melody is sung.
    let sung = -0.45
    /// The next note has no syllable of its own.
    let held = -1.42
    /// The word goes on.
    let withinWord = -2.57
    /// The line, or a sentence or the like, ends.
    let stop = 1.97
    /// A comma or a dash.
    let comma = 2.72

    // MARK: The phrase

    /// Each squared doubling of the number of notes below eight.
    let fewNotes = -1.02
    /// Each squared doubling above eight.
    let manyNotes = -1.36
    /// No more than three notes on beats.
    let threeBeats = -0.46
    /// Four or five.
    let fiveBeats = -0.68
    /// Seven or eight.
    let eightBeats = 0.36
    /// Ten or more.
    let tenBeats = -0.35
    /// As long as phrases of the piece mostly are.
    let usualLength = 1.45
    /// Begins where in the measure phrases of the piece mostly begin.
    let usualPlace = 1.12

    static let fitted = PhraseWeights()
}
