/// A chord symbol, or several that stand together.
public struct Harmony: Hashable, Sendable {
    /// The chords, at least one.
    public var chords: [Chord]
    /// A fretboard diagram.
    public var frame: Frame?
    /// How far behind its place in the file it takes effect, in quarter notes; ``Timed/onset`` has it counted in.
    public var offset: Direction.Offset?
    /// `explicit`, `implied` or `alternate`.
    public var type: String?
    /// Whether it is printed, when the file says.
    public var isPrinted: Bool?
    /// Whether its diagram is printed.
    public var printsFrame: Bool?
    /// How root and bass are set: `vertical`, `horizontal` or `diagonal`.
    public var arrangement: String?
    /// On which side of the staff it stands.
    public var placement: Placement?
    /// For which staves of a system it holds.
    public var system: String?

    /// Chord symbols.
    public init(_ chords: [Chord]) { self.chords = chords }

    /// One chord.
    public struct Chord: Hashable, Sendable {
        /// What it is built on.
        public var base: Base
        /// The kind by its MusicXML name, such as `major-seventh`.
        public var kind: String
        /// How the kind is printed.
        public var printing = KindPrinting()
        /// 0 for root position.
        public var inversion: Int?
        /// How the inversion is printed.
        public var inversionText: String?
        /// The bass, when it is not the root.
        public var bass: Bass?
        /// Tones added, altered or left out.
        public var degrees: [Degree] = []

        /// A chord.
        public init(base: Base, kind: String) {
            self.base = base
            self.kind = kind
        }
    }

    /// What a chord is built on.
    public enum Base: Hashable, Sendable {
        /// A root.
        case root(Tone)
        /// A Roman numeral (MusicXML 4.0).
        case numeral(Numeral)
        /// A function, as text.
        case function(String)
    }

    /// A pitch class with its spelling.
    public struct Tone: Hashable, Sendable {
        /// The step.
        public var step: Pitch.Step
        /// How far it is altered, when the file says.
        public var alter: Semitones?
        /// How the step is printed.
        public var text: String?
        /// Whether the alteration is printed.
        public var printsAlter: Bool?
        /// On which side of the step the alteration stands: `left` or `right`.
        public var alterSide: String?

        /// A spelled pitch class.
        public init(step: Pitch.Step, alter: Semitones? = nil) {
            self.step = step
            self.alter = alter
        }
    }

    /// A Roman numeral.
    public struct Numeral: Hashable, Sendable {
        /// The degree of the scale, from 1.
        public var root: Int
        /// How it is printed.
        public var text: String?
        /// How far it is altered.
        public var alter: Semitones?
        /// Whether the alteration is printed.
        public var printsAlter: Bool?
        /// On which side the alteration stands.
        public var alterSide: String?
        /// The key that it counts in, when it is not the one in force.
        public var key: NumeralKey?

        /// A numeral.
        public init(root: Int) { self.root = root }
    }

    /// The key that a Roman numeral counts in.
    public struct NumeralKey: Hashable, Sendable {
        /// Sharps (positive) or flats (negative).
        public var fifths: Int
        /// The mode: `major`, `minor`, `natural minor`, `melodic minor` or `harmonic minor`.
        public var mode: String
        /// Whether it is printed.
        public var isPrinted: Bool?

        /// A key.
        public init(fifths: Int, mode: String) {
            self.fifths = fifths
            self.mode = mode
        }
    }

    /// The bass of a chord.
    public struct Bass: Hashable, Sendable {
        /// Which it is.
        public var tone: Tone
        /// What stands between root and bass, when it is not a slash.
        public var separator: String?
        /// How root and bass are set.
        public var arrangement: String?

        /// A bass.
        public init(_ tone: Tone) { self.tone = tone }
    }

    /// How the kind of a chord is printed; nil where the file does not say.
    public struct KindPrinting: Hashable, Sendable {
        /// Its text.
        public var text: String?
        /// Whether symbols stand for words.
        public var usesSymbols: Bool?
        /// Whether degrees are stacked.
        public var stacksDegrees: Bool?
        /// Whether degrees stand in parentheses.
        public var parenthesizesDegrees: Bool?
        /// Whether degrees stand in brackets.
        public var bracketsDegrees: Bool?

        /// Nothing said.
        public init() {}
    }

    /// A tone added, altered or left out.
    public struct Degree: Hashable, Sendable {
        /// What is done to it.
        public enum Change: String, Sendable, CaseIterable {
            case add, alter, subtract
        }

        /// The degree, counted from the root.
        public var value: Int
        /// How far it is altered.
        public var alter: Semitones
        /// What is done to it.
        public var change: Change
        /// How the degree is printed: as a symbol, and as text.
        public var symbol: String?
        /// The text of the degree.
        public var text: String?
        /// The text of what is done to it.
        public var changeText: String?
        /// Whether plus and minus stand for sharp and flat.
        public var usesPlusMinus: Bool?
        /// Whether it is printed.
        public var isPrinted: Bool?

        /// A changed degree.
        public init(value: Int, alter: Semitones = .zero, change: Change = .add) {
            self.value = value
            self.alter = alter
            self.change = change
        }
    }
}
