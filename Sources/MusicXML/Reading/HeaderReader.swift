internal import ScoreModel

/// Reads what stands before the music: titles and names, the list of parts, their instruments and groups.
struct HeaderReader {
    typealias Node = MusicXMLDocument.Node

    let document: MusicXMLDocument
    let table: MeasureTable
    private(set) var credits = Credits()
    private(set) var groups: [PartGroup] = []
    /// The parts in the order of the list, then those that it lacks, with the elements that hold their measures.
    private(set) var parts: [(part: Part, measures: [MeasureTable.Cell])] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var openGroups: [PartGroup] = []

    init(document: MusicXMLDocument, table: MeasureTable) {
        self.document = document
        self.table = table
    }

    mutating func read() {
        for child in document.children(of: document.root) {
            switch document.tag(of: child) {
            case .work:
                credits.workTitle = document.string(.workTitle, in: child) ?? ""
                credits.workNumber = document.string(.workNumber, in: child) ?? ""
            case .movementTitle: credits.movementTitle = document.string(of: child)
            case .movementNumber: credits.movementNumber = document.string(of: child)
            case .identification: readIdentification(child)
            case .partList: readPartList(child)
            default: break
            }
        }
        addUnlistedParts()
    }

    private mutating func readIdentification(_ element: Node) {
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .creator:
                let role = document.string(.type, of: child) ?? ""
                credits.creators.append(.init(role: role, name: document.string(of: child)))
            case .rights: credits.rights.append(document.string(of: child))
            case .encoding:
                for item in document.children(of: child) where document.tag(of: item) == .software {
                    credits.software.append(document.string(of: item))
                }
            default: break
            }
        }
    }

    // MARK: The list of parts

    private mutating func readPartList(_ element: Node) {
        var rows = Dictionary(grouping: table.parts, by: \.id)
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .partGroup: readGroup(child)
            case .scorePart:
                let part = readPart(child)
                if let row = rows[part.id]?.first {
                    rows[part.id]?.removeFirst()
                    parts.append((part, row.measures))
                } else {
                    parts.append((part, []))
                    diagnostics.append(
                        Diagnostic(
                            code: "part-missing", severity: .warning,
                            place: .init(line: document.line(of: child), part: part.id),
                            message: "the list of parts names \(part.id), but there is no such part; it stays empty"))
                }
            default: break
            }
        }
        // Groups that nothing ends go on to the last part.
        for group in openGroups { close(group) }
        groups.stableSort { $0.parts.lowerBound < $1.parts.lowerBound }
    }

    private mutating func addUnlistedParts() {
        var left = Dictionary(grouping: parts, by: \.part.id).mapValues(\.count)
        for row in table.parts {
            if let count = left[row.id], count > 0 {
                left[row.id] = count - 1
                continue
            }
            parts.append((Part(id: row.id), row.measures))
            let line = row.measures.first.map { document.line(of: partElement(around: $0.music)) }
            diagnostics.append(
                Diagnostic(
                    code: "part-not-listed", severity: .warning, place: .init(line: line, part: row.id),
                    message: "the list of parts does not name \(row.id); it is put behind the others"))
        }
    }

    private func partElement(around cell: Node) -> Node {
        document.tag(of: cell) == .part ? cell : document.parent(of: cell) ?? cell
    }

    private func readPart(_ element: Node) -> Part {
        var part = Part(
            id: document.string(.id, of: element) ?? "", name: document.string(.partName, in: element) ?? "",
            abbreviation: document.string(.partAbbreviation, in: element) ?? "")
        for child in document.children(of: element) {
            let id = document.string(.id, of: child) ?? ""
            switch document.tag(of: child) {
            case .scoreInstrument:
                part.instruments.append(Instrument(id: id, name: document.string(.instrumentName, in: child) ?? ""))
            case .midiInstrument:
                if !part.instruments.contains(where: { $0.id == id }) { part.instruments.append(Instrument(id: id)) }
                guard let index = part.instruments.firstIndex(where: { $0.id == id }) else { break }
                readMIDI(child, into: &part.instruments[index])
            default: break
            }
        }
        return part
    }

    /// MusicXML counts channels, programs, banks and keys from 1, MIDI from 0.
    private func readMIDI(_ element: Node, into instrument: inout Instrument) {
        for child in document.children(of: element) {
            guard let number = document.content(of: child).integer.map({ $0 - 1 }) else { continue }
            switch document.tag(of: child) {
            case .midiChannel where (0...15).contains(number): instrument.channel = number
            case .midiProgram where (0...127).contains(number): instrument.program = number
            case .midiBank where (0...16383).contains(number): instrument.bank = number
            case .midiUnpitched where (0...127).contains(number): instrument.unpitchedKey = number
            default: break
            }
        }
    }

    // MARK: Groups

    /// Groups may overlap: the number says which one a `stop` ends.
    private mutating func readGroup(_ element: Node) {
        let number = document.string(.number, of: element) ?? "1"
        if let index = openGroups.lastIndex(where: { $0.number == number }) {
            close(openGroups.remove(at: index))
        }
        guard document.value(.type, of: element)?.reads("start") ?? false else { return }
        openGroups.append(
            PartGroup(
                number: number, name: document.string(.groupName, in: element) ?? "",
                abbreviation: document.string(.groupAbbreviation, in: element) ?? "",
                symbol: document.string(.groupSymbol, in: element) ?? "none", parts: parts.count..<parts.count))
    }

    private mutating func close(_ group: PartGroup) {
        var group = group
        group.parts = group.parts.lowerBound..<parts.count
        if !group.parts.isEmpty { groups.append(group) }
    }
}
