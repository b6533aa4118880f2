internal import ScoreModel

/// Reads the bytes of one track. Whatever they are there is a track: what is broken is repaired, and told.
struct TrackReader {
    private var track = MIDITrack()
    private var log = DiagnosticLog()

    /// The bytes of the file, and where those of the track end.
    private let bytes: [UInt8]
    private let end: Int
    /// Which track it is, from 0.
    private let number: Int

    private var position: Int
    private var tick = 0
    /// The status of the last channel message; 0 before the first.
    private var running: UInt8 = 0
    /// Whether a meta event or a system exclusive message came since: what SMF 1.0 says ends running status, and some programs rely on.
    private var isInterrupted = false
    private var isBroken = false

    private init(_ bytes: [UInt8], in range: Range<Int>, number: Int) {
        self.bytes = bytes
        self.number = number
        (position, end) = (range.lowerBound, range.upperBound)
        track.bytes = bytes[range]
        track.readEnd = end
    }

    /// Reads the bytes of a chunk.
    ///
    /// - Parameters:
    ///   - bytes: Those of the file.
    ///   - range: Where the content of the chunk stands.
    ///   - number: Which track it is, from 0.
    static func read(_ bytes: [UInt8], in range: Range<Int>, number: Int) -> (MIDITrack, DiagnosticLog) {
        var reader = TrackReader(bytes, in: range, number: number)
        reader.read()
        return (reader.track, reader.log)
    }

    private mutating func read() {
        // No event takes less than two bytes; memory that is not touched costs nothing.
        track.events.reserveCapacity((end - position) / 2)
        var hasEnded = false
        while position < end, !hasEnded {
            readChannelMessages()
            guard position < end else { break }
            let start = position
            let delta = quantity()
            guard position < end else {
                repair("event-truncated", at: start, "the track ends behind a time; the time is left out")
                break
            }
            tick += delta
            hasEnded = event()
        }
        track.restStart = position
        if hasEnded {
            if position < end {
                warn(
                    "bytes-behind-end", at: position,
                    "there are bytes behind the end of the track (\(end - position)); they are kept, and not read"
                )
            }
        } else {
            repair("end-of-track-missing", at: end, "the track has no end; it ends with its last event")
        }
        track.end = max(tick, track.events.last?.tick ?? 0)
        track.isAsRead = !isBroken
    }

    /// Reads events as long as they are channel messages about which nothing is odd: nearly all of a file. The first that is anything else is
    /// left where it begins.
    private mutating func readChannelMessages() {
        let (file, end) = (bytes, end)
        var (position, tick, running, isInterrupted) = (position, tick, running, isInterrupted)
        track.events.append(addingCapacity: (end - position) / 2) { events in
            let bytes = file.span
            // A message takes seven bytes at most: four of its time, its status, and two of data.
            while position + 7 <= end {
                var next = position
                var delta = 0
                var byte: UInt8
                repeat {
                    byte = bytes[next]
                    delta = delta << 7 | Int(byte & 0x7F)
                    next += 1
                } while byte >= 0x80 && next < position + 4
                let following = bytes[next]
                let hasStatus = following >= 0x80
                let status = hasStatus ? following : running
                if hasStatus { next += 1 }
                let hasTwo = status & 0xE0 != 0xC0
                let (first, second) = (bytes[next], hasTwo ? bytes[next + 1] : 0)
                guard byte < 0x80, 0x80..<0xF0 ~= status, (first | second) < 0x80, hasStatus || !isInterrupted
                else { return }
                (running, isInterrupted) = (status, false)
                tick += delta
                position = next + (hasTwo ? 2 : 1)
                events.append(.init(tick: tick, status: status, first: first, second: second, payload: 0))
            }
        }
        (self.position, self.tick, self.running, self.isInterrupted) = (position, tick, running, isInterrupted)
    }

    /// Reads an event behind its time.
    ///
    /// - Returns: Whether it is the end of the track.
    private mutating func event() -> Bool {
        while position < end {
            let status = bytes[position]
            if status < 0x80 {
                guard running != 0 else {
                    repair(
                        "running-status-missing", at: position, "a data byte comes before any status; it is left out")
                    position += 1
                    return false
                }
                if isInterrupted {
                    isInterrupted = false
                    repair(
                        "running-status-interrupted", at: position,
                        "running status goes on behind a meta event or system exclusive message; the last status is taken"
                    )
                }
                if channelMessage(running) { return false }
            } else if status < 0xF0 {
                position += 1
                running = status
                isInterrupted = false
                if channelMessage(status) { return false }
            } else if status == 0xFF {
                return metaEvent()
            } else if status == 0xF0 || status == 0xF7 {
                position += 1
                isInterrupted = true
                let payload = payload(at: position - 1)
                append(status, 0, 0, payload: payload)
                return false
            } else {
                systemMessage(status)
                return false
            }
        }
        return false
    }

