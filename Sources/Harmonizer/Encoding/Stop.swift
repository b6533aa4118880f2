/// What sounds together with a note of a string instrument: a double, triple or quadruple stop without the note that stands for it.
public struct Stop: Hashable, Sendable, Codable {
    /// The semitones from the note that stands for the chord to each of the others, ascending.
    public let intervals: [Int]

    /// The other notes of a chord; nil when there are none, or they lie further off than an instrument reaches.
    public init?(intervals: some Collection<Int>) {
        let sorted = Set(intervals).subtracting([0]).sorted()
        guard (1...Self.most).contains(sorted.count), sorted.allSatisfy({ abs($0) <= Self.reach }) else { return nil }
        self.intervals = sorted
    }

    /// A string quartet's instruments have four strings.
    private static let most = 3
    /// Four octaves.
    private static let reach = 48
}
