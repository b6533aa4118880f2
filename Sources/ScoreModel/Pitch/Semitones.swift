/// A distance in semitones, exact to a thousandth: what alters a step, or transposes an instrument.
///
/// MusicXML writes alterations as decimals (0.5 is a quarter tone sharp), so whole numbers will not do
/// and floating point is not needed.
public struct Semitones: Hashable, Sendable {
    /// Thousandths of a semitone.
    public let thousandths: Int32

    /// A distance in thousandths of a semitone.
    public init(thousandths: Int32) { self.thousandths = thousandths }

    /// A whole number of semitones, held within the range that fits.
    public init(_ whole: Int) {
        thousandths = Int32(max(min(whole, 2_000_000), -2_000_000) * 1000)
    }

    /// No distance.
    public static let zero = Semitones(thousandths: 0)

    /// The number of semitones when it is whole.
    public var whole: Int? { thousandths % 1000 == 0 ? Int(thousandths / 1000) : nil }

    /// The number of semitones as a decimal without needless digits: `-1`, `0.5`.
    public var decimal: String {
        if let whole { return "\(whole)" }
        let digits = String(thousandths.magnitude % 1000 + 1000).dropFirst()
        let fraction = digits.reversed().drop { $0 == "0" }.reversed()
        return "\(thousandths < 0 ? "-" : "")\(thousandths.magnitude / 1000).\(String(fraction))"
    }
}

extension Semitones: Comparable {
    /// Orders by size, flats first.
    public static func < (left: Semitones, right: Semitones) -> Bool { left.thousandths < right.thousandths }
}
