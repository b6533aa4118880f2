public import ScoreModel

/// Why a score, or a plan, makes no theme.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A kind of error: a name in kebab case that stays the same between versions.
    public struct Code: Hashable, Sendable {
        /// The name.
        public let name: String

        private init(_ name: String) { self.name = name }

        /// Nothing sounds.
        public static let noNotes = Code("no-notes")
        /// All that sounds has no pitch.
        public static let unpitched = Code("unpitched")
        /// A voice that is to be kept has chords, or notes that overlap.
        public static let polyphony = Code("polyphony")
        /// No move brings the voices that are kept into the ranges that the model knows.
        public static let rangeTooWide = Code("range-too-wide")
        /// A voice that is to be kept is not there.
        public static let voiceMissing = Code("voice-missing")
        /// The score has many voices, and nothing tells which one is the theme.
        public static let voicesUnclear = Code("voices-unclear")
        /// The score is longer than any music.
        public static let tooLong = Code("too-long")
        /// A phrase is to end where the score has no measure, or the theme no note.
        public static let phraseMissing = Code("phrase-missing")
        /// A plan for a piece that cannot be: no measures, no meter, a pickup as long as a measure, a key that is not written.
        public static let planImpossible = Code("plan-impossible")
    }

    /// What kind of error it is.
    public let code: Code
    /// Where, when it is at one place.
    public let place: Diagnostic.Place
    /// What was found, in a sentence.
    public let message: String

    init(_ code: Code, _ message: String, at place: Diagnostic.Place = Diagnostic.Place()) {
        self.code = code
        self.place = place
        self.message = message
    }

    /// `measure 3: Flute has a chord [polyphony]`.
    public var description: String {
        let place = "\(place)"
        return (place.isEmpty ? "" : place + ": ") + "\(message) [\(code.name)]"
    }
}
