public import ScoreModel

/// Two voices that both move at a moment: what each sounded until then, and what each sounds from then on.
///
/// Both strike a new pitch where their last note ends; a repeated note is no motion, and a rest between ends it.
public struct Motion: Sendable {
    /// How two voices move against each other.
    public enum Kind: String, Sendable {
        /// In the same direction, to the same interval, octaves apart.
        case parallel
        /// In the same direction, to another interval.
        case similar
        /// In opposite directions.
        case contrary
    }

    /// The moment.
    public let time: Fraction
    /// The voices.
    public let voices: VoicePair
    /// What the upper voice (by order) leaves and reaches.
    public let upper: Move
    /// What the lower voice (by order) leaves and reaches.
    public let lower: Move
    /// The interval that is left.
    public let before: Interval
    /// The interval that is reached.
    public let after: Interval
    /// The phrase that ends here.
    public let boundary: Boundary?
    /// True when the moment is a beat of its measure.
    public let isOnBeat: Bool
    /// True when the piece ends with what is reached.
    public let isFinal: Bool
    /// The passage's doubling that this belongs to, when the two voices go in octaves or unisons for long.
    public internal(set) var isDoubling = false

    /// True when both go up or both go down.
    public var isSameDirection: Bool { upper.isUpward == lower.isUpward }

    /// How the voices move against each other.
    public var kind: Kind {
        guard isSameDirection else { return .contrary }
        return before.simpleName == after.simpleName ? .parallel : .similar
    }

    /// True when the two only change places or octaves: the same two pitch classes before and after.
    public var isRegisterChange: Bool {
        upper.from.isSamePitchClass(as: upper.to) && lower.from.isSamePitchClass(as: lower.to)
            || upper.from.isSamePitchClass(as: lower.to) && lower.from.isSamePitchClass(as: upper.to)
    }
}

/// One voice from one note to the next, which has another pitch.
public struct Move: Hashable, Sendable {
    /// What is left.
    public let from: Event
    /// What is reached.
    public let to: Event

    /// True when the second note is higher.
    public var isUpward: Bool { to.height > from.height }
    /// The melodic interval.
    public var interval: Interval { Interval(from: from, to: to) }
    /// A unison by letter or a second of any size.
    public var isStep: Bool { interval.generic <= 1 }
}
