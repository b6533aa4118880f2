public import ScoreModel

extension MusicXMLDocument {
    /// What this document has and `other`, which was made from it, has fewer of, by kind with the place of the first in this one.
    ///
    /// Elements, attributes, comments and instructions are counted in each part's share of each measure, and in what stands around
    /// the music; both documents may have either layout. What stands in a lost element is lost with it and not counted again. A kind is
    /// named `print`, `note@default-x`, `comment` or `instruction`; elements that occur in many places say whose they are, such as
    /// `note/voice`.
    ///
    ///     try document.losses(in: MusicXMLDocument(xml: document.score().score.musicXML().xml))
    ///
    /// White space is no loss, nor is anything by which a file only counts time: `backup`, `forward`, `divisions`, `duration`. Elements
    /// that only hold others together, such as `notations`, count by what is in them. Values are not compared.
    ///
    /// - Complexity: In proportion to the size of both documents.
    public func losses(in other: MusicXMLDocument) -> [Loss] {
        var comparison = DocumentComparison(self, other)
        guard let layout, let otherLayout = other.layout else {
            comparison.compareAttributes(root, other.root)
            comparison.compareContents(root, other.root)
            comparison.settle()
            return comparison.tally.list(comparison.names)
        }
        comparison.compareAttributes(root, other.root)
        comparison.compare(surroundings(layout), other.surroundings(otherLayout), in: layout.root.rawValue)
        comparison.settle()
        let (mine, others) = (MeasureTable(document: self, layout: layout), other.cells(otherLayout))
        var occurrences: [String: Int] = [:]
        var seenMeasures = Set<Int>()
        for (id, measures) in mine.parts {
            let occurrence = occurrences[id, default: 0]
            occurrences[id] = occurrence + 1
            guard let cells = others[PartKey(id: id, occurrence: occurrence)] else {
                guard let first = measures.first?.music else { continue }
                let part = layout == .partwise ? Node(self[first].parent) : first
                comparison.miss(part, in: layout.root.rawValue)
                comparison.settle(part: id)
                continue
            }
            var index = 0
            for cell in measures {
                while index < cells.count, cells[index].measure < cell.measure { index += 1 }
                if index < cells.count, cells[index].measure == cell.measure {
                    // In a timewise score the parts share the element with the number.
                    if layout == .partwise || seenMeasures.insert(cell.measure).inserted {
                        comparison.compareAttributes(cell.numbered, cells[index].numbered)
                    }
                    comparison.compareContents(cell.music, cells[index].music)
                } else {
                    comparison.miss(cell.music, in: layout.root.rawValue)
                }
                comparison.settle(part: id, measure: string(.number, of: cell.numbered))
            }
        }
        return comparison.tally.list(comparison.names)
    }

    /// What tells parts apart: ids, which a file may use twice.
    private struct PartKey: Hashable {
        var id: String
        var occurrence: Int
    }

    private func cells(_ layout: ScoreLayout) -> [PartKey: [MeasureTable.Cell]] {
        var occurrences: [String: Int] = [:]
        return MeasureTable(document: self, layout: layout).parts.reduce(into: [:]) { result, part in
            let occurrence = occurrences[part.id, default: 0]
            occurrences[part.id] = occurrence + 1
            result[PartKey(id: part.id, occurrence: occurrence)] = part.measures
        }
    }

    /// Everything around the music: what stands beside the root element, in it, and between its measures.
    private func surroundings(_ layout: ScoreLayout) -> [Node] {
        var nodes = children(of: Node(0)).filter { $0 != root }
        for child in children(of: root) {
            if tag(of: child) == layout.outer {
                nodes += children(of: child).filter { tag(of: $0) != layout.inner }
            } else {
                nodes.append(child)
            }
        }
        return nodes
    }
}
