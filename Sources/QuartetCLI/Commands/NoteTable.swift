import ScoreModel

/// The notes of a score as rows of text.
enum NoteTable {
    /// One note.
    struct Row: TableRow {
        let part: String
        let partName: String
        let measure: String
        let measureIndex: Int
        let voice: String
        let staff: Int
        let onset: String
        let duration: String
        let pitch: String?
        let midi: Int?
        let tie: String
        let grace: Bool
        let cue: Bool
        let chord: Bool
        let lyric: String

        static let columns = [
            "part", "part_name", "measure", "measure_index", "voice", "staff", "onset", "duration", "pitch", "midi",
            "tie", "grace", "cue", "chord", "lyric",
        ]

        var fields: [String] {
            [
                part, partName, measure, "\(measureIndex)", voice, "\(staff)", onset, duration, pitch ?? "",
                midi.map { "\($0)" } ?? "", tie, "\(grace)", "\(cue)", "\(chord)", lyric,
            ]
        }
    }

    /// The notes of all parts; rests have no rows.
    static func rows(_ score: Score, mergesTies: Bool) -> some Sequence<Row> {
        score.parts.lazy.flatMap { part in
            let lyrics = lyrics(of: part)
            return part.notes.indices.lazy.filter {
                !part.notes[$0].isRest && !(mergesTies && part.isContinued(part.notes[$0]))
            }.map { index in
                let note = part.notes[index]
                return Row(
                    part: part.id, partName: part.name, measure: part.measureNumber(Int(note.measure)) ?? "",
                    measureIndex: Int(note.measure), voice: part.voices[Int(note.voice)], staff: Int(note.staff),
                    onset: "\(note.onset)",
                    duration: "\(mergesTies ? part.tiedDuration(of: note) : note.duration)",
                    pitch: note.pitch.map { "\($0)" }, midi: part.soundingKey(of: note),
                    tie: mergesTies ? "" : tie(note), grace: note.isGrace,
                    cue: note.traits.contains(.cue), chord: note.traits.contains(.chordMember),
                    lyric: lyrics[index] ?? "")
            }
        }
    }

    private static func tie(_ note: Note) -> String {
        switch (note.traits.contains(.tieStop), note.traits.contains(.tieStart)) {
        case (true, true): "continue"
        case (true, false): "stop"
        case (false, true): "start"
        case (false, false): ""
        }
    }

    /// By note: the verses, joined by bars; elided syllables, joined by what the file has between them.
    private static func lyrics(of part: Part) -> [Int: String] {
        var texts: [Int: String] = [:]
        for lyric in part.lyrics where !lyric.value.text.isEmpty {
            let joint = lyric.value.elision.map { $0.isEmpty ? "‿" : $0 } ?? "|"
            texts[lyric.note] = (texts[lyric.note].map { $0 + joint } ?? "") + lyric.value.text
        }
        return texts
    }
}
