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
    static let most = 3
    /// Four octaves.
    private static let reach = 48
}

extension Grid {
    /// What sounds with a note of a voice, itself included, from the lowest: more than one where a stop begins with it.
    public func chord(of note: GridNote, inVoice voice: Int) -> [Int] {
        guard let stop = stops[note.ticks.lowerBound * voiceCount + voice] else { return [note.pitch] }
        let others = stop.intervals.map { note.pitch + $0 }
        return (others.filter { (0...127).contains($0) } + [note.pitch]).sorted()
    }
}
