public import ScoreModel

/// A pitch without its octave, as a place on the line of fifths: C is 0, G 1, F -1, F sharp 6.
///
/// Intervals are differences there: a major third is 4 fifths up, a minor third 3 down (Temperley, The Cognition of Basic Musical
/// Structures, chapter 5).
public struct TonalPitchClass: Hashable, Sendable {
    /// Fifths above C.
    public let fifths: Int

    /// A place on the line of fifths.
    public init(fifths: Int) { self.fifths = fifths }

    /// The pitch class of a letter with its alteration, in semitones.
    public init(_ step: Pitch.Step, alter: Int = 0) {
        fifths = [0, 2, 4, -1, 1, 3, 5][Int(step.rawValue)] + 7 * alter
    }

    /// The pitch class of a pitch; quarter tones count as the semitone below.
    public init(_ pitch: Pitch) {
        self.init(pitch.step, alter: Int((Fraction(Int(pitch.alter.thousandths), over: 1000) ?? .zero).floor))
    }

    /// The pitch class of a name such as `C`, `F#` or `Bb`; nil when it is none.
    public init?(_ name: some StringProtocol) {
        guard let pitch = Pitch(name.prefix(1).uppercased() + name.dropFirst() + "4") else { return nil }
        self.init(pitch)
    }

    /// Semitones above C, from 0 to 11.
    public var pitchClass: Int { (fifths * 7).modulo(12) }

    /// The letter.
    public var step: Pitch.Step { [.f, .c, .g, .d, .a, .e, .b][(fifths + 1).modulo(7)] }

    /// Semitones above the plain letter.
    public var alter: Int { (fifths + 1 - (fifths + 1).modulo(7)) / 7 }

    /// The pitch class so many fifths above.
    public static func + (base: TonalPitchClass, fifths: Int) -> TonalPitchClass {
        TonalPitchClass(fifths: base.fifths + fifths)
    }

    /// The fifths from the second to the first.
    public static func - (upper: TonalPitchClass, lower: TonalPitchClass) -> Int { upper.fifths - lower.fifths }
}

extension TonalPitchClass: CustomStringConvertible {
    /// `C`, `F#`, `Bb`.
    public var description: String {
        step.letter + String(repeating: alter < 0 ? "b" : "#", count: min(abs(alter), 9))
    }
}

extension Int {
    /// The remainder that is never negative.
    package func modulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
