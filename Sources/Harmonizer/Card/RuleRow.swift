/// What was found of one rule, beside what Bach's chorales, or string quartets, have of it.
public struct RuleRow: Hashable, Sendable, Codable {
    /// The findings within phrases, whatever their severity.
    public let found: Int
    /// Those of them that are errors.
    public let errors: Int
    /// Those of them all of whose notes were given.
    public let given: Int
    /// The findings across the end of a phrase.
    public let across: Int
    /// The findings within phrases for 100 chords.
    public let perHundredChords: Double
    /// The same in those; nil where it was not measured.
    public let usual: Norm?
    /// Whether there are more of them than 95 of 100 of those would have if they were as long.
    public let isUnusual: Bool

    /// - Parameter chords: How many chords the piece has.
    init(_ count: FaultCounts.Count, given: Int, chords: Int, usual: Norm?) {
        (found, errors, across, self.given) = (count.within, count.errors, count.across, given)
        self.usual = usual
        perHundredChords = 100 * Double(count.within) / Double(max(chords, 1))
        // No piece has half a finding.
        isUnusual = usual.map { Double(count.within) > ($0.high * Double(chords) / 100).rounded(.up) } ?? false
    }
}
