import Collector
import Files
import Foundation
import MusicXML
import ScoreModel

extension CollectionFolder {
    /// Puts the scores of a zip archive beside each other in a folder of its name.
    ///
    /// - Returns: A line for each score, and at last one for the archive. An archive that cannot be unpacked is kept as it is.
    func unpack(
        _ bytes: [UInt8], _ entry: LogEntry, at path: FilePath, limits: ReadingLimits, console: Console
    ) throws -> [LogEntry] {
        var whole = entry
        let archive: ZipArchive
        do {
            archive = try ZipArchive(bytes: bytes, limits: limits)
        } catch {
            whole.reason = .notUnpacked
            whole.detail = error.message
            return [try keep(bytes, whole, at: path, console: console)]
        }
        var lines: [LogEntry] = []
        for file in archive.entries {
            let content = FileKind(content: file.bytes)
            // Archives in archives are not what scores come in.
            guard content.isKept, content != .zip, !file.name.hasPrefix("__MACOSX/") else { continue }
            var line = LogEntry(time: entry.time, url: "\(entry.url)#\(file.name)", kind: .entry, outcome: .saved)
            (line.bytes, line.content, line.archive) = (file.bytes.count, content, entry.url)
            (line.sha256, line.metadata) = (SHA256.digits(of: file.bytes), entry.metadata)
            if let known = memory.file(of: line.url) {
                line.outcome = known.sha256 == line.sha256 ? .unchanged : .updated
            }
            lines.append(try keep(file.bytes, line, at: path.entry(file.name, content), console: console))
        }
        whole.outcome = lines.isEmpty ? .skipped : .unpacked
        whole.reason = lines.isEmpty ? .noScore : nil
        whole.detail = "\(archive.entries.count) files, \(lines.count) of them scores"
        return lines + [whole]
    }
}

extension FilePath {
    /// Where a file of an archive is to lie: in a folder with the archive's name.
    fileprivate func entry(_ name: String, _ content: FileKind) -> FilePath {
        let folder = (description as NSString).deletingPathExtension
        let steps = folder.split(separator: "/") + name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        var path = FilePath(steps.map(String.init))
        path.end(as: content)
        return path
    }
}
