public import Counterpoint
internal import ScoreModel

/// What a collection of pieces is like, beside a composer's own: a row of numbers.
public struct StyleReport: Hashable, Sendable, Codable {
    /// Findings of a rule.
    public struct Fault: Hashable, Sendable, Codable {
        /// Within phrases, for 100 chords.
        public let within: Double
        /// Across the end of a phrase, for 100 chords.
        public let across: Double
        /// Within phrases, how many are errors.
        public let errors: Int
    }

    /// What the collection is called.
    public let name: String
    /// Its pieces.
    public let pieces: Int
    /// Their ticks.
    public let ticks: Int
    /// Each rate in its unit, where there is anything to relate to.
    public let rates: [StyleRate: Double]
    /// The Jensen-Shannon divergence of each feature from the reference, in thousandths of a nat.
    public let divergences: [StyleFeature: Double]
    /// The style by whose rules it was judged.
    public let profile: String
    /// Pieces without errors within phrases, in per cent.
    public let faultless: Double
    /// What was found, by the names of rules.
    public let faults: [String: Fault]
    /// The distances of ``MockGrade``.
    public let distances: [MockFeature: Spread]
    /// The grades.
    public let grade: Spread?
    /// The ticks of the longest run that each piece shares with the reference in two of the three lower voices; less than
    /// ``CopiedRuns/shortest`` count as none.
    public let copiedTicks: Spread?
    /// The notes of both voices in the run that has most, in the same way.
    public let copiedAttacks: Spread?

    /// What a network pays for a tick of the lower voices, given the top one, in nats; nil when none was asked.
    public var natsGivenTop: Double?

    /// Looks at pieces.
    ///
    /// - Parameters:
    ///   - name: What they are called.
    ///   - samples: The pieces.
    ///   - reference: What they are compared with. None of them should be in it.
    ///   - linter: Who says what is wrong with them.
    public init(_ name: String, _ samples: [StyleSample], against reference: StyleReference, _ linter: Linter) {
        let looks = parallel(samples.count) { Look(samples[$0], reference, linter) }
        let counts = looks.reduce(into: StyleCounts()) { $0 += $1.counts }
        let found = looks.reduce(into: FaultCounts()) { $0 += $1.faults }
        self.name = name
        pieces = counts[.pieces]
        ticks = counts[.ticks]
        rates = Dictionary(StyleRate.allCases) { counts.rate($0) }
        divergences = Dictionary(StyleFeature.allCases) { feature in
            counts[feature].divergence(from: reference.counts[feature]).map { 1000 * $0 }
        }
        profile = linter.settings.profile.rawValue
        faultless = 100 * Double(found.faultless) / Double(max(found.pieces, 1))
        faults = found.rules.mapValues { count in
            func rate(_ number: Int) -> Double { 100 * Double(number) / Double(max(found.chords, 1)) }
            return Fault(within: rate(count.within), across: rate(count.across), errors: count.errors)
        }
        let grades = looks.compactMap(\.grade)
        distances = Dictionary(MockFeature.allCases) { feature in Spread(grades.compactMap { $0.distances[feature] }) }
        grade = Spread(grades.map(\.total))
        copiedTicks = Spread(looks.map { Double($0.copies.byTicks?.ticks.count ?? 0) })
        copiedAttacks = Spread(looks.map { Double($0.copies.byAttacks?.attacks ?? 0) })
    }

    /// What is seen of one piece.
    private struct Look: Sendable {
        let counts: StyleCounts
        let faults: FaultCounts
        let grade: MockGrade?
        let copies: (byTicks: CopiedRun?, byAttacks: CopiedRun?)

        init(_ sample: StyleSample, _ reference: StyleReference, _ linter: Linter) {
            counts = sample.counts
            faults = sample.faults(linter)
            grade = reference.grading.grade(sample)
            copies = reference.copies.longest(in: sample.grid)
        }
    }
}

extension Dictionary {
    /// What each key has, if anything.
    fileprivate init(_ keys: [Key], _ value: (Key) -> Value?) {
        self.init(uniqueKeysWithValues: keys.compactMap { key in value(key).map { (key, $0) } })
    }
}
