/// The lexical forms of types that are built into XML Schema (part 2, section 3), white space already collapsed.
enum LexicalForm {
    /// `NMTOKEN`.
    static func isNameToken(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            if !NameCharacters.areInNames(text.scalar(at: &index)) { return false }
        }
        return !text.isEmpty
    }

    /// `NCName`, `ID` and `IDREF`: a name without colon.
    static func isName(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return false }
        var index = 0
        guard NameCharacters.canBeginName(text.scalar(at: &index)) else { return false }
        while index < text.count {
            let scalar = text.scalar(at: &index)
            if scalar == ":" || !NameCharacters.areInNames(scalar) { return false }
        }
        return true
    }

    /// `language`: letters, then letters and digits, one to eight at a time with hyphens between them.
    static func isLanguage(_ text: Span<UInt8>) -> Bool {
        var (length, isFirst) = (0, true)
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "-") {
                if length == 0 { return false }
                (length, isFirst) = (0, false)
            } else if isLetter(byte) || !isFirst && isDigit(byte) {
                length += 1
                if length > 8 { return false }
            } else {
                return false
            }
        }
        return length > 0
    }

    /// `date`: `-?YYYY-MM-DD` and a time zone, of days that there are. There is no year 0.
    static func isDate(_ text: Span<UInt8>) -> Bool {
        var index = !text.isEmpty && text[0] == UInt8(ascii: "-") ? 1 : 0
        let start = index
        var (leap, isZero) = (0, true)
        while index < text.count, isDigit(text[index]) {
            leap = (leap * 10 + Int(text[index] - UInt8(ascii: "0"))) % 400
            isZero = isZero && text[index] == UInt8(ascii: "0")
            index += 1
        }
        let digits = index - start
        guard digits >= 4, digits == 4 || text[start] != UInt8(ascii: "0"), !isZero else { return false }
        guard let month = number(text, after: UInt8(ascii: "-"), at: &index), (1...12).contains(month),
            let day = number(text, after: UInt8(ascii: "-"), at: &index), day >= 1
        else { return false }
        let isLeap = leap % 4 == 0 && (leap % 100 != 0 || leap == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1] && isTimeZone(text, from: index)
    }

    private static func isTimeZone(_ text: Span<UInt8>, from start: Int) -> Bool {
        if start == text.count { return true }
        if text[start] == UInt8(ascii: "Z") { return start + 1 == text.count }
        var index = start
        let sign = text[start]
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = number(text, after: sign, at: &index), hours <= 14,
            let minutes = number(text, after: UInt8(ascii: ":"), at: &index), minutes <= 59
        else { return false }
        return index == text.count && (hours < 14 || minutes == 0)
    }

    /// Two digits behind the given mark.
    private static func number(_ text: Span<UInt8>, after mark: UInt8, at index: inout Int) -> Int? {
        guard index + 2 < text.count, text[index] == mark, isDigit(text[index + 1]), isDigit(text[index + 2]) else {
            return nil
        }
        defer { index += 3 }
        return Int(text[index + 1] - UInt8(ascii: "0")) * 10 + Int(text[index + 2] - UInt8(ascii: "0"))
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}
