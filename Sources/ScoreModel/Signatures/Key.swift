/// A key signature.
public struct Key: Hashable, Sendable {
    /// What it alters.
    public enum Content: Hashable, Sendable {
        /// Sharps (positive) or flats (negative) in the usual order, and the mode as the file names it.
        case traditional(fifths: Int, mode: String?)
        /// Any other set of alterations, in order.
        case alterations([Alteration])
    }

    /// One altered step of a signature.
    public struct Alteration: Hashable, Sendable {
        /// The step.
        public var step: Pitch.Step
        /// How far it is altered.
        public var alter: Semitones
        /// The sign that is printed, by its MusicXML name, when the file names one.
        public var sign: String?
        /// Its name in SMuFL.
        public var glyph: String?

        /// An altered step.
        public init(step: Pitch.Step, alter: Semitones, sign: String? = nil, glyph: String? = nil) {
            self.step = step
            self.alter = alter
            self.sign = sign
            self.glyph = glyph
        }
    }

    /// The signature before, cancelled by naturals.
    public struct Cancellation: Hashable, Sendable {
        /// The sharps or flats that are cancelled.
        public var fifths: Int
        /// Where the naturals stand: `left`, `right` or `before-barline`.
        public var location: String?

        /// A cancellation.
        public init(fifths: Int, location: String? = nil) {
            self.fifths = fifths
            self.location = location
        }
    }

    /// The octave in which one sign of a signature is drawn.
    public struct Octave: Hashable, Sendable {
        /// Which sign of the signature, from 1.
        public var sign: Int
        /// The octave.
        public var octave: Int
        /// Whether it is one of the cancelled signs.
        public var isCancelled: Bool?

        /// An octave.
        public init(sign: Int, octave: Int, isCancelled: Bool? = nil) {
            self.sign = sign
            self.octave = octave
            self.isCancelled = isCancelled
        }
    }

    /// What it alters.
    public var content: Content
    /// The signature before, cancelled by naturals.
    public var cancellation: Cancellation?
    /// Octaves in which its signs are drawn.
    public var octaves: [Octave] = []
    /// Whether it is printed, when the file says.
    public var isPrinted: Bool?

    /// A key signature.
    public init(_ content: Content) { self.content = content }

    /// Sharps (positive) or flats (negative) in the usual order.
    public static func traditional(fifths: Int, mode: String? = nil) -> Key {
        Key(.traditional(fifths: fifths, mode: mode))
    }

    /// Any other set of alterations, in order.
    public static func alterations(_ alterations: [Alteration]) -> Key { Key(.alterations(alterations)) }
}

extension Key: CustomStringConvertible {
    /// `G major`, `E minor`, `2 sharps`, `F# Bb`.
    public var description: String {
        switch content {
        case .traditional(let fifths, let mode):
            if let tonic = tonic { return "\(tonic) \(mode ?? "")" }
            let signs =
                fifths == 0
                ? "no sharps or flats"
                : "\(fifths.magnitude) \(fifths > 0 ? "sharp" : "flat")\(fifths.magnitude == 1 ? "" : "s")"
            return signs + (mode.map { " (\($0))" } ?? "")
        case .alterations(let alterations):
            return alterations.map { String("\(Pitch($0.step, alter: $0.alter, octave: 0))".dropLast()) }
                .joined(separator: " ")
        }
    }

    /// The name of the first degree of a major or minor key with up to seven accidentals.
    public var tonic: String? {
        guard case .traditional(let fifths, let mode) = content, (-7...7).contains(fifths) else { return nil }
        let circle = [
            "Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#",
        ]
        switch mode {
        case "major": return circle[fifths + 7]
        case "minor": return circle[fifths + 10]
        default: return nil
        }
    }
}
