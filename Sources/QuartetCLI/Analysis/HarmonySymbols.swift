import Counterpoint
import MusicXML
import ScoreModel

/// Writes the harmony of a score into the file that it was read from: chord symbols over the top part, numerals under the lowest one.
/// Nothing else is changed.
struct HarmonySymbols {
    private typealias Node = MusicXMLDocument.Node

    /// A place in a file that a time is known of.
    private struct Anchor {
        /// The node that stands there.
        let node: Node
        /// When it begins, in quarter notes from the start of the piece.
        let onset: Fraction
        /// Units of an offset in a quarter note.
        let divisions: Fraction
    }

    /// Something to be written before a node.
    private struct Symbol {
        let element: HarmonyElement
        /// How far behind the node it takes effect, as the file counts.
        let offset: Fraction
    }

    /// The document with the symbols.
    private(set) var document: MusicXMLDocument
    private var symbols: [Node: [Symbol]] = [:]
    /// The measures that something is written in.
    private var measures: Set<Node> = []

    /// - Parameter document: The document that the score was read from.
    init(_ analyzed: AnalyzedScore, in document: MusicXMLDocument) {
        self.document = document
        let parts = analyzed.passage.voices.map(\.part)
        guard let top = parts.min(), let lowest = parts.max(),
            analyzed.score.parts.indices.contains(top), analyzed.score.parts.indices.contains(lowest)
        else { return }
        let spans = analyzed.analysis.chords
        place(in: analyzed.score, part: top, spans: spans) { index, part in
            HarmonyElement(symbolOf: spans[index].chord, at: spans[index].onset, in: part)
        }
        place(in: analyzed.score, part: lowest, spans: spans) { index, part in
            let isNew = index == 0 || spans[index - 1].key != spans[index].key
            return HarmonyElement(numeralOf: spans[index], withKey: isNew, in: part)
        }
        for measure in measures { write(in: measure) }
    }

    // MARK: Places

    /// Finds the place of each chord in a part.
    private mutating func place(
        in score: Score, part index: Int, spans: [ChordSpan], element: (Int, Part) -> HarmonyElement
    ) {
        let part = score.parts[index]
        let anchors = anchors(in: part)
        let containers = Dictionary(part.measures.map { ($0.index, $0.origin) }) { first, _ in first }
        var measure = 0
        for (index, span) in spans.enumerated() {
            while measure + 1 < score.measures.count, score.measures[measure + 1].onset <= span.onset { measure += 1 }
            guard score.measures.indices.contains(measure) else { return }
            let own = anchors[measure] ?? []
            // The first of those that begin at that very time, else the first of the nearest before.
            let nearest = own.last { $0.onset <= span.onset }?.onset
            let anchor =
                own.first { $0.onset == nearest }
                ?? start(of: (containers[measure] ?? nil), at: score.measures[measure].onset, measure, in: part)
            guard let anchor else { continue }
            let symbol = Symbol(element: element(index, part), offset: (span.onset - anchor.onset) * anchor.divisions)
            symbols[anchor.node, default: []].append(symbol)
            if let measure = document.parent(of: anchor.node) { measures.insert(measure) }
        }
    }

    /// The notes and rests of a part by measure, in the order of time. Of a chord there is the first note only, since nothing may come
    /// between the others.
    private func anchors(in part: Part) -> [Int: [Anchor]] {
        var divisions: Fraction = 1
        var next = 0
        let written = part.divisions.sorted { $0.order < $1.order }
        var anchors: [Int: [Anchor]] = [:]
        for note in part.notes.sorted(by: { $0.order < $1.order }) {
            while next < written.count, written[next].order < note.order {
                divisions = written[next].value
                next += 1
            }
            guard !note.isGrace, !note.traits.contains(.chordMember),
                let node = note.origin.flatMap({ document.node(at: $0) }), document.child("chord", of: node) == nil
            else { continue }
            anchors[Int(note.measure), default: []].append(
                Anchor(node: node, onset: note.onset, divisions: divisions))
        }
        return anchors.mapValues { list in list.stablySorted { $0.onset < $1.onset } }
    }

    /// The first thing of a measure that moves the time on.
    private func start(of container: Origin?, at onset: Fraction, _ measure: Int, in part: Part) -> Anchor? {
        guard let node = container.flatMap({ document.node(at: $0) }),
            let first = document.children(of: node).first(where: {
                ["note", "forward", "backup"].contains(document.name(of: $0))
            })
        else { return nil }
        let divisions = part.divisions.last { $0.measure < measure || $0.measure == measure && $0.onset <= onset }
        return Anchor(node: first, onset: onset, divisions: divisions?.value ?? 1)
    }

    // MARK: Writing

    private mutating func write(in measure: Node) {
        var previous: Node?
        for child in Array(document.children(of: measure)) {
            for symbol in symbols[child] ?? [] {
                let new = symbol.element.node
                let node = previous.map { document.insert(new, after: $0) } ?? document.insert(new, before: child)
                symbol.element.write(into: node, offset: symbol.offset, of: &document)
                previous = node
            }
            previous = child
        }
    }
}
