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
    private var log = DiagnosticLog()
    private var openGroups: [String: PartGroup] = [:]

    init(document: MusicXMLDocument, table: MeasureTable) {
        self.document = document
        self.table = table
    }

    /// What the reader has to tell about the list of parts.
    var diagnostics: [Diagnostic] { log.list(place: .init()) }

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
        let rows = Dictionary(grouping: table.parts, by: \.id)
        var taken: [String: Int] = [:]
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .partGroup: readGroup(child)
            case .scorePart:
                let part = readPart(child)
                let (same, index) = (rows[part.id] ?? [], taken[part.id, default: 0])
                taken[part.id] = index + 1
                parts.append((part, index < same.count ? same[index].measures : []))
                if index >= same.count {
                    log.add(
                        "part-missing", .warning, at: .init(line: document.line(of: child), part: part.id),
                        "the list of parts names \(part.id), but there is no such part; it stays empty")
                }
            default: break
            }
        }
        // Groups that nothing ends go on to the last part.
        for group in openGroups.values.sorted(by: { $0.number < $1.number }) { close(group) }
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
            log.add(
                "part-not-listed", .warning, at: .init(line: line, part: row.id),
                "the list of parts does not name \(row.id); it is put behind the others")
        }
    }

    private func partElement(around cell: Node) -> Node {
        document.tag(of: cell) == .part ? cell : document.parent(of: cell) ?? cell
    }

    private func readPart(_ element: Node) -> Part {
        var part = Part(
            id: document.string(.id, of: element) ?? "", name: document.string(.partName, in: element) ?? "",
            abbreviation: document.string(.partAbbreviation, in: element) ?? "")
        var indices: [String: Int] = [:]
        for child in document.children(of: element) {
            let id = document.string(.id, of: child) ?? ""
            switch document.tag(of: child) {
            case .scoreInstrument:
                indices[id] = indices[id] ?? part.instruments.count
                part.instruments.append(Instrument(id: id, name: document.string(.instrumentName, in: child) ?? ""))
            case .midiInstrument:
                let index = indices[id] ?? part.instruments.count
                if index == part.instruments.count { part.instruments.append(Instrument(id: id)) }
                indices[id] = index
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
        if let group = openGroups.removeValue(forKey: number) { close(group) }
        guard document.value(.type, of: element)?.reads("start") ?? false else { return }
        openGroups[number] = PartGroup(
            number: number, name: document.string(.groupName, in: element) ?? "",
            abbreviation: document.string(.groupAbbreviation, in: element) ?? "",
            symbol: document.string(.groupSymbol, in: element) ?? "none", parts: parts.count..<parts.count)
    }

    private mutating func close(_ group: PartGroup) {
        var group = group
        group.parts = group.parts.lowerBound..<parts.count
        if !group.parts.isEmpty { groups.append(group) }
    }
}
