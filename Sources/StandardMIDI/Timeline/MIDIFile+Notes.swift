public import ScoreModel

extension MIDIFile {
    /// The notes of all tracks, track by track in the order in which they begin, and what was odd about them. There are as many as there are
    /// note-ons.
    ///
    /// A key that is let go ends the note on it that began first. Notes that nothing ends last until all notes of their channel are ended, or to the
    /// end of their track.
    public func notes() -> (list: [MIDINote], diagnostics: [Diagnostic]) {
        var pairing = NotePairing()
        let most = tracks.reduce(0) { $0 + $1.events.count }
        let notes = [MIDINote](capacity: most) { notes in
            for (index, track) in tracks.enumerated() {
                pairing.begin(track: index)
                pairing.add(track.events, to: &notes)
                pairing.finish(at: track.end, in: &notes)
            }
        }
        return (notes, pairing.log.list(place: .init()))
    }
}

extension NotePairing {
    fileprivate mutating func add(_ events: [MIDITrack.Event], to notes: inout Notes) {
        for event in events {
            let channel = Int(event.status & 0x0F)
            switch event.status & 0xF0 {
            case 0x90 where event.second > 0:
                noteOn(channel: channel, key: event.first, velocity: event.second, at: event.tick, in: &notes)
            case 0x90: noteOff(channel: channel, key: event.first, velocity: 64, at: event.tick, in: &notes)
            case 0x80: noteOff(channel: channel, key: event.first, velocity: event.second, at: event.tick, in: &notes)
            case 0xB0 where endsNotes(controller: event.first): silence(channel: channel, at: event.tick, in: &notes)
            default: break
            }
        }
    }
}

/// Whether a controller is "all sound off", "all notes off" or one of the mode messages that imply it (MIDI 1.0, "Channel Mode Messages").
func endsNotes(controller: UInt8) -> Bool { controller == 120 || controller >= 123 }
