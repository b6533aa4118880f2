public import ScoreModel

extension MIDIFile {
    /// The notes of all tracks, track by track in the order in which they begin, and what was odd about them. There are as many as there are
    /// note-ons.
    ///
    /// A key that is let go ends the note on it that began first. Notes that nothing ends last until all notes of their channel are ended, or to the
    /// end of their track.
    public func notes() -> (list: [MIDINote], diagnostics: [Diagnostic]) {
        var log = DiagnosticLog()
        let isLarge = tracks.reduce(0) { $0 + $1.events.count } > 1 << 14
        let lists = trackByTrack(tracks.count, isLarge: isLarge, log: &log) { tracks[$0].notes(track: $0) }
        return (Array(lists.joined()), log.list(place: .init()))
    }
}

extension MIDITrack {
    fileprivate func notes(track: Int) -> ([MIDINote], DiagnosticLog) {
        guard !events.isEmpty else { return ([], DiagnosticLog()) }
        var pairing = NotePairing(track: track, capacity: events.count(where: \.isNoteOn))
        for event in events {
            let channel = Int(event.status & 0x0F)
            switch event.status & 0xF0 {
            case 0x90 where event.second > 0:
                pairing.noteOn(channel: channel, key: event.first, velocity: event.second, at: event.tick)
            case 0x90: pairing.noteOff(channel: channel, key: event.first, velocity: 64, at: event.tick)
            case 0x80: pairing.noteOff(channel: channel, key: event.first, velocity: event.second, at: event.tick)
            case 0xB0 where endsNotes(controller: event.first): pairing.silence(channel: channel, at: event.tick)
            default: break
            }
        }
        pairing.finish(at: end)
        return (pairing.notes, pairing.log)
    }
}

/// Whether a controller is "all sound off", "all notes off" or one of the mode messages that imply it (MIDI 1.0, "Channel Mode Messages").
func endsNotes(controller: UInt8) -> Bool { controller == 120 || controller >= 123 }
