/// One track of a Standard MIDI File in the making: events in any order, written sorted.
///
/// At one tick, meta events and programs come first, then notes that end, then notes that begin.
struct TrackWriter {
    private struct Event {
        var tick: Int
        var rank: UInt8
        var status: UInt8
        var first: UInt8
        var second: UInt8 = 0
        /// Where the bytes of a meta event stand in `text`.
        var payload = 0..<0
    }

    private var events: [Event] = []
    private var text: [UInt8] = []

    mutating func meta(_ type: UInt8, _ bytes: some Collection<UInt8>, at tick: Int) {
        let start = text.count
        text.append(contentsOf: bytes)
        events.append(Event(tick: tick, rank: 0, status: 0xFF, first: type, payload: start..<text.count))
    }

    mutating func program(_ program: Int, channel: Int) {
        events.append(Event(tick: 0, rank: 1, status: 0xC0 | UInt8(channel), first: UInt8(program)))
    }

    /// A note of at least one tick.
    mutating func note(key: Int, from start: Int, to end: Int, channel: Int, velocity: UInt8) {
        let (key, channel) = (UInt8(key), UInt8(channel))
        events.append(Event(tick: start, rank: 3, status: 0x90 | channel, first: key, second: velocity))
        events.append(Event(tick: max(end, start + 1), rank: 2, status: 0x80 | channel, first: key, second: 64))
    }

    /// The chunk, which ends at `end` or with its last event.
    func chunk(end: Int) -> [UInt8] {
        let order = events.indices.sorted {
            (events[$0].tick, events[$0].rank, $0) < (events[$1].tick, events[$1].rank, $1)
        }
        var body: [UInt8] = []
        body.reserveCapacity(events.count * 4 + text.count)
        var tick = 0
        for event in order.lazy.map({ events[$0] }) {
            appendDelta(event.tick - tick, to: &body)
            tick = event.tick
            body.append(event.status)
            body.append(event.first)
            if event.status == 0xFF {
                appendVariableLength(event.payload.count, to: &body)
                body.append(contentsOf: text[event.payload])
            } else if event.status & 0xF0 != 0xC0 {
                body.append(event.second)
            }
        }
        appendDelta(max(end - tick, 0), to: &body)
        body += [0xFF, 0x2F, 0x00]
        return Array("MTrk".utf8) + bigEndian(UInt32(clamping: body.count)) + body
    }
}
