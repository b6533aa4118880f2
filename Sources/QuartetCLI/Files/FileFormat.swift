import ArgumentParser

/// The formats that files come and go in.
enum FileFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case musicxml
    case mxl
    case midi

    /// The extensions of file names, the usual one first.
    var extensions: [String] {
        switch self {
        case .musicxml: ["musicxml", "xml"]
        case .mxl: ["mxl"]
        case .midi: ["mid", "midi"]
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

    /// The format of the bytes, whatever the file is called: zip, MIDI or something that begins with a tag in any encoding.
    init?(content: [UInt8]) {
        let head = content.prefix(64)
        if head.starts(with: "PK".utf8) {
            self = .mxl
        } else if head.starts(with: "MThd".utf8) || head.starts(with: "RIFF".utf8) || head.starts(with: "SMF2CLIP".utf8)
        {
            self = .midi
        } else if head.drop(while: { [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 0x20, 0x09, 0x0A, 0x0D].contains($0) }).first
            == 0x3C
        {
            self = .musicxml
        } else {
            return nil
        }
    }
}

extension FileFormat {
    /// All formats, for messages.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
