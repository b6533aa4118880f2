/// A chord symbol.
public struct Harmony: Hashable, Sendable {
    /// A pitch class with its spelling.
    public struct Tone: Hashable, Sendable {
        /// The step.
        public var step: Pitch.Step
        /// How far it is altered.
        public var alter: Semitones

        /// A spelled pitch class.
        public init(step: Pitch.Step, alter: Semitones = .zero) {
            self.step = step
            self.alter = alter
        }
    }

    /// What the chord is built on.
    public enum Base: Hashable, Sendable {
        /// A root.
        case root(Tone)
        /// A Roman numeral, as text (MusicXML 4.0).
        case numeral(String)
        /// A function, as text.
        case function(String)
    }

    /// A tone added, altered or left out.
    public struct Degree: Hashable, Sendable {
        /// What is done to it.
        public enum Change: String, Sendable {
            case add, alter, subtract
        }

        /// The degree, counted from the root.
        public var value: Int
        /// How far it is altered.
        public var alter: Semitones
        /// What is done to it.
        public var change: Change

        /// A changed degree.
        public init(value: Int, alter: Semitones, change: Change) {
            self.value = value
            self.alter = alter
            self.change = change
        }
    }

    /// What it is built on.
    public var base: Base
    /// The kind by its MusicXML name, such as `major-seventh`.
    public var kind: String
    /// How the kind is printed, when the file says.
    public var text: String?
    /// 0 for root position.
    public var inversion: Int?
    /// The bass, when it is not the root.
    public var bass: Tone?
    /// Tones added, altered or left out.
    public var degrees: [Degree]

    /// A chord symbol.
    public init(
        base: Base, kind: String, text: String? = nil, inversion: Int? = nil, bass: Tone? = nil, degrees: [Degree] = []
    ) {
        self.base = base
        self.kind = kind
        self.text = text
        self.inversion = inversion
        self.bass = bass
        self.degrees = degrees
    }
}
