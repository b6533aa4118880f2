/// The elements that hold a score's music, by part and measure, whichever layout the document has.
struct MeasureTable {
    typealias Node = MusicXMLDocument.Node

    /// One part's share of one measure.
    struct Cell {
        /// The index of the measure.
        var measure: Int
        /// The element that holds the music.
        var music: Node
        /// The element that carries the measure's number.
        var numbered: Node
    }

    /// For each part in document order: its id, and its share of the measures that it has.
    private(set) var parts: [(id: String, measures: [Cell])] = []
    /// How many measures there are.
    private(set) var count = 0
    private let document: MusicXMLDocument

    init(document: MusicXMLDocument, layout: ScoreLayout) {
        self.document = document
        switch layout {
        case .partwise: readPartwise()
        case .timewise: readTimewise()
        }
    }

    private mutating func readPartwise() {
        for part in document.children(of: document.root) where document.tag(of: part) == .part {
            let measures = document.children(of: part).filter { document.tag(of: $0) == .measure }
            let cells = measures.enumerated().map { Cell(measure: $0, music: $1, numbered: $1) }
            parts.append((document.string(.id, of: part) ?? "", cells))
            count = max(count, cells.count)
        }
    }

    private mutating func readTimewise() {
        var indices: [String: [Int]] = [:]
        for measure in document.children(of: document.root) where document.tag(of: measure) == .measure {
            var counts: [String: Int] = [:]
            for part in document.children(of: measure) where document.tag(of: part) == .part {
                let id = document.string(.id, of: part) ?? ""
                let place = counts[id, default: 0]
                counts[id] = place + 1
                if place >= indices[id, default: []].count {
                    indices[id, default: []].append(parts.count)
                    parts.append((id, []))
                }
                guard let index = indices[id]?[place] else { continue }
                parts[index].measures.append(Cell(measure: count, music: part, numbered: measure))
            }
            count += 1
        }
    }
}
