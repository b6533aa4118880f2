import Counterpoint
import MusicXML
import ScoreModel

/// Marks findings in the file that they were found in: the notes at fault are coloured, and a short text stands over each finding.
/// Nothing else is changed.
struct Annotation {
    private typealias Node = MusicXMLDocument.Node

    /// The document with the marks.
    private(set) var document: MusicXMLDocument
    private let score: Score
    private var severities: [Node: Severity] = [:]
    /// What is to stand over a note, in the order of the findings.
    private var texts: [Node: [String]] = [:]
    /// The notes that texts stand over, in the order of the findings.
    private var anchors: [Node] = []

    /// In points: less than the words of the music, which are ten to twelve, so that the marks do not pass for them.
    private static let fontSize = "8"

    /// - Parameter document: The document that the score was read from.
    init(_ judgement: Judgement, in document: MusicXMLDocument) {
        self.document = document
        score = judgement.score
        for finding in judgement.findings { add(finding) }
        for (note, severity) in severities { colour(note, severity) }
        for anchor in anchors { write(texts[anchor] ?? [], over: anchor) }
    }

    private mutating func add(_ finding: Finding) {
        for note in finding.notes {
            for node in tied(note) { severities[node] = max(severities[node] ?? .off, finding.severity) }
        }
        // The notes of a fault that arrives somewhere begin before it; the text stands where it arrives, over the topmost voice.
        let last = finding.notes.map(\.onset).filter { $0 <= finding.at }.max() ?? finding.at
        guard
            let note = finding.notes.first(where: { $0.onset == last }) ?? finding.notes.first,
            let node = note.origin.flatMap({ document.node(at: $0) })
        else { return }
        if texts[node] == nil { anchors.append(node) }
        texts[node, default: []].append(Annotation.text(finding))
    }

    /// A note with all that is tied to it, as they stand in the file.
    private func tied(_ note: Finding.Note) -> [Node] {
        guard score.parts.indices.contains(note.part) else { return [] }
        let notes = score.parts[note.part].notes
        var nodes: [Node] = []
        var next = Int32(exactly: note.index)
        while let index = next.map(Int.init), notes.indices.contains(index) {
            if let node = notes[index].origin.flatMap({ document.node(at: $0) }) { nodes.append(node) }
            // Ties lead on; a chain that does not, which only a program can make, ends there.
            next = notes[index].tiedTo.flatMap { $0 > Int32(index) ? $0 : nil }
        }
        return nodes
    }

    private static func text(_ finding: Finding) -> String {
        let title = RuleList.rule(finding.rule)?.card.title ?? finding.rule
        return finding.labels.isEmpty ? title : "\(title): \(finding.labels.joined(separator: "–"))"
    }

    private mutating func colour(_ note: Node, _ severity: Severity) {
        document.setAttribute("color", to: severity.colour, of: note)
        // A head with a colour of its own would keep it.
        if let head = document.child("notehead", of: note), document.attribute("color", of: head) != nil {
            document.setAttribute("color", to: severity.colour, of: head)
        }
    }

    private mutating func write(_ texts: [String], over note: Node) {
        let direction = document.insert(
            .element("direction", attributes: ["placement": "above"]), before: chordHead(of: note))
        let type = document.append(.element("direction-type"), to: direction)
        document.append(
            .element(
                "words", texts.joined(separator: "; "),
                attributes: [
                    "color": (severities[note] ?? .info).colour, "font-size": Annotation.fontSize,
                ]), to: type)
        if let staff = document.child("staff", of: note) {
            document.append(.element("staff", document.text(of: staff)), to: direction)
        }
    }

    /// The first note of the chord that a note stands in: nothing may come between the notes of a chord.
    private func chordHead(of note: Node) -> Node {
        guard document.child("chord", of: note) != nil, let measure = document.parent(of: note) else { return note }
        var head = note
        for sibling in document.children(of: measure) {
            if sibling == note { break }
            if document.name(of: sibling) == "note", document.child("chord", of: sibling) == nil { head = sibling }
        }
        return head
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
