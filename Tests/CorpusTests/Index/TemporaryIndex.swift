import Counterpoint
import Foundation
import ScoreModel

@testable import Corpus

/// An index in a folder that lasts as long as this value.
final class TemporaryIndex: Sendable {
    let folder: URL
    let index: CorpusIndex

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("corpus-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        index = try CorpusIndex.writing(folder.appendingPathComponent("a.sqlite").path, mayBeNew: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.appendingPathComponent("a.sqlite").path }

    /// Everything that it says, but for the numbers of its rows.
    func dump() throws -> [String] {
        let files = try CorpusIndex.reading(path).files(allFiles).map { $0.values.map(\.text).joined(separator: "|") }
        let parts = try rows(
            "SELECT path, part.number, part.name, part.notes FROM part JOIN file ON file.id = part.file ORDER BY 1, 2")
        return files + parts + (try rows("SELECT * FROM likeness ORDER BY first, second"))
    }

    /// What a question gives, fields joined by bars.
    func rows(_ sql: String) throws -> [String] { try index.lines(sql) }

    private var allFiles: Selection {
        var selection = Selection()
        selection.condition = "1"
        return selection
    }
}

extension FileEntry {
    /// A file of MusicXML with this music, or with bytes that are no music.
    init(_ path: String, _ music: String?, modified: Int64 = 1, change: (inout Score) -> Void = { _ in }) {
        let content = Array((music.map { "<score-partwise>\($0)" } ?? "<score-partwise").utf8)
        self.init(path: path, stamp: .init(bytes: content.count, modified: modified), content: content) {
            _ throws(ShorthandError) in
            var score = try Shorthand(music ?? "not music").score
            change(&score)
            return SourceReading(score)
        } diagnostic: { error in
            Diagnostic(code: "no-music", severity: .error, message: "this is no music")
        }
    }

    /// A file that is no score.
    static func text(_ path: String) -> FileEntry {
        FileEntry(path: path, stamp: .init(bytes: 5, modified: 1), content: Array("hello".utf8)) {
            _ throws(ShorthandError) in
            SourceReading(Score())
        } diagnostic: { _ in
            Diagnostic(code: "unread", severity: .error, message: "texts are not read")
        }
    }
}
