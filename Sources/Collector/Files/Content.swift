internal import Foundation

/// What a file is, by its bytes, whatever its name and its server say.
public enum Content: String, Sendable, Codable, CaseIterable {
    case midi, rmid, midi2, musicxml, mxl, kern, zip
    /// A page of the web.
    case html
    /// Anything else.
    case other

    /// What a file is that begins so.
    ///
    /// - Parameter head: The first bytes; 64 KiB are enough.
    public init(_ head: [UInt8]) {
        if head.starts(with: "PK\u{3}\u{4}".utf8) || head.starts(with: "PK\u{5}\u{6}".utf8) {
            // MuseScore's own archives have a container too.
            let isScore = Content.has("META-INF/container.xml", in: head) && !Content.has(".mscx", in: head)
            self = isScore ? .mxl : .zip
        } else if head.starts(with: "SMF2CLIP".utf8) {
            self = .midi2
        } else if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "RMID".utf8) {
            self = .rmid
        } else if head.starts(with: "MThd".utf8) || head.dropFirst(128).starts(with: "MThd".utf8) {
            // Behind the header that old Macintosh programs put in front.
            self = .midi
        } else {
            self.init(text: Content.text(head))
        }
    }

    private init(text: String) {
        let start = text.drop(while: \.isWhitespace)
        let lower = start.prefix(4096).lowercased()
        if ["<score-partwise", "<score-timewise", "<!doctype score-"].contains(where: lower.contains) {
            self = .musicxml
        } else if ["<!doctype html", "<html", "<head", "<body", "<title"].contains(where: lower.contains) {
            self = .html
        } else if start.split(whereSeparator: \.isNewline).contains(where: {
            $0.hasPrefix("**kern") || $0.contains("\t**kern")
        }) {
            self = .kern
        } else {
            self = .other
        }
    }

    /// Whether it is music, or may have music in it.
    public var isKept: Bool { self != .html && self != .other }

    /// What the names of such files end with, the usual one first.
    var extensions: [String] {
        switch self {
        case .midi: ["mid", "midi", "kar", "smf"]
        case .rmid: ["rmi"]
        case .midi2: ["midi2"]
        case .musicxml: ["musicxml", "xml"]
        case .mxl: ["mxl"]
        case .kern: ["krn"]
        case .zip: ["zip"]
        case .html, .other: []
        }
    }

    private static func has(_ text: String, in bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(text.utf8)) != nil
    }

    /// The bytes as text; MusicXML may come in UTF-16.
    private static func text(_ head: [UInt8]) -> String {
        let even = Array(head.prefix(head.count & ~1))
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0]) {
            return String(bytes: even, encoding: .utf16LittleEndian) ?? ""
        }
        if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0x3C]) {
            return String(bytes: even, encoding: .utf16BigEndian) ?? ""
        }
        return String(decoding: head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...], as: UTF8.self)
    }
}
