/// What the search for chords and keys charges. Lengths are in quarter notes; the unit of a cost is arbitrary, only proportions count.
///
/// The form is that of Temperley, The Cognition of Basic Musical Structures (2001), chapters 6 and 7, and of Raphael & Stoddard, "Functional
/// harmonic analysis using probabilistic models" (2004): one path through keys and chords at once. The numbers were fitted by
/// `Tools/fit-harmony`; Docs/Harmony.md tells on what and how well.
public struct HarmonyCosts: Hashable, Sendable {
    /// A tone that the chord does not have, for a quarter note.
    public var foreign: Float = 8
    /// How much of it is charged when the tone is reached and left by step.
    public var betweenSteps: Float = 0.35
    /// When it was sounded before, and goes on by step.
    public var prepared: Float = 0.25
    /// When it is reached by step, and sounded again.
    public var anticipated: Float = 0.34
    /// When it is left by step only.
    public var leftByStep: Float = 0.51
    /// When it is reached by step only.
    public var reachedByStep: Float = 0.6
    /// When it is neither.
    public var unconnected: Float = 1.2
    /// Factor for a foreign tone that is struck on a beat.
    public var accented: Float = 2.5
    /// Factor for a foreign tone that goes on from before.
    public var held: Float = 1.5
    /// Factor for a foreign tone in the bass.
    public var inBass: Float = 1.1
    /// No foreign tone costs more than this for a quarter note: a wrong note is possible, too.
    public var mostForeign: Float = 8
    /// Charges grow with this power of the length, up to a quarter note.
    public var lengthPower: Float = 1.3
    /// How much each further quarter note adds.
    public var furtherLength: Float = 0.32

    /// A root that does not sound, for a quarter note.
    public var missingRoot: Float = 1.5
    /// A third that does not.
    public var missingThird: Float = 1.1
    /// A fifth that does not.
    public var missingFifth: Float = 0.36
    /// A diminished or augmented fifth that does not.
    public var missingAlteredFifth: Float = 1.4
    /// A seventh that does not.
    public var missingSeventh: Float = 3.2
    /// How much a seventh pays of what it would cost as a foreign tone: it is a dissonance, and wants to step down.
    public var seventh: Float = 0.26
    /// A triad over its fifth, for a quarter note.
    public var sixFour: Float = 1.7
    /// The same without its third: the fourth over the bass is a suspension then.
    public var openSixFour: Float = 4
    /// Letters that are not those of the chord.
    public var misspelled: Float = 2.2

    /// A chord that begins on a beat.
    public var changeOnBeat: Float = 0.16
    /// In the middle of a beat.
    public var changeOffBeat: Float = 0.45
    /// Elsewhere.
    public var changeElsewhere: Float = 0.22
    /// What is charged of the surprise at a chord after the one before it.
    public var progression: Float = 0.6
    /// What is charged of the surprise at a chord in its key.
    public var degree: Float = 0.058
    /// The same where nothing in the key goes before.
    public var firstDegree: Float = 0.3

    /// A new key.
    public var newKey: Float = 3
    /// A new key where a phrase begins.
    public var newKeyAtPhrase: Float = 2
    /// A key whose signature differs by a sharp or flat from that of the score, once.
    public var signature: Float = 1.4
    /// A piece that does not end on the tonic.
    public var openEnd: Float = 0.6

    /// The costs that are used.
    public init() {}
}
