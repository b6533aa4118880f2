import Counterpoint
import MusicXML
import ScoreModel

/// Marks findings in the file that they were found in: the notes at fault are coloured, and a short text stands over each finding.
/// Nothing else is changed.
struct Annotation {
    private typealias Node = MusicXMLDocument.Node

    /// The document with the marks.
    private(set) var document: MusicXMLDocument
    private var severities: [Node: Severity] = [:]
    /// What is to stand over a note, in the order of the findings.
    private var texts: [Node: [String]] = [:]
    /// The measures of those notes.
    private var measures: Set<Node> = []

    /// In points: less than the words of the music, which are ten to twelve, so that the marks do not pass for them.
    private static let fontSize = "8"

    /// - Parameter document: The document that the score was read from.
    init(_ judgement: Judgement, in document: MusicXMLDocument) {
        self.document = document
        var faults: [Fault: Severity] = [:]
        for finding in judgement.findings {
            for note in finding.notes {
                let fault = Fault(part: note.part, note: note.index)
                faults[fault] = max(faults[fault] ?? .off, finding.severity)
            }
            add(Annotation.text(finding, in: judgement.score), at: finding)
        }
        for (fault, severity) in faults {
            for node in nodes(of: fault, in: judgement.score) {
                severities[node] = max(severities[node] ?? .off, severity)
            }
        }
        for (note, severity) in severities { colour(note, severity) }
        for measure in measures { write(in: measure) }
    }

    /// A note at fault.
    private struct Fault: Hashable {
        let part: Int
        let note: Int
    }

    /// The notes of a fault that arrives somewhere begin before it; its text stands where it arrives, over the topmost voice.
    private mutating func add(_ text: String, at finding: Finding) {
        let last = finding.notes.map(\.onset).filter { $0 <= finding.at }.max()
        guard
            let note = finding.notes.first(where: { $0.onset == last }) ?? finding.notes.first,
            let node = note.origin.flatMap({ document.node(at: $0) }), let measure = document.parent(of: node)
        else { return }
        measures.insert(measure)
        texts[node, default: []].append(text)
    }

    /// A note with all that is tied to it, as they stand in the file.
    private func nodes(of fault: Fault, in score: Score) -> [Node] {
        guard score.parts.indices.contains(fault.part) else { return [] }
        let part = score.parts[fault.part]
        return part.tiedNotes(from: fault.note).compactMap { index in
            part.notes[index].origin.flatMap { document.node(at: $0) }
        }
    }

    /// What is wrong, and between which voices if it is between two: more words would run into the next text.
    private static func text(_ finding: Finding, in score: Score) -> String {
        let title = RuleList.rule(finding.rule)?.card.title ?? finding.rule
        guard finding.voices.count == 2 else { return title }
        let names = zip(finding.voices, finding.labels).map { voice, label in
            let part = finding.notes.first { $0.voice == voice }?.part
            return part.flatMap { score.parts.indices.contains($0) ? score.parts[$0] : nil }?.shortName(for: label)
                ?? label
        }
        return "\(title): \(names.joined(separator: "–"))"
    }

    private mutating func colour(_ note: Node, _ severity: Severity) {
        document.setAttribute("color", to: severity.colour, of: note)
        // A head with a colour of its own would keep it.
        if let head = document.child("notehead", of: note), document.attribute("color", of: head) != nil {
            document.setAttribute("color", to: severity.colour, of: head)
        }
    }

    /// Writes the texts over the notes of one measure. Nothing may come between the notes of a chord, so that a text stands before
    /// the first of them.
    private mutating func write(in measure: Node) {
        var places: [(head: Node, previous: Node?)] = []
        var lines: [Node: (texts: [String], severity: Severity)] = [:]
        var (previous, head): (Node?, (Node, Node?)?) = (nil, nil)
        for child in document.children(of: measure) {
            defer { previous = child }
            if document.name(of: child) == "note", document.child("chord", of: child) == nil {
                head = (child, previous)
            }
            guard let own = texts[child] else { continue }
            let (first, before) = head ?? (child, previous)
            if lines[first] == nil { places.append((first, before)) }
            let line = lines[first, default: ([], .info)]
            lines[first] = (line.texts + own, max(line.severity, severities[child] ?? .info))
        }
        for (head, previous) in places {
            guard let (texts, severity) = lines[head] else { continue }
            write(texts.joined(separator: "; "), severity, before: head, after: previous)
        }
    }

    private mutating func write(_ text: String, _ severity: Severity, before head: Node, after previous: Node?) {
        let new = MusicXMLDocument.NewNode.element("direction", attributes: ["placement": "above"])
        let direction = previous.map { document.insert(new, after: $0) } ?? document.insert(new, before: head)
        let type = document.append(.element("direction-type"), to: direction)
        document.append(
            .element("words", text, attributes: ["color": severity.colour, "font-size": Annotation.fontSize]), to: type)
        if let staff = document.child("staff", of: head) {
            document.append(.element("staff", document.text(of: staff)), to: direction)
        }
    }
}

extension Part {
    /// Its abbreviation without a full stop, where a label is the part's whole name.
    fileprivate func shortName(for label: String) -> String? {
        guard label == name, let abbreviation, !abbreviation.isEmpty else { return nil }
        return abbreviation.hasSuffix(".") ? String(abbreviation.dropLast()) : abbreviation
    }
}

extension Severity {
    /// Red, orange and blue as MusicXML writes colours. They are dark enough to be read on white paper (a contrast of at least
    /// 4.5 to 1, as WCAG 2 asks of text), and differ for those who see no red or no green.
    fileprivate var colour: String {
        switch self {
        case .error: "#C00000"
        case .warning: "#B35900"
        case .info, .off: "#0059B3"
        }
    }
}
