internal import ScoreModel

/// What is written for the notes of all parts: names by their keys and lines, and places on the staff for drums.
struct NoteNames {
    /// For each part what each of its notes is written as.
    private(set) var contents: [[Note.Content]] = []
    private(set) var guesses: [Guess] = []

    init(_ parts: [VoicedPart], _ frame: MeasureFrame) {
        var tones: [Tone] = []
        var lines: [Int] = []
        var line = 0
        for part in parts where !part.plan.isDrums {
            tones += part.tones
            lines += part.voices.map { line + $0 }
            line += part.list.count
        }
        let spelling = Spelling(tones, keys: frame.regions, signatures: frame.signatures, lines: lines)
        var rest = spelling.pitches[...]
        for part in parts {
            if part.plan.isDrums {
                contents.append(part.tones.map { .unpitched(staffPosition: Drum.drum($0.key).position) })
            } else {
                contents.append(rest.prefix(part.tones.count).map { .pitched($0) })
                rest = rest.dropFirst(part.tones.count)
            }
        }
        guard !tones.isEmpty else { return }
        let confidence = spelling.confidences.reduce(0, +) / Double(tones.count)
        guesses.append(Guess(.spelling, "\(tones.count) notes", confidence))
    }
}
