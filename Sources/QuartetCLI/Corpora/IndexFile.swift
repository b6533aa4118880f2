import Corpus
import Foundation
import ScoreModel

/// A corpus index as a file.
struct IndexFile {
    let path: String

    /// The name that an index has in the folder that it is of.
    static let usualName = "corpus.sqlite"

    /// Whether there is an index, by its content.
    var isIndex: Bool {
        // What is no regular file, such as a pipe, can be read only once.
        var status = stat()
        guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let handle = FileHandle(forReadingAtPath: path)
        else { return false }
        defer { try? handle.close() }
        return CorpusIndex.isIndex(Array((try? handle.read(upToCount: 100)) ?? Data()))
    }

    /// Does something with the index.
    ///
    /// - Throws: `ExitStatus`, when the reason has been printed.
    func attempt<Value>(_ console: Console, _ body: () throws(CorpusIndexError) -> Value) throws -> Value {
        do { return try body() } catch {
            console.error("\(path): \(error)")
            throw error.isWrongQuestion ? ExitStatus.wrongUsage : .unreadable
        }
    }

    /// The index, to look into.
    func reading(_ console: Console) throws -> CorpusIndex {
        try attempt(console) { () throws(CorpusIndexError) in try CorpusIndex.reading(path) }
    }

    /// The way to a file that the index lists.
    func path(of file: IndexedFile) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        let joined = (folder as NSString).appendingPathComponent(file.path)
        return file.path.hasPrefix("../") ? (joined as NSString).standardizingPath : joined
    }

    /// The scores that it lists, each with its part of the split.
    func scores(_ console: Console) throws -> [InputFile] {
        let index = try reading(console)
        return try attempt(console) { () throws(CorpusIndexError) in try index.files() }.map { file in
            // Where another folder is made like this one, nothing may lie outside of it.
            InputFile(
                path: path(of: file), relativePath: insidePath(file.path),
                part: CorpusSplit.Part(rawValue: file["split"].text))
        }
    }
}
