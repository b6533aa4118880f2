import ScoreModel
import StandardMIDI

extension NoteTable {
    /// The notes of a MIDI file: a part is a track, a voice a channel, both counted from 1. No pitch is written, and no note is tied.
    init(_ listing: MIDIListing) {
        let scale = listing.source.quartersPerTick
        var rows: [Row] = []
        for track in listing.tracks {
            var sung: Int?
            for note in track.notes {
                // A syllable belongs to the first note that begins with it.
                let lyric = sung == note.start ? nil : track.lyrics[note.start]
                sung = note.start
                let measure = track.meters.place(of: note.start).measure
                rows.append(
                    Row(
                        part: "\(track.number)", partName: track.name, measure: "\(measure + 1)",
                        measureIndex: measure, voice: "\(Int(note.channel) + 1)", staff: 1,
                        onset: "\(Fraction(note.start) * scale)",
                        duration: "\(Fraction(note.end - note.start) * scale)",
                        pitch: nil, midi: Int(note.key), tie: "", grace: false, cue: false, chord: false,
                        lyric: lyric ?? ""))
            }
        }
        self.init(rows: rows)
    }
}
