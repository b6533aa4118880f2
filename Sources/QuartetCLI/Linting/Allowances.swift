import Counterpoint
import MusicXML
import ScoreModel

/// What a score itself allows, by processing instructions and comments in its file:
///
///     <?quartet allow parallel-fifths voice-overlap -- as in the autograph?>
///     <!-- quartet allow all -->
///
/// Each holds for the element that it stands in: a note, a measure, a part, the score.
struct Allowances {
    private typealias Node = MusicXMLDocument.Node

    private struct Allowance {
        /// The element that it holds for; all of the document when nil.
        let scope: Node?
        /// The rules; nil for all.
        let rules: [String]?
        let line: Int
        /// The rules that it has kept silent.
        var used: Set<String> = []
    }

    private let document: MusicXMLDocument
    private var allowances: [Allowance] = []
    private var byScope: [Node?: [Int]] = [:]
    /// What is wrong with them.
    private(set) var diagnostics: [Diagnostic] = []

    /// The word that stands for every rule.
    private static let everything = "all"

    init(_ document: MusicXMLDocument) {
        self.document = document
        for node in document.remarks {
            guard let words = names(in: node) else { continue }
            add(words, at: node)
        }
    }

    /// The words behind `quartet allow`, without the reason; nil for what is not about this.
    private mutating func names(in node: Node) -> [String]? {
        let isInstruction = document.kind(of: node) == .instruction
        if isInstruction, document.name(of: node) != "quartet" { return nil }
        var words = document.text(of: node).split { $0.isWhitespace || $0 == "," }[...]
        // A comment may say anything; only the two words make it one of ours.
        if !isInstruction, words.popFirst() != "quartet" { return nil }
        guard words.first == "allow" else {
            if isInstruction {
                report("allow-unknown", node, "this instruction is not understood: there is only allow")
            }
            return nil
        }
        // Two hyphens may not stand in a comment, so that any dash begins the reason.
        return words.dropFirst().prefix { !$0.allSatisfy { "-–—".contains($0) } }.map(String.init)
    }

    private mutating func add(_ names: [String], at node: Node) {
        if names.isEmpty { report("allow-unknown", node, "this allows nothing: it names no rule") }
        for name in names where name != Allowances.everything {
            if let problem = RuleNames.problem(with: name) { report("allow-unknown", node, problem) }
        }
        let scope = document.parent(of: node)
        byScope[scope, default: []].append(allowances.count)
        allowances.append(
            Allowance(
                scope: scope,
                rules: names.contains(Allowances.everything) ? nil : names.filter { RuleList.rule($0) != nil },
                line: document.line(of: node)))
    }

    private mutating func report(_ code: String, _ node: Node, _ message: String) {
        diagnostics.append(
            Diagnostic(
                code: code, severity: .warning, place: .init(line: document.line(of: node)), message: message))
    }

    /// Takes what is allowed out of the findings, and reports what is allowed for nothing.
    ///
    /// - Parameter settings: How the score was judged: what was not looked for cannot be missed.
    mutating func apply(to judgement: inout Judgement, _ settings: Settings) {
        guard !allowances.isEmpty else { return }
        let before = judgement.findings.count
        judgement.findings.removeAll { isAllowed($0) }
        judgement.allowed += before - judgement.findings.count
        let isOn = Dictionary(uniqueKeysWithValues: RuleList.cards.map { ($0.id, !settings.isOff($0)) })
        for allowance in allowances {
            let place = Diagnostic.Place(line: allowance.line == 0 ? nil : allowance.line)
            if let rules = allowance.rules {
                for rule in rules where !allowance.used.contains(rule) && isOn[rule] == true {
                    diagnostics.append(
                        Diagnostic(
                            code: "allow-unused", severity: .warning, place: place,
                            message: "\(rule) is allowed here and does not happen"))
                }
            } else if allowance.used.isEmpty, isOn.values.contains(true) {
                diagnostics.append(
                    Diagnostic(
                        code: "allow-unused", severity: .warning, place: place,
                        message: "everything is allowed here and nothing happens"))
            }
        }
    }

    /// True when one of the notes stands where the rule is allowed. Every place that allows it counts as used.
    private mutating func isAllowed(_ finding: Finding) -> Bool {
        var isAllowed = false
        for note in finding.notes {
            var node = note.origin.flatMap { document.node(at: $0) }
            while true {
                for index in byScope[node] ?? [] where allowances[index].rules?.contains(finding.rule) ?? true {
                    allowances[index].used.insert(finding.rule)
                    isAllowed = true
                }
                guard let inner = node else { break }
                node = document.parent(of: inner)
            }
        }
        return isAllowed
    }
}
