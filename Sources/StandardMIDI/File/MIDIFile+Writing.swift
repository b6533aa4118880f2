extension MIDIFile {
    /// How a file is written.
    public enum Layout: String, CaseIterable, Sendable {
        /// As it was read, wherever other programs take it so.
        ///
        /// Tracks that were read without repair and not changed are written byte for byte. Tracks that were repaired or changed are written
        /// anew. Left out is what stands outside all chunks, unless it is fewer than eight bytes at the end: a longer rest would be
        /// taken for a chunk that reaches past the end.
        case asRead = "as-read"
        /// In one way, whatever the file had: shortest quantities, a status byte in every event, one end in each track, a header of six bytes
        /// that says what is there, nothing behind the last chunk. Unknown chunks and the RIFF file around it are kept.
        case canonical
    }

    /// The bytes of the file. Waits of more than 268,435,455 ticks, which no number holds, are divided by empty texts. A file of format 0 that was given several tracks is one of format 1 in the canonical layout.
    public func bytes(_ layout: Layout = .asRead) -> [UInt8] {
        let isCanonical = layout == .canonical
        var output: [UInt8] = []
        output.reserveCapacity(tracks.reduce(64) { $0 + $1.bytes.count + $1.events.count * 4 })
        let header = isCanonical ? [] : headerExtension
        let format =
            isCanonical && (self.format.rawValue > 2 || self.format == .single && tracks.count > 1)
            ? .simultaneous : self.format
        output += "MThd".utf8
        output += bigEndian(UInt32(clamping: 6 + header.count)) + bigEndian(format.rawValue)
        output += bigEndian(UInt16(clamping: tracks.count))
        output += bigEndian(isCanonical ? division.repaired.rawValue : division.rawValue) + header
        var rest = otherChunks[...]
        for (index, track) in tracks.enumerated() {
            while let chunk = rest.first, chunk.place <= index {
                chunk.write(to: &output)
                rest.removeFirst()
            }
            track.write(to: &output, isCanonical: isCanonical)
        }
        for chunk in rest { chunk.write(to: &output) }
        if !isCanonical, let last = otherChunks.last, last.name.isEmpty, last.place >= tracks.count,
            last.bytes.count < 8,
            !tracks.isEmpty
        {
            output += last.bytes
        }
        return wrapper?.wrapping(output) ?? output
    }
}

extension MIDIFile.OtherChunk {
    fileprivate func write(to output: inout [UInt8]) {
        guard !name.isEmpty else { return }
        output += name + bigEndian(UInt32(clamping: bytes.count)) + bytes
    }
}

extension MIDITrack {
    /// Writes the chunk.
    fileprivate func write(to output: inout [UInt8], isCanonical: Bool) {
        output += "MTrk".utf8
        if isAsRead, !isCanonical {
            let read = bytes[..<readEnd]
            output += bigEndian(UInt32(clamping: read.count))
            output += read
            return
        }
        let head = output.count
        output += [0, 0, 0, 0]
        writeEvents(to: &output)
        for (index, byte) in bigEndian(UInt32(clamping: output.count - head - 4)).enumerated() {
            output[head + index] = byte
        }
    }

    private func writeEvents(to output: inout [UInt8]) {
        var tick = 0
        for event in events {
            appendDelta(event.tick - tick, to: &output)
            tick = event.tick
            output.append(event.status)
            if event.status < 0xF0 {
                output.append(event.first)
                if event.status & 0xE0 != 0xC0 { output.append(event.second) }
            } else {
                if event.status == 0xFF { output.append(event.first) }
                let payload = payload(of: event)
                appendVariableLength(payload.count, to: &output)
                output += payload.prefix(longestQuantity)
            }
        }
        appendDelta(end - tick, to: &output)
        output += [0xFF, 0x2F, 0x00]
    }
}
