import ArgumentParser

/// The formats that files come and go in.
enum FileFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case musicxml
    case mxl
    case midi
    /// A MIDI file inside a RIFF file.
    case rmid
    /// A MIDI clip file, which is read and not written.
    case midi2

    /// The extensions of file names, the usual one first.
    var extensions: [String] {
        switch self {
        case .musicxml: ["musicxml", "xml"]
        case .mxl: ["mxl"]
        case .midi: ["mid", "midi", "kar", "smf"]
        case .rmid: ["rmi"]
        case .midi2: ["midi2"]
        }
    }

    /// The format that a file name asks for.
    init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: "."),
            let format = FileFormat.allCases.first(where: {
                $0.extensions.contains(fileName[fileName.index(after: dot)...].lowercased())
            })
        else { return nil }
        self = format
    }

    /// Whether it is one of the MIDI formats.
    var isMIDI: Bool { self == .midi || self == .rmid || self == .midi2 }

    /// The format of the bytes, whatever the file is called: zip, MIDI or something that begins with a tag in any encoding. MIDI files may
    /// stand behind a MacBinary header, or a little way into something else.
    init?(content: [UInt8]) {
        let head = content.prefix(64)
        if head.starts(with: "PK".utf8) {
            self = .mxl
        } else if head.starts(with: "SMF2CLIP".utf8) {
            self = .midi2
        } else if head.starts(with: "RIFF".utf8) {
            self = head.dropFirst(8).starts(with: "RMID".utf8) ? .rmid : .midi
        } else if head.starts(with: "MThd".utf8) || content.dropFirst(128).starts(with: "MThd".utf8) {
            self = .midi
        } else if head.drop(while: { [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 0x20, 0x09, 0x0A, 0x0D].contains($0) }).first
            == 0x3C
        {
            self = .musicxml
        } else if content.prefix(4096).firstRange(of: Array("MThd".utf8)) != nil {
            self = .midi
        } else {
            return nil
        }
    }
}

extension FileFormat {
    /// All formats, for messages.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
