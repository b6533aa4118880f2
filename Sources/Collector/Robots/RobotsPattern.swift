/// A path in `robots.txt`, where `*` is any bytes and `$` the end (RFC 9309, section 2.2.3).
struct RobotsPattern: Hashable, Sendable {
    /// The path, percent-encoded in one way, without a `$` at its end.
    private let bytes: [UInt8]
    private let isAnchored: Bool

    init(_ text: String) {
        isAnchored = text.hasSuffix("$")
        bytes = Array(WebAddress.normalized(isAnchored ? String(text.dropLast()) : text).utf8)
    }

    /// How much it says: of two that match, the longer one counts.
    var length: Int { bytes.count + (isAnchored ? 1 : 0) }

    /// Whether a path begins as it says.
    func matches(_ path: String) -> Bool {
        let text = Array(path.utf8)
        var (position, place) = (0, 0)
        // Where the last star stands, and how far it reaches so far.
        var star: (position: Int, place: Int)?
        while true {
            if position == bytes.count, !isAnchored || place == text.count { return true }
            if position < bytes.count, bytes[position] == UInt8(ascii: "*") {
                star = (position, place)
                position += 1
            } else if position < bytes.count, place < text.count, bytes[position] == text[place] {
                position += 1
                place += 1
            } else if let last = star, last.place < text.count {
                star = (last.position, last.place + 1)
                (position, place) = (last.position + 1, last.place + 1)
            } else {
                return false
            }
        }
    }
}
