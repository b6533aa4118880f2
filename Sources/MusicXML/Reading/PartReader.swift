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
    var tempos: [Timed<Tempo>] = []
    var jumps: [Timed<Jump>] = []
    private var log = DiagnosticLog()
    var slurEdges: [SpannerEdge<Void>] = []
    var tupletEdges: [SpannerEdge<TupletRatio?>] = []

    /// The index of the measure that is read.
    var measure = 0
    var cursor = MeasureCursor()
    /// Units of a duration in a quarter note.
    var divisions: Fraction = 1
    /// The length that the meter gives a measure, where there is one.
    var meterLength: Fraction?
    /// The note that a chord may add to.
    var chordHead: (onset: Fraction, duration: Fraction, isGrace: Bool)?
    /// The indices of voices by name.
    var voiceIndices: [String: UInt16] = [:]
    /// The indices of instruments by id.
    let instrumentIndices: [String: UInt8]

    init(document: MusicXMLDocument, part: Part, measures: [String]) {
        self.document = document
        self.part = part
        let instruments = part.instruments.prefix(Int(UInt8.max)).enumerated().map { ($1.id, UInt8($0)) }
        instrumentIndices = Dictionary(instruments) { first, _ in first }
        measureNumbers = measures
    }

    mutating func read(_ measures: [MeasureTable.Cell]) {
        for cell in measures {
            measure = cell.measure
            cursor = MeasureCursor()
            chordHead = nil
            for child in document.children(of: cell.music) { read(child) }
            let number = document.string(.number, of: cell.numbered) ?? ""
            part.measures.append(
                PartMeasure(index: measure, number: number, filled: cursor.furthest, origin: origin(of: cell.music)))
        }
    }

    private mutating func read(_ child: Node) {
        switch document.tag(of: child) {
        case .note: readNote(child)
        case .backup: move(by: -duration(in: child), element: child)
        case .forward: move(by: duration(in: child), element: child)
        case .attributes: readAttributes(child)
        case .direction: readDirection(child)
        case .harmony: readHarmony(child)
        case .sound: readSound(child, at: cursor.position)
        case .barline: readBarline(child)
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

    private mutating func move(by distance: Fraction, element: Node) {
        chordHead = nil
        if !cursor.move(by: distance) {
            report(
                "cursor-before-measure", at: element, "this goes back beyond the start of the measure; it stops there")
        }
    }

    // MARK: Places

    func origin(of node: Node) -> Origin { Origin(rawValue: node.index) }

    /// Something that takes effect at an onset, counted from the start of the measure.
    func timed<Value>(_ value: Value, at onset: Fraction, staff: Int? = nil, _ node: Node) -> Timed<Value> {
        Timed(onset: onset, measure: measure, staff: staff, value: value, origin: origin(of: node))
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
