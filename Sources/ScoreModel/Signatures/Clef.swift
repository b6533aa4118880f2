/// A clef.
public struct Clef: Hashable, Sendable {
    /// The sign, which names the pitch of its line.
    public enum Sign: String, Sendable, CaseIterable {
        case g = "G"
        case f = "F"
        case c = "C"
        case percussion
        case tablature = "TAB"
        case jianpu
        case none
    }

    /// The sign.
    public var sign: Sign
    /// The line that it stands on, counted from the bottom.
    public var line: Int?
    /// Octaves that the written pitch lies above the sign's own: −1 for the tenor's G clef with an 8 below.
    public var octaveChange: Int

    /// True when it is one more clef at the same place.
    public var isAdditional: Bool?
    /// Its size, when the file says.
    public var size: NotationSize?
    /// Whether it stands behind the bar line.
    public var isAfterBarline: Bool?
    /// Whether it is printed, when the file says.
    public var isPrinted: Bool?

    /// A clef.
    public init(_ sign: Sign, line: Int? = nil, octaveChange: Int = 0) {
        self.sign = sign
        self.line = line
        self.octaveChange = octaveChange
    }
}
