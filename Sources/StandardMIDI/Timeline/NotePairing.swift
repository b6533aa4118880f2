internal import ScoreModel

/// Makes notes of keys that are struck and let go, track by track.
///
/// Every key that is struck is a note. A key that is let go ends the note on it that began first, so that of two notes on one key neither
/// swallows the other, and what ends at a tick ends before what begins there. Notes that nothing ends last until the channel falls silent or the
/// track ends.
struct NotePairing {
    /// The notes. Of one that sounds, `end` is the index of the next that sounds on its key, or -1.
    private(set) var notes: [MIDINote] = []
    private(set) var log = DiagnosticLog()
    private var track: Int32 = 0

    /// For each key of each channel the first and the last note on it that sounds; -1 for none.
    private var sounding: [(first: Int, last: Int)]
    /// How many notes sound on each channel, so that silence where there is silence costs nothing.
    private var counts: [Int]

    /// - Parameter channels: How many channels there are: 16, or 256 in a clip file.
    init(channels: Int = 16, capacity: Int = 0) {
        sounding = Array(repeating: (-1, -1), count: channels * 128)
        counts = Array(repeating: 0, count: channels)
        notes.reserveCapacity(capacity)
    }

    /// Goes on with a track.
    mutating func begin(track: Int) { self.track = Int32(clamping: track) }

    @inline(__always)
    mutating func noteOn(channel: Int, key: UInt8, velocity: UInt8, at tick: Int) {
        let slot = channel << 7 | Int(key)
        let last = sounding[slot].last
        if last < 0 { sounding[slot].first = notes.count } else { notes[last].end = notes.count }
        sounding[slot].last = notes.count
        counts[channel] += 1
        notes.append(
            MIDINote(
                track: track, channel: UInt8(truncatingIfNeeded: channel), key: key, velocity: velocity,
                releaseVelocity: 64, start: tick, end: -1))
    }

    @inline(__always)
    mutating func noteOff(channel: Int, key: UInt8, velocity: UInt8, at tick: Int) {
        let slot = channel << 7 | Int(key)
        guard sounding[slot].first >= 0 else { return tellUnmatched(channel, key, tick) }
        notes[sounding[slot].first].releaseVelocity = velocity
        endFirst(slot, at: tick)
        counts[channel] -= 1
    }

    /// Ends everything that sounds on a channel.
    mutating func silence(channel: Int, at tick: Int) {
        endAll(on: channel, at: tick, "all notes of the channel end")
    }

    /// Ends everything that still sounds.
    mutating func finish(at tick: Int) {
        for channel in counts.indices { endAll(on: channel, at: tick, "the track ends") }
    }

    private mutating func endAll(on channel: Int, at tick: Int, _ reason: String) {
        guard counts[channel] > 0 else { return }
        counts[channel] = 0
        for slot in channel << 7..<(channel + 1) << 7 {
            while case let index = sounding[slot].first, index >= 0 {
                tellStuck(notes[index], tick, reason)
                endFirst(slot, at: tick)
            }
        }
    }

    private mutating func endFirst(_ slot: Int, at tick: Int) {
        let index = sounding[slot].first
        let next = notes[index].end
        notes[index].end = tick
        sounding[slot].first = next
        if next < 0 { sounding[slot].last = -1 }
    }

    // MARK: Diagnostics

    private mutating func tellUnmatched(_ channel: Int, _ key: UInt8, _ tick: Int) {
        log.add(
            "note-off-unmatched", .warning, at: place,
            "key \(key) of channel \(channel + 1) is let go at tick \(tick), and was not struck")
    }

    private mutating func tellStuck(_ note: MIDINote, _ tick: Int, _ reason: String) {
        log.add(
            "note-stuck", .warning, at: place,
            "key \(note.key) of channel \(Int(note.channel) + 1), struck at tick \(note.start), is never let go; "
                + "it ends at tick \(tick), where \(reason)")
    }

    private var place: Diagnostic.Place { .init(part: "\(track + 1)") }
}
