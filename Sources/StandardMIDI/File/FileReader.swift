internal import ScoreModel

/// Reads the header of a file and finds its chunks.
struct FileReader {
    private let bytes: [UInt8]
    private var position: Int
    /// Where the Standard MIDI File ends: the end of the bytes, or that of the chunk of a RIFF file.
    private let end: Int
    private let wrapper: RIFFWrapper?
    private var log = DiagnosticLog()
    private var others: [MIDIFile.OtherChunk] = []

    /// Finds the header.
    init(_ bytes: [UInt8]) throws(MIDIFileError) {
        guard !bytes.isEmpty else { throw MIDIFileError(.emptyInput, "the file is empty") }
        self.bytes = bytes
        if let riff = try RIFFWrapper.read(bytes, log: &log) {
            (wrapper, position, end) = (riff.wrapper, riff.content.lowerBound, riff.content.upperBound)
        } else {
            (wrapper, position, end) = (nil, 0, bytes.count)
        }
        guard let start = bytes.firstIndex(of: FileReader.header, in: position..<end) else {
            throw MIDIFileError(.notMIDI, at: .init(byte: position), "there is no MThd: this is no MIDI file")
        }
        if start > position {
            let isMacBinary =
                start == 128 && position == 0 && bytes[0] == 0 && (1...63).contains(bytes[1]) && bytes[74] == 0
            if isMacBinary {
                warn("macbinary-header", at: 0, "a MacBinary header stands before the file; it is left out")
            } else {
                warn(
                    "leading-bytes", at: position,
                    "there are bytes before the header (\(start - position)); they are left out")
            }
            others.append(.init(stray: Array(bytes[position..<start]), place: 0))
        }
        position = start + 4
    }

    mutating func file() throws(MIDIFileError) -> MIDIFile {
        let start = position - 4
        guard position + 4 <= end, case let length = number(at: position, 4), length >= 6, position + 10 <= end else {
            throw MIDIFileError(
                .headerTruncated, at: .init(byte: start), "the header has fewer than the six bytes it needs")
        }
        let format = MIDIFile.Format(rawValue: UInt16(number(at: position + 4, 2)))
        let trackCount = number(at: position + 6, 2)
        let division = MIDIFile.Division(rawValue: UInt16(number(at: position + 8, 2)))
        var file = MIDIFile(format: format, division: division)
        readHeaderExtension(length - 6, of: &file)
        if let fault = division.fault { warn(fault.code, at: start + 12, fault.message) }
        let ranges = chunks()
        check(format, trackCount, found: ranges.count, at: start)
        file.tracks = read(ranges)
        file.otherChunks = others
        file.wrapper = wrapper
        file.diagnostics = log.list(place: .init())
        return file
    }

    private mutating func readHeaderExtension(_ length: Int, of file: inout MIDIFile) {
        position += 10
        guard length > 0 else { return }
        let track = bytes.firstIndex(of: FileReader.track, in: position..<end) ?? end
        if position + length <= end, isAtChunk(position + length) {
            file.headerExtension = Array(bytes[position..<position + length])
            log.add(
                "header-long", .note, at: .init(byte: position - 10),
                "the header has \(length) bytes more than anybody knows; they are kept")
        } else {
            file.headerExtension = Array(bytes[position..<track])
            warn(
                "chunk-length", at: position - 10, "the header has a wrong length; it ends where the first track begins"
            )
        }
        position += file.headerExtension.count
    }

    private mutating func check(_ format: MIDIFile.Format, _ declared: Int, found: Int, at start: Int) {
        if format.rawValue > 2 {
            warn("format-unknown", at: start + 8, "there is no format \(format.rawValue); it is read like format 1")
        }
        if format == .single, found > 1 {
            warn("format-0-tracks", at: start + 10, "a file of format 0 has \(found) tracks; all of them are read")
        }
        if declared != found {
            warn("track-count", at: start + 10, "the header says \(declared) tracks, and there are \(found)")
        }
    }

    // MARK: Chunks

    private static let header = Array("MThd".utf8)
    private static let track = Array("MTrk".utf8)

