internal import ScoreModel

/// The encodings that a MusicXML text may have.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case latin1 = "ISO-8859-1"
    case windows1252 = "windows-1252"

    /// Which encoding the bytes are in, and how many of them are a byte order mark.
    ///
    /// A byte order mark decides; else the zero bytes of UTF-16; else the XML declaration; else UTF-8 (XML 1.0, appendix F).
    /// Nil when the declaration names an encoding that is not read.
    static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int)? {
        let head = bytes.prefix(4)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        let isUTF32 = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0x3C, 0, 0, 0], [0, 0, 0, 0x3C]].contains(Array(head))
        if isUTF32 { return nil }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if head.count >= 2, head[0] != 0, head[1] == 0 { return (.utf16LittleEndian, 0) }
        if head.count >= 2, head[0] == 0, head[1] != 0 { return (.utf16BigEndian, 0) }
        guard let name = Prolog(bytes[...]).declaration?.encoding else { return (.utf8, 0) }
        switch name.lowercased() {
        // Bytes that read as ASCII so far cannot be UTF-16: such a declaration was left over when somebody recoded the text.
        case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be": return (.utf8, 0)
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1": return (.latin1, 0)
        case "windows-1252", "cp1252": return (.windows1252, 0)
        default: return bytes.allSatisfy { $0 < 0x80 } ? (.utf8, 0) : nil
        }
    }

    /// The text as UTF-8 without byte order mark.
    ///
    /// - Throws: `text-undecodable` with the offset of the first byte that is wrong, as a zero is: XML has no such character.
    func decode(_ bytes: ArraySlice<UInt8>) throws(MusicXMLError) -> [UInt8] {
        switch self {
        case .utf8:
            if let offset = firstInvalidUTF8(bytes) { throw undecodable(bytes, at: offset) }
            return Array(bytes)
        case .latin1:
            if let offset = bytes.firstIndex(of: 0) { throw undecodable(bytes, at: offset) }
            return recode(bytes) { UInt16($0) }
        case .windows1252:
            if let offset = bytes.firstIndex(where: { codePoints[Int($0)] == 0 }) {
                throw undecodable(bytes, at: offset)
            }
            return recode(bytes) { codePoints[Int($0)] }
        case .utf16LittleEndian, .utf16BigEndian:
            return try decodeUTF16(bytes)
        }
    }

    private func recode(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8) -> UInt16) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let value = unit(byte)
                if value >= 0x800 { text.append(0xE0 | UInt8(value >> 12)) }
                text.append(value >= 0x800 ? 0x80 | UInt8(value >> 6 & 0x3F) : 0xC0 | UInt8(value >> 6))
                text.append(0x80 | UInt8(value & 0x3F))
            }
        }
        return text
    }

    private func decodeUTF16(_ bytes: ArraySlice<UInt8>) throws(MusicXMLError) -> [UInt8] {
        let isBigEndian = self == .utf16BigEndian
        func unit(at index: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 2 + bytes.count / 16)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            var value = unit(at: index)
            let start = index
            index += 2
            if value & 0xFC00 == 0xD800 {
                guard index + 1 < bytes.endIndex, unit(at: index) & 0xFC00 == 0xDC00 else {
                    throw undecodable(bytes, at: start)
                }
                value = 0x10000 + (value & 0x3FF) << 10 + (unit(at: index) & 0x3FF)
                index += 2
            }
            guard value != 0, let scalar = Unicode.Scalar(value) else { throw undecodable(bytes, at: start) }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        if index != bytes.endIndex { throw undecodable(bytes, at: index) }
        return text
    }

    private func undecodable(_ bytes: ArraySlice<UInt8>, at offset: Int) -> MusicXMLError {
        let line = 1 + bytes[..<offset].lazy.filter { $0 == 0x0A }.count
        return MusicXMLError(
            .textUndecodable, at: .init(line: line, byte: offset),
            "byte \(offset) is not valid in \(rawValue), the encoding of this text")
    }
}

/// True when sixteen bytes are all ASCII, and none is zero.
@inline(__always) private func isText(_ span: Span<UInt8>, at start: Int) -> Bool {
    var bits: UInt8 = 0
    for index in start..<(start + 16) { bits |= span[index] | (span[index] &- 1) }
    return bits < 0x80
}

/// The index of the first byte that does not belong to valid UTF-8 (The Unicode Standard, table 3-7), or is zero.
private func firstInvalidUTF8(_ bytes: ArraySlice<UInt8>) -> Int? {
    let span = bytes.span
    var index = 0
    while index < span.count {
        let lead = span[index]
        if (1...0x7F).contains(lead) {
            index += 1
            // Most text is ASCII: sixteen bytes at a time while it lasts.
            while index + 16 <= span.count, isText(span, at: index) { index += 16 }
            continue
        }
        let length: Int
        var allowed: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, allowed) = (3, 0xA0...0xBF)
        case 0xED: (length, allowed) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, allowed) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, allowed) = (4, 0x80...0x8F)
        default: return bytes.startIndex + index
        }
        guard index + length <= span.count, allowed.contains(span[index + 1]) else { return bytes.startIndex + index }
        for next in (index + 2)..<(index + max(length, 2)) where !(0x80...0xBF).contains(span[next]) {
            return bytes.startIndex + index
        }
        index += length
    }
    return nil
}

/// Code points of Windows-1252; zero where a byte means nothing.
private let codePoints: [UInt16] =
    (0..<0x80).map { $0 } + [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ] + (0xA0...0xFF).map { $0 }
