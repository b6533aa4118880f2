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
        let place: Diagnostic.Place
    }

    /// What is allowed in one element.
    private struct Scope {
        var allowsAll = false
        var rules: Set<String> = []
        /// The rules that were kept silent here.
        var used: Set<String> = []
    }

    private let document: MusicXMLDocument
    private var allowances: [Allowance] = []
    private var scopes: [Node?: Scope] = [:]
    private var log = DiagnosticLog()

    /// The word that stands for every rule.
    private static let everything = "all"

    init(_ document: MusicXMLDocument) {
        self.document = document
        for node in document.remarks {
            if let names = names(in: node) { add(names, at: node) }
        }
    }

    /// What is wrong with them.
    var diagnostics: [Diagnostic] { log.list(place: .init()) }

    // MARK: Reading

    /// The words behind `quartet allow`, without the reason; nil for what is not about this.
    private mutating func names(in node: Node) -> [String]? {
        let isInstruction = document.kind(of: node) == .instruction
        if isInstruction, document.name(of: node) != "quartet" { return nil }
        let text = document.text(of: node)
        // Some programs write a comment a measure, and there is no need to look at its words.
        guard isInstruction || text.utf8.drop(while: Allowances.isGap).starts(with: "quartet".utf8) else { return nil }
        var words = text.utf8.split(whereSeparator: Allowances.isGap).map { String(Substring($0)) }[...]
        // A comment may say anything; only the two words make it one of ours.
        if !isInstruction, words.popFirst() != "quartet" { return nil }
        guard words.first == "allow" else {
            if isInstruction {
                log.add(
                    "allow-unknown", .warning, at: place(of: node),
                    "this instruction is not understood: there is only allow")
            }
            return nil
        }
        // Two hyphens may not stand in a comment, so that any dash begins the reason.
        return words.dropFirst().prefix { !$0.allSatisfy { "-–—".contains($0) } }
    }

    /// True for white space as XML has it (section 2.3), and commas.
    private static func isGap(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ","): true
        default: false
        }
    }

    private mutating func add(_ names: [String], at node: Node) {
        let place = place(of: node)
        if names.isEmpty { log.add("allow-unknown", .warning, at: place, "this allows nothing: it names no rule") }
        var rules: [String] = []
        for name in names where name != Allowances.everything {
            if RuleNames.known.contains(name) {
                rules.append(name)
            } else {
                log.add("allow-unknown", .warning, at: place, RuleNames.problem(with: name) ?? "")
            }
        }
        let isAll = names.contains(Allowances.everything)
        let scope = document.parent(of: node)
        allowances.append(Allowance(scope: scope, rules: isAll ? nil : rules, place: place))
        scopes[scope, default: Scope()].rules.formUnion(rules)
        if isAll { scopes[scope, default: Scope()].allowsAll = true }
    }

    private func place(of node: Node) -> Diagnostic.Place {
        let line = document.line(of: node)
        return Diagnostic.Place(line: line == 0 ? nil : line)
    }

    // MARK: Judging

    /// Takes what is allowed out of the findings, and tells what is allowed for nothing.
    ///
    /// - Parameter settings: How the score was judged: what was not looked for cannot be missed.
    mutating func apply(to judgement: inout Judgement, _ settings: Settings) {
        guard !allowances.isEmpty else { return }
        let before = judgement.findings.count
        judgement.findings.removeAll { isAllowed($0) }
        judgement.allowed += before - judgement.findings.count
        let sought = Set(RuleList.cards.filter { !settings.isOff($0) }.map(\.id))
        for allowance in allowances {
            let used = scopes[allowance.scope]?.used ?? []
            for rule in allowance.rules ?? [] where !used.contains(rule) && sought.contains(rule) {
                log.add(
                    "allow-unused", .warning, at: allowance.place, "\(rule) is allowed here and does not happen")
            }
            if allowance.rules == nil, used.isEmpty, !sought.isEmpty {
                log.add(
                    "allow-unused", .warning, at: allowance.place, "everything is allowed here and nothing happens")
            }
        }
    }

    /// True when one of the notes stands where the rule is allowed. Every place that allows it counts as used.
    private mutating func isAllowed(_ finding: Finding) -> Bool {
        var isAllowed = false
        for note in finding.notes {
            var node = note.origin.flatMap { document.node(at: $0) }
            while true {
                if let scope = scopes[node], scope.allowsAll || scope.rules.contains(finding.rule) {
                    scopes[node]?.used.insert(finding.rule)
                    isAllowed = true
                }
                guard let inner = node else { break }
                node = document.parent(of: inner)
            }
        }
        return isAllowed
    }
}