    /// Goes from chunk to chunk.
    ///
    /// - Returns: Where the contents of the tracks stand.
    private mutating func chunks() -> [Range<Int>] {
        var tracks: [Range<Int>] = []
        while position < end {
            let start = position
            if isTrack(start) {
                let content = trackContent()
                tracks.append(content)
                position = content.upperBound
            } else if isAtChunk(start), end - start >= 8 {
                position = start + 8 + number(at: start + 4, 4)
                if let chunk = MIDIFile.OtherChunk(
                    name: bytes[start..<start + 4], bytes: Array(bytes[start + 8..<position]), place: tracks.count)
                {
                    others.append(chunk)
                } else {
                    others.append(.init(stray: Array(bytes[start..<position]), place: tracks.count))
                    warn("stray-bytes", at: start, "a second header stands behind the first; it is kept, and not read")
                }
            } else {
                position = bytes.firstIndex(of: FileReader.track, in: start..<end) ?? end
                others.append(.init(stray: Array(bytes[start..<position]), place: tracks.count))
                let count = position - start
                if position == end {
                    warn(
                        "trailing-bytes", at: start,
                        "there are bytes behind the last chunk (\(count)); they are kept, and not read")
                } else {
                    warn(
                        "stray-bytes", at: start,
                        "there are bytes between two tracks (\(count)); they are kept, and not read")
                }
            }
        }
        return tracks
    }

    /// Where the content of the track stands whose chunk begins here. Where its length leads nowhere, the next track tells.
    private mutating func trackContent() -> Range<Int> {
        let begin = min(position + 8, end)
        guard end - position >= 8 else {
            warn("chunk-length", at: position, "the file ends within the head of a track; the track is empty")
            return end..<end
        }
        let length = number(at: position + 4, 4)
        let declared = min(begin + length, end)
        if begin + length <= end, isAtChunk(declared) { return begin..<declared }
        let stop: Int
        let reason: String
        if let next = bytes.firstIndex(of: FileReader.endAndTrack, in: begin..<min(declared + 4, end)),
            next + 3 < declared
        {
            (stop, reason) = (next + 3, "the next track begins within it; it ends there")
        } else if begin + length > end {
            (stop, reason) = (end, "the file ends before it does")
        } else if declared - begin >= 3, bytes[declared - 3..<declared].elementsEqual(FileReader.endOfTrack) {
            return begin..<declared
        } else {
            stop = bytes.firstIndex(of: FileReader.track, in: declared..<end) ?? end
            reason = "its events go on behind it; it is taken to reach to \(stop == end ? "the end" : "the next track")"
        }
        warn("chunk-length", at: position + 4, "a track is said to have \(length) bytes; \(reason)")
        return begin..<stop
    }

    private static let endOfTrack: [UInt8] = [0xFF, 0x2F, 0x00]
    private static let endAndTrack = endOfTrack + track

    /// Whether a chunk can begin here: the file ends, a track comes, or a name in printable letters with a length that the file has.
    private func isAtChunk(_ position: Int) -> Bool {
        if position == end || isTrack(position) { return true }
        return end - position >= 8 && bytes[position..<position + 4].allSatisfy { (0x20...0x7E).contains($0) }
            && position + 8 + number(at: position + 4, 4) <= end
    }

    private func isTrack(_ position: Int) -> Bool { bytes[position..<end].starts(with: FileReader.track) }

    private func number(at position: Int, _ count: Int) -> Int {
        bytes[position..<position + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private mutating func warn(_ code: String, at position: Int, _ message: String) {
        log.add(code, .warning, at: .init(byte: position), message)
    }

    // MARK: Tracks

    /// Below this many bytes a file is read sooner than other threads are awake.
    private static let leastParallel = 1 << 16

    private mutating func read(_ ranges: [Range<Int>]) -> [MIDITrack] {
        let bytes = bytes
        let isLarge = ranges.reduce(0) { $0 + $1.count } > Self.leastParallel
        return trackByTrack(ranges.count, isLarge: isLarge, log: &log) { index in
            TrackReader.read(bytes, in: ranges[index], number: index)
        }
    }
}

extension [UInt8] {
    /// Where other bytes first stand within a range.
    func firstIndex(of other: [UInt8], in range: Range<Int>) -> Int? {
        guard let first = other.first, range.count >= other.count else { return nil }
        var index = range.lowerBound
        let last = range.upperBound - other.count
        while index <= last {
            if self[index] == first, self[index..<index + other.count].elementsEqual(other) { return index }
            index += 1
        }
        return nil
    }
}
