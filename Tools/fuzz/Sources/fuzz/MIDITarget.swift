import ScoreModel
import StandardMIDI

/// Every file of bytes is a MIDI file or says why not. One that is in order is written back as it was; any is written so that it is in
/// order, and says the same.
func checkMIDI(_ bytes: [UInt8]) {
    if let clip = try? MIDIClip(bytes) {
        _ = (clip.notes(), clip.tempoMap, clip.meterMap)
        if let transcription = try? Transcription(clip) { check(transcription, notes: clip.notes().list.count) }
    }
    guard let file = try? MIDIFile(bytes) else { return }
    if file.diagnostics.isEmpty, file.bytes() != bytes { fatalError("a file without faults is written otherwise") }
    let notes = file.notes().list
    guard notes.allSatisfy({ 0 <= $0.start && $0.start <= $0.end }) else { fatalError("a note ends before it begins") }
    _ = (file.tempoMap(), file.meterMap(), file.keys(), file.tempoDiagnostics)
    if let transcription = try? Transcription(file) { check(transcription, notes: notes.count) }
    for layout in MIDIFile.Layout.allCases {
        do {
            let again = try MIDIFile(file.bytes(layout))
            guard again.tracks.count == file.tracks.count, again.notes().list.count == notes.count else {
                fatalError("\(layout): notes or tracks are lost")
            }
            for (one, two) in zip(file.tracks, again.tracks) where one.end != two.end || said(one) != said(two) {
                fatalError("\(layout): the events of a track have changed")
            }
        } catch {
            fatalError("\(layout): what was written cannot be read: \(error)")
        }
    }
}

/// Every note is written down once, and what is written is a score that fits its measures.
private func check(_ transcription: Transcription, notes count: Int) {
    let parts = transcription.score.parts
    let written = parts.reduce(0) { sum, part in
        sum + part.notes.filter { !$0.isRest && !part.isContinued($0) }.count
    }
    guard written == count else { fatalError("\(count) notes became \(written)") }
    let measures = transcription.score.measures
    for note in parts.lazy.flatMap(\.notes) {
        let measure = measures[Int(note.measure)]
        guard note.duration > .zero, note.onset >= measure.onset, note.end <= measure.onset + measure.length else {
            fatalError("a note leaves its measure")
        }
    }
    guard transcription.guesses.allSatisfy({ (0...1).contains($0.confidence) }) else {
        fatalError("a confidence is none")
    }
}

/// The messages of a track with their ticks, but for empty texts: these divide waits that are too long for one number.
private func said(_ track: MIDITrack) -> [MIDITrack.Moment] {
    track.events.map { .init($0.tick, track.message(of: $0)) }.filter { moment in
        if case .meta(let event) = moment.message, event.type == .text { !event.bytes.isEmpty } else { true }
    }
}
