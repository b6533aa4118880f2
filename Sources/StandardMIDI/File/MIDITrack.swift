/// A track of a MIDI file: its messages with their times in ticks, in the order of the file.
///
/// An event takes sixteen bytes; what system exclusive messages and meta events carry lies in one buffer. A track that was read keeps the bytes
/// that it was read from until something in it is changed.
///
///     for event in track.events where event.isNoteOn {
///         print(event.tick, track.message(of: event))
///     }
public struct MIDITrack: Sendable {
    /// A message and when it comes. Meta events and system exclusive messages have bytes in their track besides:
    /// ``MIDITrack/message(of:)``.
    public struct Event: Sendable {
        /// Ticks from the beginning of the track.
        public internal(set) var tick: Int
        /// The status byte: 8n to En for the messages of channel n, F0 and F7 for system exclusive packets, FF for meta events.
        public internal(set) var status: UInt8
        /// The first data byte, or the type of a meta event.
        public internal(set) var first: UInt8
        /// The second data byte, 0 where there is none.
        public internal(set) var second: UInt8
        /// Which of the track's payloads belongs to the event.
        var payload: UInt32
    }

    /// The events, sorted by tick. The end of the track is not among them.
    public internal(set) var events: [Event] = []
    /// The tick at which the track ends, not before its last event.
    public internal(set) var end = 0

    /// What meta events and system exclusive messages carry, as places in `bytes`.
    var payloads: [Range<Int>] = []
    /// The bytes of the chunk that was read, with their places in the file, and behind them those of events that were added. Tracks that
    /// were read share one buffer.
    var bytes: ArraySlice<UInt8> = []
    /// Where the chunk that was read ends.
    var readEnd = 0
    /// Where the chunk's bytes behind the end of the track begin.
    var restStart = 0
    /// Whether the bytes that were read still say what the track says.
    var isAsRead = false

    /// A track without events.
    public init() {}
}

extension MIDITrack.Event {
    /// Whether a key is struck: a note-on with a velocity above 0.
    public var isNoteOn: Bool { status & 0xF0 == 0x90 && second > 0 }
    /// Whether a key is let go: a note-off, or a note-on with velocity 0.
    public var isNoteOff: Bool { status & 0xF0 == 0x80 || status & 0xF0 == 0x90 && second == 0 }
    /// Whether it is a meta event.
    public var isMeta: Bool { status == 0xFF }
    /// The channel from 0; nil for meta events and system exclusive messages.
    public var channel: Int? { status < 0xF0 ? Int(status & 0x0F) : nil }
}

extension MIDITrack {
    /// What an event of this track says.
    public func message(of event: Event) -> MIDIMessage {
        switch event.status {
        case 0xFF: .meta(MetaEvent(MetaEvent.Kind(rawValue: event.first), payload(of: event)))
        case 0xF0: .systemExclusive(payload(of: event))
        case 0xF7: .escape(payload(of: event))
        default: MIDIMessage(status: event.status, event.first, event.second)
        }
    }

    /// The meta event that an event of this track is, or nil.
    public func meta(of event: Event) -> MetaEvent? {
        event.isMeta ? MetaEvent(MetaEvent.Kind(rawValue: event.first), payload(of: event)) : nil
    }

    /// The meta events with their ticks, in order.
    public var metaEvents: some Sequence<(tick: Int, event: MetaEvent)> {
        events.lazy.filter(\.isMeta).map {
            ($0.tick, MetaEvent(MetaEvent.Kind(rawValue: $0.first), payload(of: $0)))
        }
    }

    /// The bytes of the first event of a type, such as the name of the track.
    public func first(_ type: MetaEvent.Kind) -> MetaEvent? {
        events.first { $0.isMeta && $0.first == type.rawValue }.flatMap { meta(of: $0) }
    }

    /// What the chunk has behind the end of the track, which nobody should look at.
    public var bytesBehindEnd: ArraySlice<UInt8> { bytes[restStart..<readEnd] }

    func payload(of event: Event) -> ArraySlice<UInt8> { bytes[payloads[Int(event.payload)]] }
}
