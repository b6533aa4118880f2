internal import ScoreModel

/// The RIFF file of form RMID around a MIDI file (MMA RP-029): chunks with lengths in little-endian order and even sizes, of which `data` holds
/// the MIDI file.
public struct RIFFWrapper: Hashable, Sendable {
    /// A chunk beside `data`, such as LIST or DISP.
    public struct Chunk: Hashable, Sendable {
        /// The four bytes of its name.
        public let name: [UInt8]
        /// What is in it.
        public var bytes: [UInt8]
    }

    /// The chunks before `data`.
    public var before: [Chunk] = []
    /// The chunks behind `data`.
    public var after: [Chunk] = []

    /// A wrapper with nothing but the MIDI file.
    public init() {}
}

extension RIFFWrapper {
    /// Unwraps a file.
    ///
    /// - Returns: What is around the MIDI file and where that stands, or nil when the bytes are no RIFF file.
    static func read(
        _ bytes: [UInt8], log: inout DiagnosticLog
    ) throws(MIDIFileError) -> (wrapper: RIFFWrapper, content: Range<Int>)? {
        guard bytes.starts(with: "RIFF".utf8) else { return nil }
        guard bytes.count >= 12, bytes[8..<12].elementsEqual("RMID".utf8) else {
            throw MIDIFileError(.notMIDI, at: .init(byte: 0), "this is a RIFF file, and not one that holds MIDI")
        }
        var wrapper = RIFFWrapper()
        var content: Range<Int>?
        let declared = 8 + length(at: 4, bytes)
        let end = min(declared, bytes.count)
        // Some programs forget that the lengths count what is around them: a file that is one chunk longer is no harm.
        if declared > bytes.count {
            log.add(
                "riff-length", .warning, at: .init(byte: 4),
                "the RIFF file is said to have \(declared) bytes, and has \(bytes.count)")
        } else if declared < bytes.count {
            log.add(
                "trailing-bytes", .warning, at: .init(byte: declared),
                "there are bytes behind the RIFF file (\(bytes.count - declared)); they are left out")
        }
        var position = 12
        while position + 8 <= end {
            let name = Array(bytes[position..<position + 4])
            let begin = position + 8
            var stop = begin + length(at: position + 4, bytes)
            if stop > end {
                log.add(
                    "riff-length", .warning, at: .init(byte: position + 4),
                    "a chunk reaches past the end; it is cut there")
                stop = end
            }
            if content == nil, name.elementsEqual("data".utf8) {
                content = begin..<stop
            } else {
                let chunk = Chunk(name: name, bytes: Array(bytes[begin..<stop]))
                if content == nil { wrapper.before.append(chunk) } else { wrapper.after.append(chunk) }
            }
            position = stop
            guard (stop - begin) % 2 == 1 else { continue }
            if stop == end || bytes[stop] != 0 {
                log.add(
                    "riff-padding", .warning, at: .init(byte: stop),
                    "a chunk of odd length is not followed by a zero; one is put there")
            }
            position += 1
        }
        if position < end {
            log.add(
                "trailing-bytes", .warning, at: .init(byte: position),
                "there are bytes in the RIFF file that are no chunk (\(end - position)); they are left out")
        }
        guard let content else {
            throw MIDIFileError(.notMIDI, at: .init(byte: 12), "this RIFF file has no data chunk, and so no MIDI file")
        }
        return (wrapper, content)
    }

    /// The RIFF file around the bytes of a MIDI file.
    public func wrapping(_ file: [UInt8]) -> [UInt8] {
        var body = Array("RMID".utf8)
        for chunk in before + [Chunk(name: Array("data".utf8), bytes: file)] + after {
            body += chunk.name + RIFFWrapper.word(chunk.bytes.count) + chunk.bytes
            if chunk.bytes.count % 2 == 1 { body.append(0) }
        }
        return Array("RIFF".utf8) + RIFFWrapper.word(body.count) + body
    }

    private static func word(_ number: Int) -> [UInt8] { bigEndian(UInt32(clamping: number)).reversed() }

    private static func length(at position: Int, _ bytes: [UInt8]) -> Int {
        bytes[position..<position + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
