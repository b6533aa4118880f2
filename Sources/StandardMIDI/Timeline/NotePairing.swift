internal import ScoreModel

/// Makes notes of keys that are struck and let go, track by track.
///
/// Every key that is struck is a note. A key that is let go ends the note on it that began first, so that of two notes on one key neither
/// swallows the other, and what ends at a tick ends before what begins there. Notes that nothing ends last until the channel falls silent or the
/// track ends.
struct NotePairing {
    private(set) var log = DiagnosticLog()
    private var track: Int32 = 0

    /// For each key of each channel the first and the last note on it that sounds, by their places in the list; -1 for none.
    private var sounding: [(first: Int32, last: Int32)]
    /// How many notes sound on each channel, so that silence where there is silence costs nothing.
    private var counts: [Int]

    /// The list that notes are added to. Of one that sounds, `end` is the place of the next that sounds on its key, or -1.
    typealias Notes = OutputSpan<MIDINote>

    /// - Parameter channels: How many channels there are: 16, or 256 in a clip file.
    init(channels: Int = 16) {
        sounding = Array(repeating: (-1, -1), count: channels * 128)
        counts = Array(repeating: 0, count: channels)
    }

    /// Goes on with a track.
    mutating func begin(track: Int) { self.track = Int32(clamping: track) }

    @inline(__always)
    mutating func noteOn(channel: Int, key: UInt8, velocity: UInt8, at tick: Int, in notes: inout Notes) {
        let slot = channel << 7 | Int(key)
        let index = Int32(clamping: notes.count)
        let last = sounding[slot].last
        if last < 0 {
            sounding[slot].first = index
        } else {
            var added = notes.mutableSpan
            added[Int(last)].end = Int(index)
        }
        sounding[slot].last = index
        counts[channel] += 1
        notes.append(
            MIDINote(
                track: track, channel: UInt8(truncatingIfNeeded: channel), key: key, velocity: velocity,
                releaseVelocity: 64, start: tick, end: -1))
    }

    @inline(__always)
    mutating func noteOff(channel: Int, key: UInt8, velocity: UInt8, at tick: Int, in notes: inout Notes) {
        let slot = channel << 7 | Int(key)
        guard sounding[slot].first >= 0 else { return tellUnmatched(channel, key, tick) }
        endFirst(slot, at: tick, velocity: velocity, in: &notes)
        counts[channel] -= 1
    }

    /// Ends everything that sounds on a channel.
    mutating func silence(channel: Int, at tick: Int, in notes: inout Notes) {
        endAll(on: channel, at: tick, in: &notes, "all notes of the channel end")
    }

    /// Ends everything that still sounds.
    mutating func finish(at tick: Int, in notes: inout Notes) {
        for channel in counts.indices { endAll(on: channel, at: tick, in: &notes, "the track ends") }
    }

    private mutating func endAll(on channel: Int, at tick: Int, in notes: inout Notes, _ reason: String) {
        guard counts[channel] > 0 else { return }
        counts[channel] = 0
        for slot in channel << 7..<(channel + 1) << 7 {
            while case let index = Int(sounding[slot].first), index >= 0 {
                tellStuck(notes.span[index], tick, reason)
                endFirst(slot, at: tick, in: &notes)
            }
        }
    }

    @inline(__always)
    private mutating func endFirst(_ slot: Int, at tick: Int, velocity: UInt8 = 64, in notes: inout Notes) {
        let index = Int(sounding[slot].first)
        var added = notes.mutableSpan
        let next = added[index].end
        added[index].end = tick
        added[index].releaseVelocity = velocity
        sounding[slot].first = Int32(truncatingIfNeeded: next)
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
