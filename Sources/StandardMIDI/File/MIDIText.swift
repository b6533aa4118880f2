/// Shows the texts of a MIDI file, which does not say how they are encoded.
///
/// Unless an encoding is chosen, a text is taken for UTF-8 where it can be that, else for Windows-1252. The tags `{@LATIN}` and `{@JP}`
/// (RP-026) hold for the text that they begin and for those behind it; they are not shown.
public struct MIDIText: Sendable {
    /// How texts are encoded.
    public enum Encoding: String, CaseIterable, Sendable {
        /// UTF-8; wrong bytes are shown as U+FFFD.
        case utf8 = "utf-8"
        /// Windows-1252, which has the letters of ISO-8859-1 and more.
        case windows1252 = "windows-1252"
        /// ISO-8859-1.
        case latin1 = "iso-8859-1"
    }

    /// The encoding that was chosen, or that a tag said.
    private var encoding: Encoding?
    private let isChosen: Bool
    /// Whether a text said that it is in Shift JIS, which is not read: it is shown as Windows-1252.
    public private(set) var hasUnreadEncoding = false

    /// - Parameter encoding: The encoding of all texts; each is looked at when nil.
    public init(encoding: Encoding? = nil) { (self.encoding, isChosen) = (encoding, encoding != nil) }

    /// The text that bytes mean, given those that came before.
    public mutating func text(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        if !isChosen {
            for (tag, tagged) in MIDIText.tags where bytes.starts(with: tag.utf8) {
                bytes = bytes.dropFirst(tag.utf8.count)
                encoding = tagged
                if tag == "{@JP}" { hasUnreadEncoding = true }
            }
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        switch encoding {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .windows1252: return MIDIText.windows1252(bytes)
        case .latin1: return String(String.UnicodeScalarView(bytes.lazy.map { Unicode.Scalar($0) }))
        case nil: return String(validating: bytes, as: UTF8.self) ?? MIDIText.windows1252(bytes)
        }
    }

    private static let tags: [(String, Encoding)] = [("{@LATIN}", .windows1252), ("{@JP}", .windows1252)]

    private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
        String(
            String.UnicodeScalarView(
                bytes.lazy.map { byte in
                    (0x80...0x9F).contains(byte) ? upper[Int(byte - 0x80)] : Unicode.Scalar(byte)
                }))
    }

    /// The characters from 80 to 9F; the five that have none stay the control characters of their number.
    private static let upper = Array(
        ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}" + "\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)
}
