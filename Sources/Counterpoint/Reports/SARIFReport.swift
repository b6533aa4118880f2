internal import Foundation
import ScoreModel

/// The Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code hosts and editors read.
public struct SARIFReport: Report {
    /// What `--format` calls it.
    public static let name = "sarif"
    /// A log has all results.
    public static let isOneDocument = true

    private let version: String

    /// The report of a version of the linter.
    public init(version: String) { self.version = version }

    /// Results, each on a line, with commas between.
    public func body(of judgement: Judgement, isOnly: Bool) -> String {
        judgement.findings.map { json(Result($0, judgement)) }.joined(separator: ",\n")
    }

    /// The log.
    public func document(of bodies: [String], totals: Totals) -> String {
        let log = """
            {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
            "tool": {"driver": \(json(Driver(version: version)))},
            "columnKind": "unicodeCodePoints",
            "results": [

            """
        return log + bodies.filter { !$0.isEmpty }.joined(separator: ",\n") + "\n]}]}\n"
    }

    private func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: (try? encoder.encode(value)) ?? Data(), as: UTF8.self)
    }
}

private struct Text: Encodable {
    let text: String
    var markdown: String?
}

private struct Driver: Encodable {
    struct Rule: Encodable {
        let id: String
        let name: String
        let shortDescription: Text
        let fullDescription: Text
        let help: Text
        let defaultConfiguration: [String: String]

        init(_ card: RuleCard) {
            id = card.id
            name = card.title
            shortDescription = Text(text: card.title)
            fullDescription = Text(text: card.fault)
            help = Text(text: "\(card.fault)\n\n\(card.reason)", markdown: RulePage(card).markdown)
            defaultConfiguration = ["level": level(card.severity.chorale)]
        }
    }

    let name = "quartet"
    let version: String
    let rules = RuleList.cards.map(Rule.init)
}

private struct Result: Encodable {
    struct Location: Encodable {
        struct Physical: Encodable {
            let artifactLocation: [String: String]
            let region: [String: Int]?
        }

        struct Logical: Encodable {
            let name: String
            let fullyQualifiedName: String
            let kind = "element"
        }

        let physicalLocation: Physical
        let logicalLocations: [Logical]
    }

    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
    let partialFingerprints: [String: String]
    let properties: [String: String]

    init(_ finding: Finding, _ judgement: Judgement) {
        ruleId = finding.rule
        ruleIndex = RuleList.cards.firstIndex { $0.id == finding.rule } ?? 0
        level = Counterpoint.level(finding.severity)
        let place = "m. \(finding.place.measure), beat \(finding.place.beat)"
        message = Text(text: "\(place): \(finding.message)")
        locations = [
            Location(
                physicalLocation: Location.Physical(
                    artifactLocation: ["uri": address(judgement.file)],
                    region: judgement.line(of: finding).map { ["startLine": $0] }),
                logicalLocations: finding.labels.map {
                    Location.Logical(name: $0, fullyQualifiedName: "\($0), \(place)")
                })
        ]
        partialFingerprints = ["quartet/v1": finding.fingerprint]
        properties = ["at": "\(finding.at)", "measure": finding.place.measure, "beat": "\(finding.place.beat)"]
    }
}

private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    case .off: "none"
    }
}

/// A path as a relative or absolute URI reference.
private func address(_ path: String) -> String {
    let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
    return path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
}
