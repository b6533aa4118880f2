import ScoreModel

extension Chorale {
    /// Reads a shorthand file.
    init(shorthand text: String) throws(ShorthandError) {
        var blocks = ShorthandLine.blocks(of: text)
        guard !blocks.isEmpty else {
            throw ShorthandError(place: ShorthandError.Place(line: 1, column: 1), message: "the file is empty")
        }
        let header = try ShorthandHeader(blocks.removeFirst()).parse()
        var parser = ShorthandParser(fullMeasure: header.measureLength)
        for block in blocks { try parser.readSystem(block) }
        self.init(header: header, measures: try parser.finish())
    }
}

/// Puts the systems of a shorthand file together and checks that the voices agree.
private struct ShorthandParser {
    /// The length of a full measure in quarter notes.
    let fullMeasure: Fraction
    private var measures: [Chorale.Measure] = []
    /// What has to follow in a voice whose last note is tied, and where that one stands.
    private var openTies: [Voice: (pitch: Pitch, place: ShorthandError.Place)] = [:]
    /// Where the last bar line stands.
    private var end = ShorthandError.Place(line: 1, column: 1)

    init(fullMeasure: Fraction) { self.fullMeasure = fullMeasure }

    /// Reads the four lines of a system.
    mutating func readSystem(_ lines: [ShorthandLine]) throws(ShorthandError) {
        guard lines.count == Voice.allCases.count else {
            throw ShorthandError(
                place: ShorthandError.Place(line: lines.first?.number ?? 1, column: 1),
                message: "a system has four lines, S, A, T and B, and this one has \(lines.count)")
        }
        var voices: [(voice: Voice, line: ShorthandVoiceLine)] = []
        for (voice, line) in zip(Voice.allCases, lines) {
            let line = try ShorthandVoiceLine(line, of: voice)
            for measure in line.measures { try followTies(measure, of: voice) }
            voices.append((voice, line))
        }
        guard let soprano = voices.first?.line else { return }
        for (voice, line) in voices.dropFirst() { try compare(line, of: voice, with: soprano) }
        for (index, measure) in soprano.measures.enumerated() {
            guard measure.length <= fullMeasure else {
                throw ShorthandError(
                    place: measure.start,
                    message: "the measure has \(measure.length) quarters, but the meter gives \(fullMeasure)")
            }
            if measures.last?.bar == .end {
                throw ShorthandError(place: end, message: "'|]' ends the piece, but notes follow")
            }
            measures.append(
                Chorale.Measure(
                    beginsRepeat: measure.beginsRepeat,
                    notes: voices.map { $0.line.measures[index].notes.map(\.note) }, bar: measure.bar))
            end = measure.end
        }
    }

    /// The measures that were read.
    func finish() throws(ShorthandError) -> [Chorale.Measure] {
        if let tie = openTies.min(by: { $0.value.place.line < $1.value.place.line })?.value {
            throw ShorthandError(place: tie.place, message: "no note follows to which this one could be tied")
        }
        guard let last = measures.last else { throw ShorthandError(place: end, message: "there are no notes") }
        guard last.bar != .plain else {
            throw ShorthandError(place: end, message: "the last bar line should be '|]' or ':|'")
        }
        return measures
    }

    private mutating func followTies(
        _ measure: ShorthandVoiceLine.Measure, of voice: Voice
    ) throws(ShorthandError) {
        for (note, place) in measure.notes {
            if let tie = openTies[voice], note.pitch != tie.pitch {
                throw ShorthandError(place: place, message: "the note before is tied, so this should be \(tie.pitch)")
            }
            openTies[voice] = note.isTied ? note.pitch.map { ($0, place) } : nil
        }
    }

    /// Checks that a voice has the measures of the soprano.
    private func compare(
        _ line: ShorthandVoiceLine, of voice: Voice, with soprano: ShorthandVoiceLine
    ) throws(ShorthandError) {
        for (measure, above) in zip(line.measures, soprano.measures) {
            guard measure.bar == above.bar else {
                throw ShorthandError(
                    place: measure.end,
                    message: "the soprano has '\(above.bar.rawValue)' here, not '\(measure.bar.rawValue)'")
            }
            guard measure.beginsRepeat == above.beginsRepeat else {
                throw ShorthandError(place: measure.start, message: "'|:' should stand here in all voices or in none")
            }
            guard measure.length == above.length else {
                throw ShorthandError(
                    place: measure.start,
                    message: "the \(voice.name.lowercased()) has \(measure.length) quarters in this measure, "
                        + "but the soprano has \(above.length)")
            }
        }
        guard line.measures.count == soprano.measures.count else {
            throw ShorthandError(
                place: line.end,
                message: "the \(voice.name.lowercased()) has \(line.measures.count) measures on this line, "
                    + "but the soprano has \(soprano.measures.count)")
        }
    }
}
