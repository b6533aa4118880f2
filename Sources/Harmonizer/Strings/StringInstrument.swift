public import Counterpoint
internal import Foundation

/// An instrument of a string quartet: what it can play, and how far the hand of its player reaches.
public enum StringInstrument: String, Hashable, Sendable, CaseIterable {
    case violin, viola, cello

    /// The instrument of a voice; nil for voices that sing.
    public init?(_ role: Role) {
        switch role {
        case .violin1, .violin2: self = .violin
        case .viola: self = .viola
        case .cello: self = .cello
        case .soprano, .alto, .tenor, .bass: return nil
        }
    }

    /// Those of a string quartet, from the top.
    public static let quartet: [StringInstrument] = [.violin, .violin, .viola, .cello]

    /// The open strings, as MIDI key numbers, from the lowest.
    public var strings: [Int] {
        switch self {
        case .violin: [55, 62, 69, 76]
        case .viola: [48, 55, 62, 69]
        case .cello: [36, 43, 50, 57]
        }
    }

    /// The pitches of ordinary parts, as MIDI key numbers: up to A6, E5 and C5, as in the rule `instrument-range`.
    public var ordinary: ClosedRange<Int> {
        switch self {
        case .violin: 55...93
        case .viola: 48...76
        case .cello: 36...72
        }
    }

    /// All pitches that are played without harmonics: up to E7, E6 and A5 (Adler, *The Study of Orchestration*; Piston, *Orchestration*).
    public var all: ClosedRange<Int> {
        switch self {
        case .violin: 55...100
        case .viola: 48...88
        case .cello: 36...81
        }
    }

    /// How far apart two fingers may stand in ordinary parts, as a share of the string's length.
    ///
    /// The frame of a violinist's and a violist's hand is a perfect fourth between the first finger and the fourth, which makes an octave on
    /// two strings; it is widest in the half position. That of a cellist's hand in the neck positions is a minor third, and a major third
    /// when the first finger is extended backwards or the others forwards (the four-finger positions of all cello schools, from Duport's
    /// *Essai sur le doigté*, 1806, on).
    var frame: Double {
        switch self {
        case .violin, .viola: Self.stretch(from: 1, to: 6)
        case .cello: Self.stretch(from: 1, to: 5)
        }
    }

    /// How far apart two fingers may stand at all, as a share of the string's length.
    ///
    /// On the violin a tenth on two strings, minor from the first position on and major from the second; on the viola, whose string is longer,
    /// a ninth, and minor tenths from the second position on: treatises (Adler; Piston; Forsyth, *Orchestration*) leave both to soloists. On the
    /// cello an octave on two strings from the first position on, for which the thumb is put on the lower one or the hand extended twice.
    var reach: Double {
        switch self {
        case .violin: Self.stretch(from: 2, to: 10)
        case .viola: Self.stretch(from: 2, to: 9)
        case .cello: Self.stretch(from: 2, to: 7)
        }
    }

    /// How far apart two places on strings are that lie so many semitones above the open ones, as a share of the strings' length.
    ///
    /// A semitone takes the less of a string the higher it lies: what sounds is as long as the string divided by 2 for every octave.
    static func stretch(from low: Int, to high: Int) -> Double {
        exp2(-Double(low) / 12) - exp2(-Double(high) / 12)
    }
}
