public import Counterpoint

/// Where a voice of a grid stands in its score.
public struct VoicePlace: Hashable, Sendable {
    /// The index of its part in `Score.parts`.
    public let part: Int
    /// Its staff in the part, from 1.
    public let staff: Int
    /// The index of its voice in `Part.voices`.
    public let voice: Int
    /// What it sings or plays, when that is known.
    public let role: Role?
    /// Its name for people.
    public let label: String
}

extension [VoicePlace] {
    /// True when one voice alone stands in a part.
    func haveOne(inPart part: Int) -> Bool { count { $0.part == part } == 1 }
}
