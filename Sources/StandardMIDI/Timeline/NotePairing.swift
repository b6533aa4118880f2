internal import ScoreModel

/// Makes notes of keys that are struck and let go, for one track.
///
/// Every key that is struck is a note. A key that is let go ends the note on it that began first, so that of two notes on one key neither
/// swallows the other, and what ends at a tick ends before what begins there. Notes that nothing ends last until the channel falls silent or the
/// track ends.
struct NotePairing {
    private(set) var notes: [MIDINote] = []
    private(set) var log = DiagnosticLog()
    private let track: Int

    /// For each key of each channel the first note on it that sounds, and for each note the next on the same key; -1 for none.
    private var first: [Int32]
    private var last: [Int32]
    private var next: [Int32] = []
    /// How many notes sound on each channel, so that silence where there is silence costs nothing.
    private var sounding: [Int]

    /// - Parameter channels: How many channels there are: 16, or 256 in a clip file.
    init(track: Int, channels: Int = 16, capacity: Int = 0) {
        self.track = track
        first = Array(repeating: -1, count: channels * 128)
        last = first
        sounding = Array(repeating: 0, count: channels)
        notes.reserveCapacity(capacity)
        next.reserveCapacity(capacity)
    }

    mutating func noteOn(channel: Int, key: UInt8, velocity: UInt8, at tick: Int) {
        let slot = channel << 7 | Int(key)
        let index = Int32(clamping: notes.count)
        notes.append(
            MIDINote(
                track: Int32(clamping: track), channel: UInt8(channel), key: key, velocity: velocity,
                releaseVelocity: 64, start: tick, end: tick))
        next.append(-1)
        sounding[channel] += 1
        if first[slot] < 0 { first[slot] = index } else { next[Int(last[slot])] = index }
        last[slot] = index
    }

    mutating func noteOff(channel: Int, key: UInt8, velocity: UInt8, at tick: Int) {
        let slot = channel << 7 | Int(key)
        let index = Int(first[slot])
        guard index >= 0 else {
            log.add(
                "note-off-unmatched", .warning, at: place,
                "key \(key) of channel \(channel + 1) is let go at tick \(tick), and was not struck")
            return
        }
        notes[index].end = tick
        notes[index].releaseVelocity = velocity
        sounding[channel] -= 1
        first[slot] = next[index]
    }

    /// Ends everything that sounds on a channel.
    mutating func silence(channel: Int, at tick: Int) {
        end([channel], at: tick, "all notes of the channel end")
    }

    /// Ends everything that still sounds.
    mutating func finish(at tick: Int) { end(Array(sounding.indices), at: tick, "the track ends") }

    private mutating func end(_ channels: [Int], at tick: Int, _ reason: String) {
        for channel in channels where sounding[channel] > 0 {
            sounding[channel] = 0
            end(channel << 7..<(channel + 1) << 7, at: tick, reason)
        }
    }

    private mutating func end(_ slots: Range<Int>, at tick: Int, _ reason: String) {
        for slot in slots {
            while first[slot] >= 0 {
                let index = Int(first[slot])
                log.add(
                    "note-stuck", .warning, at: place,
                    "key \(notes[index].key) of channel \(Int(notes[index].channel) + 1), struck at tick "
                        + "\(notes[index].start), is never let go; it ends at tick \(tick), where \(reason)")
                notes[index].end = tick
                first[slot] = next[index]
            }
        }
    }

    private var place: Diagnostic.Place { .init(part: "\(track + 1)") }
}
