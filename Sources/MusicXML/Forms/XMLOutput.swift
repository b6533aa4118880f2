internal import ScoreModel

/// Indented XML as it grows: names from the vocabulary, text escaped, one buffer.
struct XMLOutput {
    /// What is written so far, as UTF-8.
    private(set) var bytes: [UInt8] = []
    /// How many elements are open.
    private var depth: Int
    /// True while the start tag of the innermost element still takes attributes.
    private var isTagOpen = false
    /// True when the innermost element has children, so that its end tag stands on a line of its own.
    private var hasChildren = false
    /// True while an attribute's value is written.
    private var isInAttribute = false
    private let names = Tag.names

    /// - Parameter depth: How many elements are open around what is written.
    init(depth: Int = 0) { self.depth = depth }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Text that is written as it stands.
    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Whole pieces that were written apart.
    mutating func append(_ other: XMLOutput) {
        if isTagOpen {
            bytes.append(UInt8(ascii: ">"))
            isTagOpen = false
        }
        bytes.append(contentsOf: other.bytes)
        hasChildren = true
    }

    // MARK: Elements

    /// Begins an element.
    mutating func open(_ name: Tag) {
        newLine()
        bytes.append(UInt8(ascii: "<"))
        append(name)
        isTagOpen = true
        hasChildren = false
        depth += 1
    }

    /// Ends the innermost element, which must have the same name.
    mutating func close(_ name: Tag) {
        depth -= 1
        if isTagOpen {
            bytes.append(UInt8(ascii: "/"))
            bytes.append(UInt8(ascii: ">"))
            isTagOpen = false
        } else {
            if hasChildren { indent() }
            bytes.append(UInt8(ascii: "<"))
            bytes.append(UInt8(ascii: "/"))
            append(name)
            bytes.append(UInt8(ascii: ">"))
        }
        hasChildren = true
    }

    /// An element without content.
    mutating func empty(_ name: Tag) {
        open(name)
        close(name)
    }

    /// An element with text.
    mutating func leaf(_ name: Tag, _ content: (inout XMLOutput) -> Void) {
        newLine()
        bytes.append(UInt8(ascii: "<"))
        append(name)
        bytes.append(UInt8(ascii: ">"))
        content(&self)
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        append(name)
        bytes.append(UInt8(ascii: ">"))
        hasChildren = true
    }

    /// An element with text.
    mutating func leaf(_ name: Tag, _ text: String) { leaf(name) { $0.text(text) } }

    /// An element with a number.
    mutating func leaf(_ name: Tag, _ number: Int) { leaf(name) { $0.number(number) } }

    /// Text in the innermost element; nothing for an empty one, which then has an empty tag.
    mutating func content(_ content: (inout XMLOutput) -> Void) {
        let start = bytes.count
        bytes.append(UInt8(ascii: ">"))
        content(&self)
        if bytes.count == start + 1 { bytes.removeLast() } else { isTagOpen = false }
    }

    /// An attribute of the element that was begun last.
    mutating func attribute(_ name: Tag, _ value: (inout XMLOutput) -> Void) {
        bytes.append(UInt8(ascii: " "))
        append(name)
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
        isInAttribute = true
        value(&self)
        isInAttribute = false
        bytes.append(UInt8(ascii: "\""))
    }

    /// An attribute of the element that was begun last.
    mutating func attribute(_ name: Tag, _ value: String) { attribute(name) { $0.text(value) } }

    // MARK: Text

    /// Text with its special characters escaped; characters that XML forbids become U+FFFD.
    mutating func text(_ text: String) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        // Hardly any text needs an escape; what does is written again.
        guard bytes[start...].contains(where: { $0 < 0x20 || XMLOutput.special[Int($0)] }) else { return }
        bytes.removeSubrange(start...)
        for scalar in text.unicodeScalars { escape(scalar) }
    }

    private static let special: [Bool] = (0...255).map { byte in
        // 0xEF begins U+FFFE and U+FFFF.
        [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF].contains(byte)
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "&": raw("&amp;")
        case "<": raw("&lt;")
        case ">": raw("&gt;")
        case "\"" where isInAttribute: raw("&quot;")
        case "\r": raw("&#13;")
        // An attribute would turn these into blanks.
        case "\n" where isInAttribute: raw("&#10;")
        case "\t" where isInAttribute: raw("&#9;")
        case "\n", "\t": bytes.append(UInt8(ascii: scalar))
        case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": raw("\u{FFFD}")
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// A name or token that needs no escape.
    mutating func token(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// One byte of ASCII that needs no escape.
    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    /// A whole number.
    mutating func number(_ number: Int) {
        if number >= 0, number < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
            return
        }
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    // MARK: Lines

    private mutating func newLine() {
        if isTagOpen {
            bytes.append(UInt8(ascii: ">"))
            isTagOpen = false
        }
        indent()
    }

    private mutating func indent() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func append(_ name: Tag) {
        let index = Int(name.rawValue)
        bytes.append(contentsOf: names.text[names.starts[index]..<names.starts[index + 1]])
    }
}
