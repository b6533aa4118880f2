import ScoreModel
import StandardMIDI

/// The notes of a performance as rows of text.
enum TimeTable {
    /// One played note.
    struct Row: TableRow {
        let part: String
        let voice: String
        let staff: Int
        let measure: String
        let measureIndex: Int
        let writtenOnset: String
        let beat: String
        let pass: Int
        let onset: String
        let seconds: String
        let tick: Int
        let duration: String
        let pitch: String?
        let midi: Int
        let velocity: Int
        let role: String

        static let columns = [
            "part", "voice", "staff", "measure", "measure_index", "written_onset", "beat", "pass", "onset", "seconds",
            "tick", "duration", "pitch", "midi", "velocity", "role",
        ]

        var fields: [String] {
            [
                part, voice, "\(staff)", measure, "\(measureIndex)", writtenOnset, beat, "\(pass)", onset, seconds,
                "\(tick)", duration, pitch ?? "", "\(midi)", "\(velocity)", role,
            ]
        }
    }

    /// The notes in the order in which they are played.
    static func rows(_ performance: Performance, of score: Score) -> some Sequence<Row> {
        let resolution = Resolution(score)
        return performance.notes.lazy.map { played in
            let part = score.parts[Int(played.part)]
            let note = part.notes[Int(played.note)]
            return Row(
                part: part.id, voice: part.voices.indices.contains(Int(note.voice)) ? part.voices[Int(note.voice)] : "",
                staff: Int(note.staff), measure: part.measureNumber(Int(note.measure)) ?? "",
                measureIndex: Int(note.measure), writtenOnset: "\(note.onset)",
                beat: beat(of: note, in: part, score).map { "\($0)" } ?? "", pass: Int(played.pass),
                onset: "\(played.onset)", seconds: performance.tempos.seconds(at: played.onset).decimal,
                tick: resolution.ticks(played.onset), duration: "\(played.duration)",
                pitch: note.pitch.map { "\($0)" }, midi: Int(played.key), velocity: Int(played.velocity),
                role: "\(played.role)")
        }
    }

    /// The beat at which a note is written, from 1, in the unit of the meter; a measure that is not counted, such as a pickup, ends with
    /// the last beat.
    private static func beat(of note: Note, in part: Part, _ score: Score) -> Fraction? {
        guard score.measures.indices.contains(Int(note.measure)) else { return nil }
        let measure = score.measures[Int(note.measure)]
        let meter = part.meters.inForce(at: measure.onset, staff: Int(note.staff))
        let unit = meter?.components.first.map { 4 / Fraction($0.beatType) } ?? 1
        let missing = measure.isImplicit ? max((meter?.length ?? .zero) - measure.length, .zero) : .zero
        return (note.onset - measure.onset + missing) / unit + 1
    }
}
