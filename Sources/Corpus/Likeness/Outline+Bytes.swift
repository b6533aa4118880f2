// An outline takes three to four bytes a note: each number as groups of seven bits, the last with its highest bit clear.

extension Outline {
    /// The outline as it is kept.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * count)
        func add(_ number: Int) {
            var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
            while rest > 0x7F {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        add(parts.count)
        for part in parts { add(Int(part)) }
        add(count)
        var time = 0
        for index in times.indices {
            add(Int(times[index]) - time)
            add(Int(keys[index]) - 60)
            add(Int(lines[index]))
            time = Int(times[index])
        }
        return bytes
    }

    /// The outline that was kept; nil where the bytes are none.
    init?(bytes: [UInt8]) {
        var position = 0
        func number() -> Int? {
            var (value, shift) = (UInt64(0), UInt64(0))
            while position < bytes.count, shift < 63 {
                let byte = bytes[position]
                position += 1
                value |= UInt64(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1) }
            }
            return nil
        }
        guard let lineCount = number(), (0...1 << 16).contains(lineCount) else { return nil }
        var parts: [UInt16] = []
        for _ in 0..<lineCount {
            guard let part = number().flatMap({ UInt16(exactly: $0) }) else { return nil }
            parts.append(part)
        }
        guard let count = number(), (0...bytes.count).contains(count) else { return nil }
        var (times, keys, lines) = ([Int32](), [Int16](), [UInt16]())
        var time = 0
        for _ in 0..<count {
            guard let step = number(), let key = number(), let line = number() else { return nil }
            let (next, overflows) = time.addingReportingOverflow(step)
            guard !overflows, let exact = Int32(exactly: next), exact.magnitude <= Outline.mostTicks.magnitude,
                let height = Int16(exactly: key &+ 60),
                let number = UInt16(exactly: line), number < max(1, parts.count), times.last ?? .min <= exact
            else { return nil }
            time = next
            times.append(exact)
            keys.append(height)
            lines.append(number)
        }
        guard position == bytes.count else { return nil }
        self.init(times: times, keys: keys, lines: lines, parts: parts)
    }
}
