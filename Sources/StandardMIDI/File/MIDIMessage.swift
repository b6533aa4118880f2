/// One message of a track, without its time (MIDI 1.0, table 1; SMF 1.0, "Track Chunks").
///
/// Channels count from 0; keys, velocities and values go from 0 to 127. Numbers that are larger lose their upper bits when the message is put
/// into a track.
public enum MIDIMessage: Hashable, Sendable {
    /// A key is let go.
    case noteOff(channel: UInt8, key: UInt8, velocity: UInt8)
    /// A key is struck; with velocity 0 it is let go.
    case noteOn(channel: UInt8, key: UInt8, velocity: UInt8)
    /// A key is pressed further down.
    case keyPressure(channel: UInt8, key: UInt8, pressure: UInt8)
    /// A controller moves; the numbers from 120 up are channel mode messages.
    case controlChange(channel: UInt8, controller: UInt8, value: UInt8)
    /// Another program sounds.
    case programChange(channel: UInt8, program: UInt8)
    /// All keys are pressed further down.
    case channelPressure(channel: UInt8, pressure: UInt8)
    /// The pitch wheel moves, from -8192 to 8191.
    case pitchBend(channel: UInt8, value: Int)
    /// Something for the reader of the file.
    case meta(MetaEvent)
    /// The bytes behind F0: a whole system exclusive message, its F7 included, or its first packet.
    case systemExclusive(ArraySlice<UInt8>)
    /// The bytes behind F7: a further packet, or any bytes that are to be sent.
    case escape(ArraySlice<UInt8>)
}

extension MIDIMessage {
    /// The channel from 0; nil for messages that have none.
    public var channel: UInt8? {
        switch self {
        case .noteOff(let channel, _, _), .noteOn(let channel, _, _), .keyPressure(let channel, _, _),
            .controlChange(let channel, _, _), .programChange(let channel, _), .channelPressure(let channel, _),
            .pitchBend(let channel, _):
            channel
        case .meta, .systemExclusive, .escape: nil
        }
    }

    /// Makes a channel message of its bytes.
    init(status: UInt8, _ first: UInt8, _ second: UInt8) {
        let channel = status & 0x0F
        self =
            switch status >> 4 {
            case 0x8: .noteOff(channel: channel, key: first, velocity: second)
            case 0x9: .noteOn(channel: channel, key: first, velocity: second)
            case 0xA: .keyPressure(channel: channel, key: first, pressure: second)
            case 0xB: .controlChange(channel: channel, controller: first, value: second)
            case 0xC: .programChange(channel: channel, program: first)
            case 0xD: .channelPressure(channel: channel, pressure: first)
            default: .pitchBend(channel: channel, value: (Int(second) << 7 | Int(first)) - 0x2000)
            }
    }

    /// The bytes of the message as a track keeps them: status, two data bytes (the type of a meta event is the first) and what may follow.
    var parts: (status: UInt8, first: UInt8, second: UInt8, payload: ArraySlice<UInt8>?) {
        func channelMessage(
            _ kind: UInt8, _ channel: UInt8, _ first: UInt8, _ second: UInt8 = 0
        ) -> (status: UInt8, first: UInt8, second: UInt8, payload: ArraySlice<UInt8>?) {
            (kind << 4 | channel & 0x0F, first & 0x7F, second & 0x7F, nil)
        }
        switch self {
        case .noteOff(let channel, let key, let velocity): return channelMessage(0x8, channel, key, velocity)
        case .noteOn(let channel, let key, let velocity): return channelMessage(0x9, channel, key, velocity)
        case .keyPressure(let channel, let key, let pressure): return channelMessage(0xA, channel, key, pressure)
        case .controlChange(let channel, let number, let value): return channelMessage(0xB, channel, number, value)
        case .programChange(let channel, let program): return channelMessage(0xC, channel, program)
        case .channelPressure(let channel, let pressure): return channelMessage(0xD, channel, pressure)
        case .pitchBend(let channel, let value):
            let word = UInt16(min(max(value, -0x2000), 0x1FFF) + 0x2000)
            return channelMessage(0xE, channel, UInt8(word & 0x7F), UInt8(word >> 7))
        case .meta(let event): return (0xFF, event.type.rawValue, 0, event.bytes)
        case .systemExclusive(let bytes): return (0xF0, 0, 0, bytes)
        case .escape(let bytes): return (0xF7, 0, 0, bytes)
        }
    }
}
