import Collector
import Files
import Foundation
import MusicXML
import ScoreModel

/// A run of the collector over a folder of this machine: its scores are copied into the collection.
struct FolderCollection {
    /// The folder.
    let path: String
    let recipe: Recipe
    /// Nil for a trial, which leaves nothing.
    let folder: CollectionFolder?
    let limits: ReadingLimits
    let clock: WorldClock
    let console: Console

    /// Takes file after file, sorted by path. Links to other places are not followed.
    ///
    /// - Throws: `FileError`, when the collection can be written to no longer.
    func run(_ report: inout CollectionReport) throws {
        let collection = folder.map { absolutePath($0.path) + "/" }
        let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        for relative in found.sorted() {
            let file = (path as NSString).appendingPathComponent(relative)
            guard let metadata = recipe.metadata(ofFile: "/" + relative), isRegular(file),
                !(collection.map { absolutePath(file).hasPrefix($0) } ?? false)
            else { continue }
            for entry in try take(file, relative, metadata) {
                try folder?.write(.entry(entry))
                report.take(entry)
            }
        }
    }

    private func take(_ file: String, _ relative: String, _ metadata: [String: String]) throws -> [LogEntry] {
        let url = URL(fileURLWithPath: absolutePath(file), isDirectory: false).absoluteString
        var entry = LogEntry(time: clock.now(), url: url, kind: .file, outcome: .listed)
        entry.metadata = metadata.isEmpty ? nil : metadata
        guard let folder else { return [entry] }
        let bytes: [UInt8]
        do {
            bytes = try InputFile(path: file, relativePath: relative).read(limit: limits.bytes, console: console)
        } catch let error as FileError {
            let isTooLarge = error.diagnostic.code == "too-large"
            (entry.outcome, entry.reason) = (.failed, isTooLarge ? .tooLarge : .unreadable)
            entry.detail = error.diagnostic.message
            return [entry]
        }
        let content = FileKind(content: bytes)
        (entry.bytes, entry.sha256, entry.content) = (bytes.count, SHA256.digits(of: bytes), content)
        guard content.isKept else {
            (entry.outcome, entry.reason) = (.skipped, bytes.isEmpty ? .empty : .noScore)
            return [entry]
        }
        let known = folder.memory.file(of: url)
        if let known, known.sha256 == entry.sha256 {
            (entry.outcome, entry.file) = (.unchanged, known.file)
            return [entry]
        }
        entry.outcome = known == nil ? .saved : .updated
        let name = (absolutePath(path) as NSString).lastPathComponent
        var place = FilePath([name] + relative.split(separator: "/").map(String.init))
        place.end(as: content)
        return content == .zip
            ? try folder.unpack(bytes, entry, at: place, limits: limits, console: console)
            : [try folder.keep(bytes, entry, at: place, console: console)]
    }

    private func isRegular(_ file: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: file))?[.type] as? FileAttributeType == .typeRegular
    }
}
