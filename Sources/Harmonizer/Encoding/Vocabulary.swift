/// The tokens that a network knows: four that are no pitches, then one for each sounding pitch of a range.
///
/// Pitches are MIDI key numbers, so that transposition is an addition; their spelling follows from the key when a grid becomes a score again.
public struct Vocabulary: Hashable, Sendable {
    /// What the numbers of tokens mean. It stands in every weights file.
    public static let version = 1
    /// The number of the lowest pitch's token.
    public static let firstPitch = 4

    /// The music that it is for.
    public let ensemble: Ensemble
    /// The lowest and the highest pitch, as MIDI key numbers.
    public let pitches: ClosedRange<Int>

    /// The vocabulary of a range of pitches; nil when the range leaves the 128 keys of MIDI.
    public init?(pitches: ClosedRange<Int>, for ensemble: Ensemble = .choir) {
        guard pitches.lowerBound >= 0, pitches.upperBound < 128 else { return nil }
        self.init(ensemble, known: pitches)
    }

    private init(_ ensemble: Ensemble, known pitches: ClosedRange<Int>) {
        (self.ensemble, self.pitches) = (ensemble, pitches)
    }

    /// The one for vocal music: G1 to D6, which holds the four ranges of a choir with room to transpose.
    public static let voices = Vocabulary(.choir, known: 31...86)
    /// The one for string quartets: from the cello's C2 to G7, beyond which violins hardly go.
    public static let strings = Vocabulary(.strings, known: 36...103)

    /// The one of an ensemble.
    public init(_ ensemble: Ensemble) {
        self = ensemble == .choir ? .voices : .strings
    }

    /// How many tokens there are.
    public var count: Int { Self.firstPitch + pitches.count }

    /// The token of a pitch that begins; nil outside the range.
    public func token(pitch: Int) -> Token? {
        guard pitches.contains(pitch) else { return nil }
        return Token(rawValue: UInt8(Self.firstPitch + pitch - pitches.lowerBound))
    }

    /// The pitch that a token begins; nil when it begins none.
    public func pitch(_ token: Token) -> Int? {
        let number = Int(token.rawValue) - Self.firstPitch
        guard number >= 0, number < pitches.count else { return nil }
        return pitches.lowerBound + number
    }
}
