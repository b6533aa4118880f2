/// A key that music is in: a tonic and a mode. What is written at the beginning of a staff is ``Key``, a signature.
public struct Tonality: Hashable, Sendable {
    /// Which scale is built on the tonic.
    public enum Mode: String, Sendable, CaseIterable {
        case major, minor
    }

    /// The first degree.
    public let tonic: TonalPitchClass
    /// The scale.
    public let mode: Mode

    /// A key.
    public init(_ tonic: TonalPitchClass, _ mode: Mode) {
        self.tonic = tonic
        self.mode = mode
    }

    /// The key of a name: `G`, `Bb major`, `f#`, `F# minor`; a small letter alone is minor. Nil when it is none.
    public init?(_ name: some StringProtocol) {
        let words = name.split(separator: " ")
        guard let first = words.first, words.count <= 2, let tonic = TonalPitchClass(first) else { return nil }
        if words.count == 2 {
            guard let mode = Mode(rawValue: words[1].lowercased()) else { return nil }
            self.init(tonic, mode)
        } else {
            self.init(tonic, first.first?.isLowercase == true ? .minor : .major)
        }
    }

    /// The key with a signature of so many sharps (or, negative, flats).
    public init(signature fifths: Int, _ mode: Mode) {
        self.init(TonalPitchClass(fifths: mode == .major ? fifths : fifths + 3), mode)
    }

    /// Sharps (or, negative, flats) of its signature.
    public var signature: Int { mode == .major ? tonic.fifths : tonic.fifths - 3 }

    /// The tone that leads to the tonic, a semitone below.
    public var leadingTone: TonalPitchClass { tonic + 5 }
    /// The seventh degree of natural minor, a whole tone below the tonic.
    public var subtonic: TonalPitchClass { tonic + -2 }
    /// The fifth degree.
    public var dominant: TonalPitchClass { tonic + 1 }

    /// `G` for G major, `e` for E minor.
    public var symbol: String { mode == .major ? "\(tonic)" : tonic.description.lowercased() }
}

extension Tonality: CustomStringConvertible {
    /// `G major`.
    public var description: String { "\(tonic) \(mode.rawValue)" }
}
