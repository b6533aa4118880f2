/// The events of a Standard MIDI File as text, read by a reader that shares no code with the writer and forgives nothing.
///
/// One line an event, with its tick: `0 on 0 60 90` and `480 off 0 60` (channel, key, velocity), `0 program 0 40`, `0 name Title`,
/// `0 meta 51 07A120`.
struct MIDIOutline {
    var format = 0
    var resolution = 0
    var tracks: [[String]] = []

    /// Where the bytes are no Standard MIDI File, and why.
    struct Failure: Error, Equatable {
        var offset: Int
        var reason: String
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) throws {
        rest = bytes[...]
        try expect("MThd")
        guard try number(4) == 6 else { throw failure("the header has another length than 6") }
        format = try number(2)
        let count = try number(2)
        resolution = try number(2)
        for _ in 0..<count { tracks.append(try track()) }
        guard rest.isEmpty else { throw failure("bytes after the last track") }
    }

    private mutating func track() throws -> [String] {
        try expect("MTrk")
        let length = try number(4)
        let end = rest.startIndex + length
        var lines: [String] = []
        var tick = 0
        while lines.last?.hasSuffix(" end") != true {
            tick += try variableLength()
            lines.append("\(tick) \(try event())")
        }
        guard rest.startIndex == end else { throw failure("the track is not \(length) bytes long") }
        return lines
    }

    private mutating func event() throws -> String {
        let status = try byte()
        let channel = status & 0x0F
        switch status {
        case 0x80..<0x90: return "off \(channel) \(try dataByte())\(try dataByte() == 64 ? "" : " with another speed")"
        case 0x90..<0xA0: return "on \(channel) \(try dataByte()) \(try dataByte())"
        case 0xC0..<0xD0: return "program \(channel) \(try dataByte())"
        case 0xFF: return try metaEvent()
        default: throw failure("status \(status)")
        }
    }

    private mutating func metaEvent() throws -> String {
        let type = try dataByte()
        let payload = try (0..<(try variableLength())).map { _ in try byte() }
        switch type {
        case 0x2F: return payload.isEmpty ? "end" : "end with bytes"
        case 0x03: return "name " + String(decoding: payload, as: UTF8.self)
        default: return "meta \(hex(UInt8(type))) " + payload.map(hex).joined()
        }
    }

    private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }

    // MARK: Bytes

    private mutating func expect(_ name: String) throws {
        guard rest.starts(with: name.utf8) else { throw failure("no \(name)") }
        rest = rest.dropFirst(4)
    }

    private mutating func byte() throws -> UInt8 {
        guard let byte = rest.popFirst() else { throw failure("the end is missing") }
        return byte
    }

    private mutating func dataByte() throws -> Int {
        let byte = Int(try byte())
        guard byte < 0x80 else { throw failure("data byte \(byte)") }
        return byte
    }

    private mutating func number(_ count: Int) throws -> Int {
        try (0..<count).reduce(0) { sum, _ in sum << 8 | Int(try byte()) }
    }

    private mutating func variableLength() throws -> Int {
        var value = 0
        for _ in 0..<4 {
            let byte = Int(try byte())
            value = value << 7 | byte & 0x7F
            if byte < 0x80 { return value }
        }
        throw failure("a number of more than four bytes")
    }

    private func failure(_ reason: String) -> Failure { Failure(offset: rest.startIndex, reason: reason) }
}
