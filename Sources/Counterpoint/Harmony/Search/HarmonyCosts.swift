/// What the search for chords and keys charges. Lengths are in quarter notes; the unit of a cost is arbitrary, only proportions count.
///
/// The form is that of Temperley, The Cognition of Basic Musical Structures (2001), chapters 6 and 7, and of Raphael & Stoddard, "Functional
/// harmonic analysis using probabilistic models" (2004): one path through keys and chords at once. The numbers were fitted by
/// `Tools/fit-harmony`; Docs/Harmony.md tells on what and how well.
public struct HarmonyCosts: Hashable, Sendable {
    /// A tone that the chord does not have, for a quarter note.
    public var foreign: Float = 7
    /// How much of it is charged when the tone is reached and left by step.
    public var betweenSteps: Float = 0.35
    /// When it was sounded before, and goes on by step.
    public var prepared: Float = 0.45
    /// When it is reached by step, and sounded again.
    public var anticipated: Float = 0.5
    /// When it is left by step only.
    public var leftByStep: Float = 0.7
    /// When it is reached by step only.
    public var reachedByStep: Float = 0.8
    /// When it is neither.
    public var unconnected: Float = 1.4
    /// Factor for a foreign tone that is struck on a beat.
    public var accented: Float = 1
    /// Factor for a foreign tone that goes on from before.
    public var held: Float = 1
    /// Factor for a foreign tone in the bass.
    public var inBass: Float = 1.15
    /// How much of a charge grows with the length up to a quarter note; the rest grows with its square root.
    public var linear: Float = 0.7

    /// A root that does not sound, for a quarter note.
    public var missingRoot: Float = 1.8
    /// A third that does not.
    public var missingThird: Float = 1.9
    /// A fifth that does not.
    public var missingFifth: Float = 0.1
    /// A diminished or augmented fifth that does not.
    public var missingAlteredFifth: Float = 0.4
    /// A seventh that does not.
    public var missingSeventh: Float = 1.6
    /// Letters that are not those of the chord.
    public var misspelled: Float = 2

    /// A chord that begins on a beat.
    public var changeOnBeat: Float = 0
    /// In the middle of a beat.
    public var changeOffBeat: Float = 0.6
    /// Elsewhere.
    public var changeElsewhere: Float = 0.6
    /// What is charged of the surprise at a chord after the one before it.
    public var progression: Float = 0.18
    /// What is charged of the surprise at a chord in its key.
    public var degree: Float = 0.12
    /// The same where nothing in the key goes before.
    public var firstDegree: Float = 0.3

    /// A new key.
    public var newKey: Float = 3.5
    /// A new key where a phrase begins.
    public var newKeyAtPhrase: Float = 1.75
    /// A key whose signature differs by a sharp or flat from that of the score, once.
    public var signature: Float = 1.5
    /// A piece that does not end on the tonic.
    public var openEnd: Float = 1

    /// The costs that are used.
    public init() {}
}
