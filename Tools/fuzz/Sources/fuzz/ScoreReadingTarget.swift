import MusicXML
import ScoreModel
import StandardMIDI

/// Every document is a score or says why not; every score has an order of playing and can be played.
func checkScoreReading(_ bytes: [UInt8]) {
    guard let document = try? MusicXMLDocument(xml: bytes, limits: limits), let score = try? document.score().score
    else { return }
    let order = PlayOrder(score)
    for part in score.parts {
        for note in part.notes where note.onset < .zero || note.duration < .zero || note.onset > score.length {
            fatalError("a note of \(part.id) lies outside the score: \(note.onset) for \(note.duration)")
        }
        for (earlier, later) in zip(part.notes, part.notes.dropFirst()) where earlier.onset > later.onset {
            fatalError("the notes of \(part.id) are out of order at \(later.onset)")
        }
    }
    // A hostile file repeats its notes thousands of times; to play them all teaches nothing.
    let notes = score.parts.reduce(0) { $0 + $1.notes.count }
    let isShort = notes * order.stretches.count < 100_000
    let (file, _) = score.midiFile(order: isShort ? order : .written(score))
    do {
        let again = try MIDIFile(file.bytes())
        if let diagnostic = again.diagnostics.first { fatalError("the MIDI file is odd: \(diagnostic)") }
        let count = file.tracks.reduce(0) { $0 + $1.events.count { $0.isNoteOn } }
        guard again.notes().list.count == count else { fatalError("notes are missing in the MIDI file") }
    } catch {
        fatalError("the MIDI file cannot be read: \(error)")
    }
}
