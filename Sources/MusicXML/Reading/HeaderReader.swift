internal import ScoreModel

/// Reads what stands before the music: titles and names, the list of parts, their instruments and groups.
struct HeaderReader {
    typealias Node = MusicXMLDocument.Node

    let document: MusicXMLDocument
    let table: MeasureTable
    private(set) var credits = Credits()
    private(set) var groups: [PartGroup] = []
    private(set) var pageTexts: [PageText] = []
    private(set) var isConcertScore = false
    /// The parts in the order of the list, then those that it lacks, with the elements that hold their measures.
    private var parts: [(part: Part, measures: [MeasureTable.Cell])] = []
    private var form: ReadingForm
    private var log = DiagnosticLog()
    /// The indices in `groups` of those that nothing has ended.
    private var openGroups: [String: Int] = [:]

    init(document: MusicXMLDocument, table: MeasureTable) {
        self.document = document
        self.table = table
        form = ReadingForm(document: document)
    }

    /// What the reader has to tell about the list of parts.
    var diagnostics: [Diagnostic] { log.list(place: .init()) }

    /// Hands the parts over, so that a hundred thousand of them do not lie in memory twice.
    mutating func takeParts() -> [(part: Part, measures: [MeasureTable.Cell])] {
        defer { parts = [] }
        return parts
    }

    mutating func read() {
        for child in document.children(of: document.root) {
            switch document.tag(of: child) {
            case .work: readWork(child)
            case .movementTitle: credits.movementTitle = document.text(of: child)
            case .movementNumber: credits.movementNumber = document.text(of: child)
            case .identification: form.fill(&credits, at: child)
            case .defaults: isConcertScore = document.child(.concertScore, of: child) != nil
            case .credit: readCredit(child)
            case .partList: readPartList(child)
            default: break
            }
        }
        addUnlistedParts()
    }

    private mutating func readWork(_ element: Node) {
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .workTitle: credits.workTitle = document.text(of: child)
            case .workNumber: credits.workNumber = document.text(of: child)
            case .opus: credits.opus = form.read(at: child)
            default: break
            }
        }
    }

    private mutating func readCredit(_ element: Node) {
        guard let text: PageText = form.read(at: element), !text.words.isEmpty else { return }
        pageTexts.append(text)
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
        for group in openGroups.values { close(group) }
        groups.removeAll { $0.parts.isEmpty }
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

    private mutating func readPart(_ element: Node) -> Part {
        var part = Part(id: document.string(.id, of: element) ?? "")
        var indices: [String: Int] = [:]
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .identification:
                var own = Credits()
                form.fill(&own, at: child)
                part.credits = own
            case .partLink: if let link: PartLink = form.read(at: child) { part.links.append(link) }
            case .partName:
                let name = form.filled(PrintedName(), child)
                (part.name, part.printsName) = (name.text, name.isPrinted)
            case .partNameDisplay: part.nameDisplay = form.read(at: child)
            case .partAbbreviation:
                let name = form.filled(PrintedName(), child)
                (part.abbreviation, part.printsAbbreviation) = (name.text, name.isPrinted)
            case .partAbbreviationDisplay: part.abbreviationDisplay = form.read(at: child)
            case .group: part.uses.append(document.text(of: child))
            case .scoreInstrument:
                let instrument = form.filled(Instrument(), child)
                indices[instrument.id] = indices[instrument.id] ?? part.instruments.count
                part.instruments.append(instrument)
            case .player: if let player: Player = form.read(at: child) { part.players.append(player) }
            case .midiDevice: if let device: MIDIDevice = form.read(at: child) { part.devices.append(device) }
            case .midiInstrument:
                let midi = form.filled(MIDIInstrument(), child)
                let index = indices[midi.instrument] ?? part.instruments.count
                if index == part.instruments.count {
                    part.instruments.append(Instrument(id: midi.instrument))
                    part.instruments[index].isListed = false
                }
                indices[midi.instrument] = index
                part.instruments[index].midi = midi
            default: break
            }
        }
        return part
    }

    // MARK: Groups

    /// Groups may overlap: the number says which one a `stop` ends.
    private mutating func readGroup(_ element: Node) {
        let number = document.string(.number, of: element) ?? "1"
        if let index = openGroups.removeValue(forKey: number) { close(index) }
        guard document.value(.type, of: element)?.reads("start") ?? false else { return }
        var group = form.filled(PartGroup(number: number, parts: parts.count..<parts.count), element)
        group.number = number
        openGroups[number] = groups.count
        groups.append(group)
    }

    private mutating func close(_ index: Int) {
        groups[index].parts = groups[index].parts.lowerBound..<parts.count
    }
}
