/// The form of a URI reference (RFC 3986, section 4.1), which is what `anyURI` asks for.
///
/// Characters that a URI would have to escape may stand as they are (XML Schema part 2, section 3.2.17).
enum URIReference {
    static func isValid(_ text: Span<UInt8>) -> Bool {
        var end = text.count
        if let hash = place(of: "#", in: text, from: 0, to: end) {
            // XPointer puts square brackets into fragments.
            guard consists(text, from: hash + 1, to: end, of: .pathCharacters, and: "/?[]") else { return false }
            end = hash
        }
        if let mark = place(of: "?", in: text, from: 0, to: end) {
            guard consists(text, from: mark + 1, to: end, of: .pathCharacters, and: "/?") else { return false }
            end = mark
        }
        var start = 0
        if let colon = place(of: ":", in: text, from: 0, to: end), isScheme(text, to: colon) {
            start = colon + 1
        } else if let colon = place(of: ":", in: text, from: 0, to: end) {
            // Without scheme, no colon may stand in the first segment of the path.
            guard let slash = place(of: "/", in: text, from: 0, to: end), slash < colon else { return false }
        }
        if start + 1 < end, text[start] == UInt8(ascii: "/"), text[start + 1] == UInt8(ascii: "/") {
            let path = place(of: "/", in: text, from: start + 2, to: end) ?? end
            guard isAuthority(text, from: start + 2, to: path) else { return false }
            start = path
        }
        return consists(text, from: start, to: end, of: .pathCharacters, and: "/")
    }

    private static func isScheme(_ text: Span<UInt8>, to end: Int) -> Bool {
        guard end > 0, LexicalForm.isLetter(text[0]) else { return false }
        return (0..<end).allSatisfy {
            LexicalForm.isLetter(text[$0]) || LexicalForm.isDigit(text[$0]) || "+-.".utf8.contains(text[$0])
        }
    }

    private static func isAuthority(_ text: Span<UInt8>, from first: Int, to end: Int) -> Bool {
        var start = first
        if let at = place(of: "@", in: text, from: start, to: end) {
            guard consists(text, from: start, to: at, of: .nameCharacters, and: ":") else { return false }
            start = at + 1
        }
        var port = place(of: ":", in: text, from: start, to: end) ?? end
        if start < end, text[start] == UInt8(ascii: "[") {
            guard let close = place(of: "]", in: text, from: start, to: end) else { return false }
            port = close + 1
            if port < end, text[port] != UInt8(ascii: ":") { return false }
        } else if !consists(text, from: start, to: port, of: .nameCharacters, and: "") {
            return false
        }
        return port == end || (port + 1..<end).allSatisfy { LexicalForm.isDigit(text[$0]) }
    }

    private enum Set { case nameCharacters, pathCharacters }

    /// True when all bytes are of the set, of the additional ones, or in escapes such as `%20`.
    private static func consists(
        _ text: Span<UInt8>, from start: Int, to end: Int, of set: Set, and more: StaticString
    ) -> Bool {
        var index = start
        while index < end {
            let byte = text[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < end, isHex(text[index + 1]), isHex(text[index + 2]) else { return false }
                index += 2
            } else if !(isOrdinary(byte) || set == .pathCharacters && ":@".utf8.contains(byte)
                || "\(more)".utf8.contains(byte))
            {
                return false
            }
            index += 1
        }
        return true
    }

    /// Unreserved characters and sub-delimiters; and whatever has to be escaped, and so stands for its escape.
    private static func isOrdinary(_ byte: UInt8) -> Bool {
        LexicalForm.isLetter(byte) || LexicalForm.isDigit(byte) || "-._~!$&'()*+,;=".utf8.contains(byte)
            || byte < 0x20 || byte >= 0x7F || " <>\"{}|\\^`".utf8.contains(byte)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        LexicalForm.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    private static func place(of mark: Unicode.Scalar, in text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        (start..<end).first { text[$0] == UInt8(ascii: mark) }
    }
}
