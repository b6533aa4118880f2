/// What each sign of a phrase's end is worth, in natural logarithms of odds.
///
/// Fitted by maximum likelihood to the fermatas of 286 chorales of Bach, those of the training part that have two or more, each taken twice: with
/// its words and without. `Docs/Themes.md` tells how well they do on others.
struct PhraseWeights {
    // MARK: How long it lasts

    /// Every note: most are no ends.
    var end = -4.57
    /// Each doubling beyond the usual length.
    var long = 3.60
    /// Each doubling that it falls short of the usual length, which is a negative number.
    var short = 1.95
    /// Each doubling of the mean length of its neighbours.
    var longer = -1.20
    /// Long, but the next one no shorter.
    var longNext = -0.80
    /// A rest follows.
    var rest = 1.32

    // MARK: Where it stands

    /// At the beginning of a measure.
    var downbeat = 1.26
    /// In the middle of a measure of two, four or more even beats.
    var halfMeasure = 1.57
    /// On no beat.
    var offBeat = -1.41
    /// At a double bar, a final bar or a repeat sign.
    var section = 1.74

    // MARK: The line

    /// An octave from the note before.
    var leapBefore = -1.51
    /// An octave to the note after.
    var leapAfter = 2.92
    /// The note after has the same pitch.
    var sameAfter = 1.37
    /// The pitch class of the last note.
    var first = 0.89
    /// A whole tone above it.
    var second = 0.71
    /// A third above it.
    var third = 0.56
    /// A fifth above it.
    var fifth = 1.03
    /// Music that comes back begins after it.
    var refrainBegins = 0.84
    /// Music that comes back ends with it.
    var refrainEnds = 1.20

    // MARK: Its words

    /// The melody is sung.
    var sung = -0.45
    /// The next note has no syllable of its own.
    var held = -1.42
    /// The word goes on.
    var withinWord = -2.57
    /// The line, or a sentence or the like, ends.
    var stop = 1.97
    /// A comma or a dash.
    var comma = 2.72

    // MARK: The phrase

    /// Each squared doubling of the number of notes below eight.
    var fewNotes = -1.02
    /// Each squared doubling above eight.
    var manyNotes = -1.36
    /// No more than three notes on beats.
    var threeBeats = -0.46
    /// Four or five.
    var fiveBeats = -0.68
    /// Seven or eight.
    var eightBeats = 0.36
    /// Ten or more.
    var tenBeats = -0.35
    /// As long as phrases of the piece mostly are.
    var usualLength = 1.45
    /// Begins where in the measure phrases of the piece mostly begin.
    var usualPlace = 1.12

    static let fitted = PhraseWeights()
}
