import ScoreModel

/// Gathers the findings about one passage.
struct FindingList {
    let passage: Passage
    let score: Score
    let settings: Settings
    private var findings: [Finding] = []

    /// True when no more findings are taken.
    var isFull: Bool { findings.count >= Linter.mostFindings }

    /// How sure a rule about letters is where the letters were inferred.
    private static let confidenceOfInferredSpelling = 0.8
    /// What is less sure than this is worth knowing, and no more.
    private static let sure = 0.9

    init(passage: Passage, score: Score, settings: Settings) {
        self.passage = passage
        self.score = score
        self.settings = settings
    }

    /// Adds what a rule has found, unless its severity is off.
    mutating func add(_ offences: [Offence], of rule: any Rule) {
        guard !offences.isEmpty else { return }
        let card = type(of: rule).card
        let isGuess = card.needsSpelling && passage.spelling == .inferred
        for offence in offences where !isFull {
            var severity = settings.severity(
                of: card, offence.degree, isAcrossPhrases: offence.boundary != nil)
            // What was guessed shall fail nobody.
            if isGuess { severity = min(severity, .warning) }
            if offence.confidence < FindingList.sure { severity = min(severity, .info) }
            guard severity > .off else { continue }
            let voices = Array(Set(offence.notes.map(\.voice))).sorted()
            findings.append(
                Finding(
                    rule: card.id, severity: severity,
                    confidence: offence.confidence * (isGuess ? FindingList.confidenceOfInferredSpelling : 1),
                    at: offence.time,
                    end: offence.end, place: passage.clock.place(of: offence.time), voices: voices,
                    labels: voices.map { passage.voices[$0].label }, notes: offence.notes.map(note),
                    intervals: offence.intervals, motion: offence.motion, boundary: offence.boundary,
                    message: offence.message))
        }
    }

    /// Adds what a rule has found, if anything.
    mutating func add(_ offence: Offence?, of rule: any Rule) {
        if let offence { add([offence], of: rule) }
    }

    /// The findings in order, with their fingerprints.
    func sorted() -> [Finding] {
        var sorted = findings.stablySorted(by: Finding.precedes)
        var fingerprints = Fingerprints()
        for index in sorted.indices { sorted[index].fingerprint = fingerprints.next(sorted[index]) }
        return sorted
    }

    private func note(_ note: Offence.Note) -> Finding.Note {
        let part = passage.voices[note.voice].part
        let written = score.parts[part].notes[note.event.note]
        return Finding.Note(
            voice: note.voice, part: part, index: note.event.note, pitch: written.pitch ?? note.event.pitch,
            onset: note.event.onset, end: note.event.end, origin: written.origin)
    }
}
