import ScoreModel
import StandardMIDI

extension NoteTable {
    /// The notes of a MIDI file: a part is a track, a voice a channel, both counted from 1. No pitch is written, and no note is tied.
    static func rows(_ listing: MIDIListing) -> some Sequence<Row> {
        let scale = listing.source.quartersPerTick
        return listing.tracks.lazy.flatMap { track in
            track.notes.indices.lazy.map { index in
                let note = track.notes[index]
                // A syllable belongs to the first note that begins with it.
                let isFirst = index == track.notes.startIndex || track.notes[index - 1].start != note.start
                let measure = track.meters.place(of: note.start).measure
                return Row(
                    part: "\(track.number)", partName: track.name, measure: "\(measure + 1)", measureIndex: measure,
                    voice: "\(Int(note.channel) + 1)", staff: 1, onset: "\(Fraction(note.start) * scale)",
                    duration: "\(Fraction(note.end - note.start) * scale)", pitch: nil, midi: Int(note.key), tie: "",
                    grace: false, cue: false, chord: false, lyric: isFirst ? track.lyrics[note.start] ?? "" : "")
            }
        }
    }
}
