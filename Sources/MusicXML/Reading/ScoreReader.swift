public import ScoreModel

extension MusicXMLDocument {
    /// The score that the document means.
    ///
    /// Every well-formed score can be read: what breaks the rules of MusicXML is repaired, and a diagnostic tells what was done.
    /// Measures of all parts begin together; a measure is as long as the furthest point that any part reaches in it.
    ///
    /// - Returns: The score, whose origins are nodes of this document (see ``node(at:)``), and what its reader has to tell.
    /// - Throws: `not-a-score` when the root element is something else.
    public func score() throws(MusicXMLError) -> (score: Score, diagnostics: [Diagnostic]) {
        var reader = ScoreReader(document: self, layout: try requiredLayout())
        reader.read()
        return (reader.score, reader.diagnostics)
    }

    /// The node that an event of this document's score was read from.
    public func node(at origin: Origin) -> Node? {
        origin.rawValue < records.count ? Node(existing: origin.rawValue) : nil
    }
}

/// Reads a whole score: the list of parts, then each part by itself with times counted from its measures, then the times of the
/// measures, which no part knows alone.
private struct ScoreReader {
    let document: MusicXMLDocument
    let layout: ScoreLayout
    var score = Score()
    var diagnostics: [Diagnostic] = []

    init(document: MusicXMLDocument, layout: ScoreLayout) {
        self.document = document
        self.layout = layout
    }

    mutating func read() {
        let cells = MeasureTable(document: document, layout: layout)
        var header = HeaderReader(document: document, table: cells)
        header.read()
        score.credits = header.credits
        score.groups = header.groups
        score.pageTexts = header.pageTexts
        score.isConcertScore = header.isConcertScore
        diagnostics = header.diagnostics
        readMeasures(cells)
        let numbers = score.measures.map(\.number)
        let document = document
        let readings = parallel(header.takeParts()) { row in
            var reader = PartReader(document: document, part: row.part, measures: numbers)
            reader.read(row.measures)
            return reader
        }
        placeMeasures(readings)
        let onsets = score.measures.map(\.onset)
        let ends = score.measures.map { $0.onset + $0.length }
        let finished = parallel(readings) { reading in
            var reading = reading
            reading.finish(onsets: onsets, ends: ends)
            return (reading.part, reading.diagnostics)
        }
        score.parts = finished.map(\.0)
        diagnostics += finished.lazy.flatMap(\.1)
    }

    /// Numbers come from the topmost part that has the measure.
    private mutating func readMeasures(_ table: MeasureTable) {
        score.measures = Array(repeating: Measure(number: "", onset: .zero, length: .zero), count: table.count)
        var isRead = [Bool](repeating: false, count: table.count)
        var log = DiagnosticLog()
        for (part, cells) in table.parts {
            for cell in cells {
                let number = document.string(.number, of: cell.numbered) ?? ""
                if !isRead[cell.measure] {
                    isRead[cell.measure] = true
                    score.measures[cell.measure].number = number
                    score.measures[cell.measure].isImplicit =
                        document.value(.implicit, of: cell.numbered)?.reads("yes") ?? false
                } else if score.measures[cell.measure].number != number {
                    log.add(
                        "measure-number-mismatch", .warning,
                        at: .init(line: document.line(of: cell.numbered), part: part, measure: number),
                        "measure \(number) stands under measure \(score.measures[cell.measure].number) "
                            + "of the parts above; measures are matched by their place")
                }
            }
        }
        diagnostics += log.list(place: .init())
    }

    /// A measure is as long as the fullest part; one that nobody fills is as long as the meter says, or four quarters.
    private mutating func placeMeasures(_ readings: [PartReader]) {
        var filled = [Fraction](repeating: .zero, count: score.measures.count)
        for measure in readings.lazy.flatMap(\.part.measures) {
            filled[measure.index] = max(filled[measure.index], measure.filled)
        }
        // A meter counts from the measure that it begins, or from the next if it stands within one; upper parts win.
        var meters: [(measure: Int, length: Fraction?)] = readings.reversed().flatMap { reading in
            reading.part.meters.map { ($0.measure + ($0.onset == .zero ? 0 : 1), $0.value.length) }
        }
        meters = meters.stablySorted { $0.measure < $1.measure }
        var pending = meters[...]
        var nominal: Fraction?
        var onset = Fraction.zero
        for index in score.measures.indices {
            while let meter = pending.first, meter.measure <= index {
                nominal = meter.length
                pending.removeFirst()
            }
            score.measures[index].onset = onset
            score.measures[index].length = filled[index] > .zero ? filled[index] : nominal ?? 4
            onset = onset + score.measures[index].length
        }
    }
}
