import ScoreModel
import StandardMIDI

/// Bytes in hexadecimal digits; white space and what stands in parentheses is for the reader.
func bytes(_ text: String) -> [UInt8] {
    var digits: [UInt8] = []
    var isRemark = false
    for character in text {
        switch character {
        case "(": isRemark = true
        case ")": isRemark = false
        default: if !isRemark, let digit = character.hexDigitValue { digits.append(UInt8(digit)) }
        }
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// A chunk with the right length, or another one.
func chunk(_ name: String, _ content: [UInt8], length: Int? = nil) -> [UInt8] {
    Array(name.utf8) + bigEndian(UInt32(length ?? content.count)) + content
}

/// A chunk of a track.
func track(_ content: String, length: Int? = nil) -> [UInt8] { chunk("MTrk", bytes(content), length: length) }

/// The header of a file with 96 ticks a quarter note.
func header(format: UInt16 = 1, tracks: UInt16, division: UInt16 = 96) -> [UInt8] {
    chunk("MThd", bigEndian(format) + bigEndian(tracks) + bigEndian(division))
}

/// A file of format 0 with one track.
func file(_ content: String) -> [UInt8] { header(format: 0, tracks: 1) + track(content) }

private func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
}

extension MIDITrack {
    /// One line an event, as people would say it: `0 on 1 60 90`, `96 off 1 60 64`, `96 end`.
    var outline: [String] { events.map { "\($0.tick) \(message(of: $0).outline)" } + ["\(end) end"] }
}

extension MIDIMessage {
    var outline: String {
        switch self {
        case .noteOff(let channel, let key, let velocity): "off \(channel) \(key) \(velocity)"
        case .noteOn(let channel, let key, let velocity): "on \(channel) \(key) \(velocity)"
        case .keyPressure(let channel, let key, let pressure): "key-pressure \(channel) \(key) \(pressure)"
        case .controlChange(let channel, let controller, let value): "control \(channel) \(controller) \(value)"
        case .programChange(let channel, let program): "program \(channel) \(program)"
        case .channelPressure(let channel, let pressure): "pressure \(channel) \(pressure)"
        case .pitchBend(let channel, let value): "bend \(channel) \(value)"
        case .meta(let event): "meta \(event.type.rawValue) \(Array(event.bytes))"
        case .systemExclusive(let bytes): "sysex \(Array(bytes))"
        case .escape(let bytes): "escape \(Array(bytes))"
        }
    }
}

extension MIDIFile {
    /// The codes of what was odd, each once, in order.
    var codes: [String] {
        diagnostics.map(\.code).reduce(into: []) { codes, code in if !codes.contains(code) { codes.append(code) } }
    }
}