    /// Reads the data bytes of a channel message.
    ///
    /// - Returns: False when a status byte stands where a data byte should. Nothing of the message is kept then, and the status is next.
    private mutating func channelMessage(_ status: UInt8) -> Bool {
        let hasTwo = status & 0xE0 != 0xC0
        guard position + (hasTwo ? 2 : 1) <= end else { return truncatedMessage() }
        let first = bytes[position]
        let second = hasTwo ? bytes[position + 1] : 0
        guard (first | second) < 0x80 else { return invalidMessage(first) }
        track.events.append(.init(tick: tick, status: status, first: first, second: second, payload: 0))
        position += hasTwo ? 2 : 1
        return true
    }

    private mutating func truncatedMessage() -> Bool {
        // What is left may still hold a status byte, and with it the end of the track in a file that lacks a byte.
        let rest = bytes[position..<end].firstIndex { $0 >= 0x80 } ?? end
        repair("event-truncated", at: position, "the track ends within a message; the message is left out")
        position = rest
        return rest == end
    }

    private mutating func invalidMessage(_ first: UInt8) -> Bool {
        if first < 0x80 { position += 1 }
        repair(
            "data-byte-invalid", at: position,
            "a status byte stands where a data byte should; the message before it is left out")
        return false
    }

    private mutating func metaEvent() -> Bool {
        guard position + 1 < end else {
            repair("event-truncated", at: position, "the track ends within a meta event; the event is left out")
            position = end
            return false
        }
        let start = position
        let type = bytes[position + 1]
        position += 2
        let payload = payload(at: start)
        if let length = MetaEvent.length(of: type), payload.count != length, !(type == 0 && payload.isEmpty) {
            warn(
                "meta-length", at: start,
                "a meta event of type \(type) has the wrong length, \(payload.count) and not \(length); it is read as far as it goes"
            )
        }
        if type == MetaEvent.Kind.endOfTrack.rawValue { return true }
        isInterrupted = true
        append(0xFF, type, 0, payload: payload)
        return false
    }

    /// Leaves out a system common or real-time message, which has no place in a file, with the data bytes that it has (MIDI 1.0, table 1).
    private mutating func systemMessage(_ status: UInt8) {
        let name = String(status, radix: 16, uppercase: true)
        repair("status-illegal", at: position, "a message \(name) has no place in a track; it is left out")
        let length = status == 0xF2 ? 2 : status == 0xF1 || status == 0xF3 ? 1 : 0
        position += 1
        for _ in 0..<length where position < end && bytes[position] < 0x80 { position += 1 }
    }

    private mutating func append(_ status: UInt8, _ first: UInt8, _ second: UInt8, payload: Range<Int>) {
        track.payloads.append(payload)
        track.events.append(
            .init(
                tick: tick, status: status, first: first, second: second,
                payload: UInt32(clamping: track.payloads.count - 1)))
    }

    /// Reads a length and passes by as many bytes, or those that there are.
    private mutating func payload(at start: Int) -> Range<Int> {
        guard position < end else {
            repair("event-truncated", at: start, "the track ends where the length of an event should be; 0 is taken")
            return position..<position
        }
        let length = quantity()
        let begin = position
        position += min(length, end - begin)
        if position - begin < length {
            repair(
                "event-truncated", at: start,
                "an event claims \(length) bytes, and \(position - begin) are left in the track; it is cut there")
        }
        return begin..<position
    }

    /// Reads a variable-length quantity. One of more than four bytes is held at the greatest number that four can say (SMF 1.0,
    /// "variable-length quantity").
    private mutating func quantity() -> Int {
        guard position < end else { return 0 }
        let byte = bytes[position]
        position += 1
        return byte < 0x80 ? Int(byte) : longQuantity(Int(byte & 0x7F))
    }

    private mutating func longQuantity(_ first: Int) -> Int {
        var value = first
        var count = 1
        var isOpen = true
        let start = position - 1
        while isOpen, position < end {
            let byte = bytes[position]
            position += 1
            count += 1
            if count <= 4 { value = value << 7 | Int(byte & 0x7F) }
            isOpen = byte >= 0x80
        }
        if isOpen {
            repair("event-truncated", at: start, "the track ends within a number; 0 is taken")
            return 0
        }
        if count > 4 {
            repair(
                "quantity-overlong", at: start,
                "a number has \(count) bytes, and four at most are allowed; \(longestQuantity) is taken")
            return longestQuantity
        }
        return value
    }

    // MARK: Diagnostics

    /// Tells of something that was repaired: the bytes of the track say something else now, and other programs would stumble over them.
    private mutating func repair(_ code: String, at position: Int, _ message: String) {
        isBroken = true
        warn(code, at: position, message)
    }

    private mutating func warn(_ code: String, at position: Int, _ message: String) {
        log.add(code, .warning, at: .init(byte: position, part: "\(number + 1)"), message)
    }
}
