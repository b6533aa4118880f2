/// A version of MusicXML that documents are written for.
public enum MusicXMLVersion: String, Sendable, CaseIterable, Comparable {
    /// Of 2011.
    case v3_0 = "3.0"
    /// Of 2017.
    case v3_1 = "3.1"
    /// Of 2021.
    case v4_0 = "4.0"

    /// Orders by age, the oldest first.
    public static func < (left: MusicXMLVersion, right: MusicXMLVersion) -> Bool { left.rawValue < right.rawValue }
}
