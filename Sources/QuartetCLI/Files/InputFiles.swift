import Corpus
import Foundation

/// A file that a command was given, or found in a folder that it was given.
struct InputFile: Hashable, Sendable {
    /// The path as it is shown; `-` is standard input.
    let path: String
    /// The path below the folder that was given, or the name of the file.
    let relativePath: String
    /// The part that a corpus index has put it in.
    var part: CorpusSplit.Part?

    /// All bytes of the file.
    ///
    /// - Throws: `FileError` when there is no such file, or it has more bytes than the limit.
    func read(limit: Int, console: Console) throws -> [UInt8] {
        do {
            let bytes: [UInt8]
            if path == "-" {
                bytes = try console.read(limit)
            } else {
                let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path, isDirectory: false))
                defer { try? handle.close() }
                bytes = try InputFile.readAll(handle, limit: limit)
            }
            guard bytes.count <= limit else { throw InputFile.tooLarge(limit) }
            return bytes
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(code: "unreadable", "the file cannot be read: \(reason(error))")
        }
    }

    private static func tooLarge(_ limit: Int) -> FileError {
        FileError(code: "too-large", "the file has more bytes than the limit of \(limit)")
    }

    /// Reads in pieces, so that a large file is not held twice; stops behind the limit.
    private static func readAll(_ handle: FileHandle, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        if let size = try? handle.seekToEnd() {
            guard size <= limit else { throw tooLarge(limit) }
            try handle.seek(toOffset: 0)
            bytes.reserveCapacity(Int(size))
        }
        while bytes.count <= limit, let piece = try handle.read(upToCount: min(1 << 20, limit + 1 - bytes.count)),
            !piece.isEmpty
        {
            bytes.append(contentsOf: piece)
        }
        return bytes
    }

    /// The files that the arguments of a command mean: files as they are, folders with every file in them that has the extension of
    /// a format, sorted by path, and corpus indices with the scores that they list.
    ///
    /// - Throws: `ExitStatus.unreadable` for an index that cannot be read, when the reason has been printed.
    static func find(_ arguments: [String], _ console: Console) throws -> [InputFile] {
        try arguments.flatMap { argument -> [InputFile] in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder.boolValue else {
                if IndexFile(path: argument).isIndex { return try IndexFile(path: argument).scores(console) }
                return [InputFile(path: argument, relativePath: (argument as NSString).lastPathComponent)]
            }
            let found = FileManager.default.enumerator(atPath: argument)?.compactMap { $0 as? String } ?? []
            return found.filter { FileFormat(fileName: $0) != nil }.sorted()
                .map { InputFile(path: (argument as NSString).appendingPathComponent($0), relativePath: $0) }
        }
    }
}

/// What the system has to say about an error, in a few words.
func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    return underlying.domain == NSPOSIXErrorDomain
        ? String(cString: strerror(Int32(underlying.code))) : error.localizedDescription
}
