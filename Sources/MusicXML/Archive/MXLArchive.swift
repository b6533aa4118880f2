public import ScoreModel

/// A compressed MusicXML file (MXL): a zip archive with a score in it, and perhaps pictures, sounds and linked parts beside it.
///
/// After the W3C's "Compressed .mxl Files": `META-INF/container.xml` names the score as its first rootfile, and an uncompressed
/// `mimetype` may stand first.
public struct MXLArchive: Sendable {
    /// A file in the archive.
    public struct Entry: Hashable, Sendable {
        /// Its path from the root of the archive, with forward slashes.
        public var path: String
        /// Its bytes.
        public var bytes: [UInt8]

        /// A file.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The media type of a MusicXML file inside the archive.
    static let scoreType = "application/vnd.recordare.musicxml+xml"
    /// The media type of the archive, which is the text of its `mimetype` entry.
    static let archiveType = "application/vnd.recordare.musicxml"
    static let containerPath = "META-INF/container.xml"

    /// The path of the score.
    public private(set) var scorePath: String
    /// The bytes of the score: an XML text.
    public private(set) var score: [UInt8]
    /// All other files but `mimetype` and the container, in their order.
    public private(set) var others: [Entry]
    /// The container as it was read, when it serves as it stands.
    private var container: [UInt8]?

    /// An archive with nothing in it but a score.
    public init(score: [UInt8], path: String = "score.musicxml") {
        self.score = score
        scorePath = path
        others = []
    }

    /// Unpacks an archive.
    ///
    /// - Returns: The archive and what had to be overlooked in it.
    /// - Throws: What is wrong with the zip file, or that there is no score in it.
    public static func read(
        _ bytes: [UInt8], limits: ReadingLimits = .init()
    ) throws(MusicXMLError) -> (archive: MXLArchive, diagnostics: [Diagnostic]) {
        var zip = try ZipArchive(bytes: bytes, limits: limits)
        var diagnostics: [Diagnostic] = []
        for index in zip.entries.indices {
            zip.entries[index].name = try safePath(zip.entries[index].name, &diagnostics)
        }
        let choice = try MXLContainer.chooseScore(in: zip.entries, limits: limits, &diagnostics)
        var archive = MXLArchive(score: zip.entries[choice.index].bytes, path: zip.entries[choice.index].name)
        archive.container = choice.container
        archive.others = zip.entries.indices.lazy
            .filter {
                $0 != choice.index && zip.entries[$0].name != "mimetype" && zip.entries[$0].name != containerPath
            }
            .map { Entry(path: zip.entries[$0].name, bytes: zip.entries[$0].bytes) }
        return (archive, diagnostics)
    }

    /// Puts another text in the place of the score; everything else stays.
    public mutating func replaceScore(_ xml: [UInt8]) { score = xml }

    /// The archive as a file: `mimetype` first and stored, then the container, the score and the other files.
    ///
    /// Equal archives give equal bytes.
    public func packed() throws(MusicXMLError) -> [UInt8] {
        let head = [
            ZipArchive.Entry(name: "mimetype", bytes: Array(MXLArchive.archiveType.utf8)),
            ZipArchive.Entry(
                name: MXLArchive.containerPath, bytes: container ?? MXLContainer.document(scorePath: scorePath).xml()),
            ZipArchive.Entry(name: scorePath, bytes: score),
        ]
        return try ZipArchive(entries: head + others.map { .init(name: $0.path, bytes: $0.bytes) }).packed()
    }

    /// A path with forward slashes that stays inside the archive.
    private static func safePath(_ path: String, _ diagnostics: inout [Diagnostic]) throws(MusicXMLError) -> String {
        let place = Diagnostic.Place(entry: path)
        var clean = path
        if path.contains("\\") {
            clean = String(path.map { $0 == "\\" ? "/" : $0 })
            diagnostics.append(
                Diagnostic(
                    code: "zip-path-backslash", severity: .warning, place: place,
                    message: "the path has backslashes; they are read as slashes"))
        }
        let steps = clean.split(separator: "/", omittingEmptySubsequences: false)
        guard !clean.hasPrefix("/"), !steps.contains(".."), steps.first?.hasSuffix(":") != true else {
            throw MusicXMLError(.zipPathEscape, at: place, "the path of this entry points outside the archive")
        }
        return clean
    }
}
