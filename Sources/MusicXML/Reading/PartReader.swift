internal import ScoreModel

/// Reads the measures of one part, with one cursor as MusicXML has it: notes move it on, `backup` and `forward` move it freely
/// within a measure, and chord, grace and cue notes follow the rules of their own.
///
/// While it reads, onsets are counted from the start of their measure; ``finish(onsets:ends:)`` adds the measures' own, which depend on
/// all parts. The parts of the work that need no cursor stand in extensions, one file each.
struct PartReader {
    typealias Node = MusicXMLDocument.Node

    let document: MusicXMLDocument
    /// The numbers of the score's measures, for diagnostics.
    let measureNumbers: [String]
    var part: Part
    var form: ReadingForm
    private var log = DiagnosticLog()

    /// The index of the measure that is read.
    var measure = 0
    var cursor = MeasureCursor()
    /// The place in the written order of what is read.
    var order: Int32 = 0
    /// Units of a duration in a quarter note.
    var divisions: Fraction = 1 {
        didSet { form.divisions = divisions }
    }
    /// The length that the meter gives a measure, where there is one.
    var meterLength: Fraction?
    /// The note that a chord may add to.
    var chordHead: (onset: Fraction, duration: Fraction, isGrace: Bool)?
    /// How far figured basses reach that were read since the last note.
    var figured = Fraction.zero
    /// The indices of voices by name.
    var voiceIndices: [String: UInt16] = [:]
    /// The indices of instruments by id.
    let instrumentIndices: [String: UInt8]

    init(document: MusicXMLDocument, part: Part, measures: [String]) {
        self.document = document
        self.part = part
        form = ReadingForm(document: document)
        let instruments = part.instruments.prefix(Int(UInt8.max)).enumerated().map { ($1.id, UInt8($0)) }
        instrumentIndices = Dictionary(instruments) { first, _ in first }
        measureNumbers = measures
    }

    mutating func read(_ measures: [MeasureTable.Cell]) {
        part.measures.reserveCapacity(measures.count)
        for cell in measures {
            measure = cell.measure
            cursor = MeasureCursor()
            chordHead = nil
            figured = .zero
            var next = document.first(in: cell.music)
            while let child = next {
                next = document.next(after: child)
                guard let tag = document.tag(of: child) else { continue }
                order += 1
                read(tag, child)
            }
            append(cell)
        }
    }

    private mutating func append(_ cell: MeasureTable.Cell) {
        var own = PartMeasure(
            index: measure, number: document.string(.number, of: cell.numbered) ?? "", filled: cursor.furthest,
            origin: origin(of: cell.music))
        own.text = document.string(.text, of: cell.numbered)
        own.isImplicit = document.value(.implicit, of: cell.numbered).flatMap { Bool(lexical: $0) }
        own.isNonControlling = document.value(.nonControlling, of: cell.numbered).flatMap { Bool(lexical: $0) }
        part.measures.append(own)
    }

    private mutating func read(_ tag: Tag, _ child: Node) {
        switch tag {
        case .note: readNote(child)
        case .backup: move(by: -duration(in: child), element: child)
        case .forward: readForward(child)
        case .attributes: readAttributes(child)
        case .direction: readDirection(child)
        case .harmony: readHarmony(child)
        case .figuredBass: readFiguredBass(child)
        case .sound: part.sounds.append(timed(sound(child), at: cursor.position, child))
        case .barline: readBarline(child)
        case .print: append(Print.self, child) { $0.part.prints.append($1) }
        case .listening: part.listenings.append(timed(form.listening(child), at: cursor.position, child))
        case .grouping: append(Grouping.self, child) { $0.part.groupings.append($1) }
        case .link: append(Link.self, child) { $0.part.addresses.append($1) }
        default: break
        }
    }

    /// What the reader has to tell about the part.
    var diagnostics: [Diagnostic] { log.list(place: .init(part: part.id)) }

    // MARK: The cursor

    private func duration(in element: Node) -> Fraction {
        max(document.child(.duration, of: element).flatMap { document.content(of: $0).decimal } ?? .zero, .zero)
            / divisions
    }

    private mutating func readForward(_ element: Node) {
        let distance = duration(in: element)
        part.spaces.append(
            Space(
                measure: measure, onset: cursor.position, duration: distance,
                voice: document.string(.voice, in: element),
                staff: document.child(.staff, of: element).flatMap { document.content(of: $0).integer }, order: order))
        move(by: distance, element: element)
    }

    private mutating func move(by distance: Fraction, element: Node) {
        chordHead = nil
        figured = .zero
        if !cursor.move(by: distance) {
            report(
                "cursor-before-measure", at: element, "this goes back beyond the start of the measure; it stops there")
        }
    }

    // MARK: Values

    /// The value that an element means; where it means none, that is told.
    mutating func value<Value: Formed>(_ element: Node, as type: Value.Type = Value.self) -> Value? {
        let value = form.read(type, at: element)
        if value == nil { reportSenseless(element) }
        return value
    }

    mutating func reportSenseless(_ element: Node) {
        report(
            "element-senseless", at: element,
            "this \(document.name(of: element)) lacks what it needs to mean something; it is left out")
    }

    private mutating func append<Value: Formed>(
        _ type: Value.Type, _ element: Node, to add: (inout PartReader, Timed<Value>) -> Void
    ) where Value: Hashable & Sendable {
        guard let value = value(element, as: type) else { return }
        add(&self, timed(value, at: cursor.position, element))
    }

    // MARK: Places

    func origin(of node: Node) -> Origin { Origin(rawValue: node.index) }

    /// Something that takes effect at an onset, counted from the start of the measure.
    func timed<Value>(_ value: Value, at onset: Fraction, staff: Int? = nil, _ node: Node) -> Timed<Value> {
        Timed(onset: onset, measure: measure, staff: staff, value: value, order: order, origin: origin(of: node))
    }

    mutating func report(
        _ code: String, _ severity: Diagnostic.Severity = .warning, at node: Node, in measure: Int? = nil,
        _ message: String
    ) {
        let index = measure ?? self.measure
        let place = Diagnostic.Place(
            line: document.line(of: node), part: part.id,
            measure: measureNumbers.indices.contains(index) ? measureNumbers[index] : nil)
        log.add(code, severity, at: place, message)
    }
}
