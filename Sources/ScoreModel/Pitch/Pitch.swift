/// A spelled pitch: a step, its alteration and an octave, where `C4` is middle C.
public struct Pitch: Hashable, Sendable {
    /// A letter of the scale, counted from C.
    public enum Step: Int8, Sendable, CaseIterable {
        case c, d, e, f, g, a, b

        /// Semitones above C.
        public var semitones: Int {
            switch self {
            case .c: 0
            case .d: 2
            case .e: 4
            case .f: 5
            case .g: 7
            case .a: 9
            case .b: 11
            }
        }

        /// The capital letter.
        public var letter: String { ["C", "D", "E", "F", "G", "A", "B"][Int(rawValue)] }
    }

    /// The letter.
    public var step: Step
    /// How far from the plain letter.
    public var alter: Semitones
    /// The octave, which begins at C; middle C begins octave 4.
    public var octave: Int8

    /// A pitch.
    public init(_ step: Step, alter: Semitones = .zero, octave: Int8) {
        self.step = step
        self.alter = alter
        self.octave = octave
    }

    /// Steps above C0, whatever the alterations: the place on the staff.
    public var diatonic: Int { Int(octave) * 7 + Int(step.rawValue) }

    /// Thousandths of a semitone above the C whose key number is 0 (middle C is 60,000).
    public var height: Int { (Int(octave) + 1) * 12_000 + step.semitones * 1000 + Int(alter.thousandths) }

    /// The nearest MIDI key number, middle C being 60 and quarter tones rounded up; it may lie outside 0 to 127.
    public var keyNumber: Int { Fraction(height + 500, over: 1000)?.floor ?? 0 }
}

extension Pitch: CustomStringConvertible {
    /// `C4`, `F#4`, `Bb3`, `F##5`; alterations that are not whole stand in parentheses: `E(-0.5)4`.
    public var description: String {
        guard let whole = alter.whole, abs(whole) <= 9 else {
            return "\(step.letter)(\(alter.thousandths > 0 ? "+" : "")\(alter.decimal))\(octave)"
        }
        return step.letter + String(repeating: whole < 0 ? "b" : "#", count: abs(whole)) + "\(octave)"
    }
}
