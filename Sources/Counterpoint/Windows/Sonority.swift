/// Two voices that sound at a moment: the window of rules about distance and order.
public struct Sonority: Sendable {
    /// The voices, the upper one by order first; both count from the top.
    public let voices: VoicePair
    /// What the upper voice (by order) sounds.
    public let upper: Event
    /// What the lower voice (by order) sounds.
    public let lower: Event
    /// Where the letters come from.
    public let spelling: SpellingSource

    /// True when the voice that is higher by order sounds lower.
    public var isCrossed: Bool { upper.height < lower.height }
    /// The interval from the lower sounding note to the upper one.
    public var interval: Interval { Interval(between: upper, and: lower, spelling: spelling) }
}

/// Two voices and how they stand to each other, whatever they sound.
public struct VoicePair: Hashable, Sendable {
    /// The voice that is higher by order, counted from the top.
    public let upper: Int
    /// The voice that is lower by order.
    public let lower: Int
    /// True when no other voice stands between them.
    public let areNeighbours: Bool
    /// True when they are the first and the last.
    public let areOuter: Bool
    /// True when the lower one is the last voice.
    public let includesBass: Bool
    /// True when the upper one is the first voice.
    public let includesTop: Bool
    /// True when one of them is no voice of a choir, in a score of strings or one that has a choir: parts without a role stand beside a choir
    /// as instruments do, and are voices where there are no others.
    public let includesInstrument: Bool
    /// Their names for people.
    public let labels: [String]
}
