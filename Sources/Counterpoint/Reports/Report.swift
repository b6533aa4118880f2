import ScoreModel

/// A way to tell what was found: judgements in, text out.
public protocol Report: Sendable {
    /// Its name, as `--format` takes it.
    static var name: String { get }
    /// True when it is one document about all files, which can only be written when the last one is judged.
    static var isOneDocument: Bool { get }

    /// What it says of one file.
    ///
    /// - Parameter isOnly: Whether it is the only one.
    func body(of judgement: Judgement, isOnly: Bool) -> String
    /// The document made of what was said of each file.
    func document(of bodies: [String], totals: Totals) -> String
}

extension Report {
    /// Most reports say one thing after the other.
    public static var isOneDocument: Bool { false }
    /// Bodies, one after the other.
    public func document(of bodies: [String], totals: Totals) -> String { bodies.joined() }
}

/// How much was found in all files together.
public struct Totals: Sendable {
    /// How much was found in one file.
    public struct File: Sendable {
        /// The file, as it is shown.
        public let name: String
        /// The title of the score; empty where it has none.
        public let title: String
        /// How many findings there are, by severity.
        public let counts: [Severity: Int]
    }

    /// The files that were judged, in order.
    public private(set) var files: [File] = []
    /// How many findings there are, by rule and severity.
    public private(set) var counts: [String: [Severity: Int]] = [:]
    /// How many findings the scores allow.
    public private(set) var allowed = 0
    /// How many findings the baseline has.
    public private(set) var known = 0

    /// Nothing judged yet.
    public init() {}

    /// Counts one more file.
    public mutating func add(_ judgement: Judgement) {
        var own: [Severity: Int] = [:]
        for finding in judgement.findings { own[finding.severity, default: 0] += 1 }
        files.append(File(name: judgement.file, title: judgement.score.credits.title, counts: own))
        allowed += judgement.allowed
        known += judgement.known
        for finding in judgement.findings { counts[finding.rule, default: [:]][finding.severity, default: 0] += 1 }
    }

    /// How many findings there are of a severity.
    public func count(_ severity: Severity) -> Int { counts.values.reduce(0) { $0 + ($1[severity] ?? 0) } }
}
