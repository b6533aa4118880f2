public import Counterpoint

/// What a linter finds in pieces, by rule, in numbers that can be added up.
public struct FaultCounts: Hashable, Sendable {
    /// The findings of a rule.
    public struct Count: Hashable, Sendable {
        /// Those within phrases, whatever their severity.
        public var within = 0
        /// Those across the end of a phrase.
        public var across = 0
        /// Those within phrases that are errors.
        public var errors = 0

        static func += (sum: inout Count, other: Count) {
            sum.within += other.within
            sum.across += other.across
            sum.errors += other.errors
        }
    }

    /// The pieces.
    public private(set) var pieces = 0
    /// The pieces without errors.
    public private(set) var faultless = 0
    /// Their chords: ticks in which the pitch of some voice changes.
    public private(set) var chords = 0
    /// The findings by the names of rules.
    public private(set) var rules: [String: Count] = [:]

    /// No pieces.
    public init() {}

    /// A piece.
    ///
    /// - Parameters:
    ///   - findings: What was found in it.
    ///   - chords: How many chords it has: ``StyleCount/slices``.
    public init(_ findings: [Finding], chords: Int) {
        pieces = 1
        self.chords = chords
        for finding in findings {
            if finding.boundary != nil {
                rules[finding.rule, default: Count()].across += 1
            } else {
                rules[finding.rule, default: Count()].within += 1
                if finding.severity == .error { rules[finding.rule, default: Count()].errors += 1 }
            }
        }
        faultless = errors == 0 ? 1 : 0
    }

    /// The errors of all rules.
    public var errors: Int { rules.values.reduce(0) { $0 + $1.errors } }

    /// The findings of a rule within phrases for 100 chords; nil without chords.
    public func rate(_ rule: String) -> Double? {
        chords > 0 ? 100 * Double(rules[rule]?.within ?? 0) / Double(chords) : nil
    }

    /// Adds other pieces.
    public static func += (sum: inout FaultCounts, other: FaultCounts) {
        sum.pieces += other.pieces
        sum.faultless += other.faultless
        sum.chords += other.chords
        for (rule, count) in other.rules { sum.rules[rule, default: Count()] += count }
    }
}
