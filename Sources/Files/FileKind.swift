/// What a file is by its bytes, whatever it is called.
public enum FileKind: String, Sendable, Codable, CaseIterable {
    case musicxml, mxl, midi
    /// A MIDI file inside a RIFF file.
    case rmid
    /// A MIDI clip file.
    case midi2
    /// Humdrum with `**kern`.
    case kern
    case abc, mei, musescore, lilypond
    /// An archive that is no MXL.
    case zip
    /// XML that is neither MusicXML nor MEI, such as a schema or an opus.
    case xml
    case html, pdf, sqlite
    /// Any other text.
    case text
    /// Any other bytes.
    case data
    /// No bytes, or nothing but white space.
    case empty

    /// Whether Quartet reads such files as scores.
    public var isScore: Bool { [.musicxml, .mxl, .midi, .rmid, .midi2].contains(self) }

    /// The kind of a file that has these bytes, or begins with them: some thousand are enough, but for archives.
    public init(content: [UInt8]) {
        let head = Array(content.prefix(4096))
        if let known = FileKind(signature: head, content) {
            self = known
        } else if let text = FileKind.text(head, isWhole: head.count == content.count) {
            self = FileKind(text: text)
        } else {
            self = .data
        }
    }

    /// By the numbers that formats begin with.
    private init?(signature head: [UInt8], _ content: [UInt8]) {
        func has(_ text: String, at start: Int = 0) -> Bool { head.dropFirst(start).starts(with: text.utf8) }
        if has("PK") {
            self = FileKind(entries: FileKind.entries(ofArchive: content))
        } else if has("SMF2CLIP") {
            self = .midi2
        } else if has("RIFF"), has("RMID", at: 8) {
            self = .rmid
        } else if head.firstRange(of: Array("MThd".utf8)) != nil, !has("<") {
            // Behind a MacBinary header, or a little way into something else.
            self = .midi
        } else if has("%PDF") {
            self = .pdf
        } else if has("SQLite format 3\0") {
            self = .sqlite
        } else {
            return nil
        }
    }

    /// By what is in an archive. Some programs leave the container out, which readers forgive where there is one score; MuseScore's own archives
    /// have one too.
    private init(entries: [String]) {
        let scores = entries.count { $0.hasSuffix(".musicxml") || $0.hasSuffix(".xml") }
        if entries.contains(where: { $0.hasSuffix(".mscx") }) {
            self = .musescore
        } else {
            self = entries.contains("meta-inf/container.xml") || scores == 1 ? .mxl : .zip
        }
    }

    /// The names of an archive's entries, in small letters: behind 30 bytes of each local header, whose length they end with (APPNOTE.TXT,
    /// 4.3.7). So those of an archive that is cut off are found too.
    private static func entries(ofArchive content: [UInt8]) -> [String] {
        var names: [String] = []
        var position = 0
        while position + 30 <= content.count {
            guard content[position] == 0x50, content[position..<position + 4].elementsEqual([0x50, 0x4B, 3, 4]) else {
                position += 1
                continue
            }
            let length = Int(content[position + 26]) | Int(content[position + 27]) << 8
            let end = min(position + 30 + length, content.count)
            names.append(String(decoding: content[position + 30..<end], as: UTF8.self).lowercased())
            position = end
        }
        return names
    }

    /// The beginning as text; nil where it is none. UTF-16 is told by its mark or by the zeros beside ASCII.
    private static func text(_ head: [UInt8], isWhole: Bool) -> String? {
        var bytes = head
        if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) || head.prefix(8).contains(0) {
            let isBig = head.first == 0xFE || head.first == 0
            let units = stride(from: 0, to: head.count - 1, by: 2).map {
                UInt16(head[$0 + (isBig ? 0 : 1)]) << 8 | UInt16(head[$0 + (isBig ? 1 : 0)])
            }
            let text = String(decoding: units, as: UTF16.self)
            return text.utf8.contains(0) ? nil : text
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard !bytes.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x1B].contains($0) }) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private init(text: String) {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard !start.isEmpty else {
            self = .empty
            return
        }
        let lines = start.split(whereSeparator: \.isNewline)
        if start.hasPrefix("<") {
            self = FileKind(markup: start)
        } else if lines.contains(where: { $0.hasPrefix("**kern") || $0.contains("\t**kern") }) {
            self = .kern
        } else if start.hasPrefix("X:") || start.hasPrefix("%abc") {
            self = .abc
        } else if lines.contains(where: { $0.hasPrefix("\\version") }) {
            self = .lilypond
        } else {
            self = .text
        }
    }

    /// By the type of the document that is declared, or by the element that comes first.
    private init(markup: Substring) {
        var rest = markup
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("!--") {
                guard let end = rest.firstRange(of: "-->") else { break }
                rest = rest[end.upperBound...]
                continue
            }
            let isDeclaration = rest.prefix(9).uppercased() == "!DOCTYPE "
            if isDeclaration { rest = rest.dropFirst(9) }
            guard let first = rest.first, first != "?", first != "!" else { continue }
            let known = FileKind(root: rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" })
            guard known == nil, isDeclaration else {
                self = known ?? .xml
                return
            }
        }
        self = .xml
    }

    /// By the name of a root element. Pages of the web leave theirs out at times.
    private init?(root name: Substring) {
        switch name.lowercased() {
        case "score-partwise", "score-timewise": self = .musicxml
        case "mei": self = .mei
        case "musescore": self = .musescore
        case "html", "head", "body", "title": self = .html
        default: return nil
        }
    }
}
