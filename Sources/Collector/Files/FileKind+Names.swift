public import Files

extension FileKind {
    /// Whether such files are collected: music, and archives that may have music in them.
    public var isKept: Bool { !extensions.isEmpty }

    /// What the names of files that are collected end with, the usual one first.
    var extensions: [String] {
        switch self {
        case .midi: ["mid", "midi", "kar", "smf"]
        case .rmid: ["rmi"]
        case .midi2: ["midi2"]
        case .musicxml: ["musicxml", "xml"]
        case .mxl: ["mxl"]
        case .kern: ["krn"]
        case .zip: ["zip"]
        default: []
        }
    }
}
