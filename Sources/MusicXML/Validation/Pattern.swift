/// A pattern of XML Schema (part 2, appendix F), as far as MusicXML uses them: words, classes, brackets, `|`, `?`, `*`, `+`, `{n}`, `\c`
/// and `\d`.
///
/// All places that a text can have reached are followed at once, as the bits of a word, so that the time is that of the text.
struct Pattern: Sendable {
    /// Characters that may stand at one place.
    struct CharacterClass: Sendable {
        var ranges: [ClosedRange<UInt32>] = []
        var hasDigits = false
        var hasNameCharacters = false
        var isNegated = false

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            let isMember =
                ranges.contains { $0.contains(scalar.value) }
                || hasDigits && scalar.properties.generalCategory == .decimalNumber
                || hasNameCharacters && NameCharacters.areInNames(scalar)
            return isMember != isNegated
        }
    }

    private let classes: [CharacterClass]
    private let follow: [UInt64]
    private let first: UInt64
    private let last: UInt64
    private let matchesNothing: Bool

    /// The pattern with the given text.
    init(_ text: String) {
        var parser = PatternParser(text)
        let places = Places(parser.expression())
        precondition(places.symbols.count <= UInt64.bitWidth, "the pattern \(text) is too long")
        func word(_ set: Set<Int>) -> UInt64 { set.reduce(0) { $0 | 1 << UInt64($1) } }
        classes = places.symbols
        follow = places.follow.map(word)
        (first, last, matchesNothing) = (word(places.first), word(places.last), places.matchesNothing)
    }

    /// True when the whole text matches.
    func matches(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return matchesNothing }
        var (reached, candidates, index) = (UInt64(0), first, 0)
        while index < text.count {
            let scalar = text.scalar(at: &index)
            (reached, candidates) = (step(candidates, scalar), 0)
            if reached == 0 { return false }
            var rest = reached
            while rest != 0 {
                candidates |= follow[rest.trailingZeroBitCount]
                rest &= rest - 1
            }
        }
        return reached & last != 0
    }

    /// Those of the places that take the character.
    private func step(_ candidates: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
        var (rest, taken) = (candidates, UInt64(0))
        while rest != 0 {
            let place = rest.trailingZeroBitCount
            if classes[place].contains(scalar) { taken |= 1 << UInt64(place) }
            rest &= rest - 1
        }
        return taken
    }
}

/// Reads the text of a pattern.
private struct PatternParser {
    typealias CharacterClass = Pattern.CharacterClass
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = Substring(text).unicodeScalars }

    mutating func expression() -> Expression<CharacterClass> {
        var choices: [Expression<CharacterClass>] = []
        repeat { choices.append(branch()) } while take("|")
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func branch() -> Expression<CharacterClass> {
        var parts: [Expression<CharacterClass>] = []
        while let next = rest.first, next != "|", next != ")" {
            let atom = atom()
            if take("?") {
                parts.append(atom.optional)
            } else if take("*") {
                parts.append(atom.times(0, nil))
            } else if take("+") {
                parts.append(atom.times(1, nil))
            } else if take("{") {
                let count = Int(String(rest.prefix { $0 != "}" })) ?? 1
                rest = rest.drop { $0 != "}" }.dropFirst()
                parts.append(atom.times(count, count))
            } else {
                parts.append(atom)
            }
        }
        return .sequence(parts)
    }

    private mutating func atom() -> Expression<CharacterClass> {
        if take("(") {
            defer { rest.removeFirst() }
            return expression()
        }
        var set = CharacterClass()
        if take("[") {
            set.isNegated = take("^")
            while !take("]") { addMember(to: &set) }
        } else {
            addMember(to: &set)
        }
        return .symbol(set)
    }

    private mutating func addMember(to set: inout CharacterClass) {
        let first = rest.removeFirst()
        if first == "\\" {
            switch rest.removeFirst() {
            case "c": set.hasNameCharacters = true
            case "d": set.hasDigits = true
            case let escaped: set.ranges.append(escaped.value...escaped.value)
            }
        } else if rest.first == "-", let last = rest.dropFirst().first, last != "]" {
            rest.removeFirst(2)
            set.ranges.append(first.value...last.value)
        } else {
            set.ranges.append(first.value...first.value)
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }
}

extension Span<UInt8> {
    /// The character that begins at `index`, which is moved behind it. The text is valid UTF-8; where it is not, bytes count as
    /// replacement characters.
    func scalar(at index: inout Int) -> Unicode.Scalar {
        let lead = self[index]
        index += 1
        guard lead >= 0x80 else { return Unicode.Scalar(lead) }
        let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
        guard lead >= 0xC2, index + length <= count else { return "\u{FFFD}" }
        var value = UInt32(lead) & (0x3F >> UInt32(length))
        for _ in 0..<length {
            value = value << 6 | UInt32(self[index] & 0x3F)
            index += 1
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
