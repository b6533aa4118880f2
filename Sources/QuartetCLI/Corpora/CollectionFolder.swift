import Collector
import Files
import Foundation
import ScoreModel

/// The folder that a collection lies in: its files, and its log, to which one run at a time writes.
final class CollectionFolder {
    let path: String
    private(set) var memory = CollectionMemory()
    private var paths: TakenPaths
    private let log: FileHandle

    /// What the log is called.
    static let logName = "collection.jsonl"
    /// What a file is called that is still coming.
    private static let partialName = ".collecting"

    /// Opens a folder, or makes it.
    ///
    /// - Throws: `FileError`, when that cannot be done, or another run is at it.
    init(path: String, console: Console) throws {
        self.path = path
        let logPath = (path as NSString).appendingPathComponent(CollectionFolder.logName)
        try OutputFile(path: logPath).makeFolder()
        let descriptor = open(logPath, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw FileError(code: "unwritable", "\(logPath) cannot be written: \(String(cString: strerror(errno)))")
        }
        log = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw FileError(code: "busy", "another run is collecting into \(path)")
        }
        let bytes = try InputFile(path: logPath, relativePath: logPath).read(limit: 1 << 32, console: console)
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if let line = LogLine(line) { memory.take(line) }
        }
        // A run that was killed may have left half a line.
        if bytes.last.map({ $0 != UInt8(ascii: "\n") }) ?? false { try log.write(contentsOf: Data("\n".utf8)) }
        paths = memory.paths
        memory.forget { file, bytes in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + file)
            return attributes?[.size] as? Int == bytes
        }
        try? FileManager.default.removeItem(atPath: partial)
    }

    deinit { try? FileManager.default.removeItem(atPath: partial) }

    private var partial: String { (path as NSString).appendingPathComponent(CollectionFolder.partialName) }

    /// Writes a line into the log.
    func write(_ line: LogLine) throws {
        do {
            try log.write(contentsOf: Data((line.text + "\n").utf8))
        } catch {
            throw FileError(code: "unwritable", "the log of \(path) cannot be written: \(reason(error))")
        }
    }

    // MARK: Files

    /// Begins a file that comes in pieces, and gives what takes them.
    func begin() throws -> (_ piece: [UInt8]) throws -> Void {
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw unwritable(partial) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return { [partial] piece in
            do {
                try file.write(contentsOf: Data(piece))
            } catch {
                throw FileError(code: "unwritable", "\(partial) cannot be written: \(reason(error))")
            }
        }
    }

    /// All that came.
    func received(limit: Int, console: Console) throws -> [UInt8] {
        try InputFile(path: partial, relativePath: partial).read(limit: limit, console: console)
    }

    /// Gives the file that came its place, and says where that is.
    ///
    /// - Parameter wanted: Where it should lie, if it is not known already.
    func keep(_ entry: LogEntry, at wanted: FilePath) throws -> LogEntry {
        var entry = entry
        let file = try place(entry, wanted)
        guard rename(partial, whole(file)) == 0 else { throw unwritable(file) }
        entry.file = file
        return entry
    }

    /// The same for bytes that are all here.
    func keep(_ bytes: [UInt8], _ entry: LogEntry, at wanted: FilePath, console: Console) throws -> LogEntry {
        var entry = entry
        let file = try place(entry, wanted)
        try OutputFile(path: whole(file)).write(bytes, console: console)
        entry.file = file
        return entry
    }

    private func place(_ entry: LogEntry, _ wanted: FilePath) throws -> String {
        let known = memory.file(of: entry.url)?.file
        // What lies there with the same bytes is what a run had put there when it was killed, before it could write that down.
        let file = known ?? paths.take(wanted) { !isThere($0) || checksum(of: $0) == entry.sha256 }
        try OutputFile(path: whole(file)).makeFolder()
        return file
    }

    private func isThere(_ file: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: whole(file))) != nil
    }

    private func checksum(of file: String) -> String? {
        guard let data = FileManager.default.contents(atPath: whole(file)) else { return nil }
        return SHA256.digits(of: Array(data))
    }

    private func whole(_ file: String) -> String { (path as NSString).appendingPathComponent(file) }

    private func unwritable(_ file: String) -> FileError {
        FileError(code: "unwritable", "\(file) cannot be written: \(String(cString: strerror(errno)))")
    }
}
