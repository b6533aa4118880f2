import Corpus
import Foundation

/// A file that is to be in an index.
struct ListedFile: Sendable {
    let input: InputFile
    /// The way to it from the folder of the index.
    let path: String
    let stamp: FileEntry.Stamp

    /// All files in some folders, and in the folders in them, sorted by their paths: hidden ones, and the index itself, left out.
    ///
    /// - Throws: `FileError` for a folder that there is not.
    static func all(in folders: [String], index: String) throws -> [ListedFile] {
        let home = folder(of: index)
        // SQLite has files beside its own while it writes.
        let own = Set(["", "-journal", "-wal", "-shm"].map { absolutePath(index) + $0 })
        var files: [String: ListedFile] = [:]
        for name in folders {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
                throw FileError(code: "unreadable", "\(name): there is no such folder")
            }
            let found = isFolder.boolValue ? FileManager.default.enumerator(atPath: name) : nil
            for case let inner as String in found.map(Array.init) ?? [""] {
                guard !inner.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
                let path = inner.isEmpty ? name : (name as NSString).appendingPathComponent(inner)
                guard !own.contains(absolutePath(path)), let stamp = FileEntry.Stamp(of: path) else { continue }
                let relative = relativePath(of: path, from: home)
                files[relative] = ListedFile(
                    input: InputFile(path: path, relativePath: relative), path: relative, stamp: stamp)
            }
        }
        return files.values.sorted { $0.path < $1.path }
    }
}

extension FileEntry.Stamp {
    /// The stamp of a file; nil where there is none, or something that is no regular file.
    fileprivate init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        self.init(bytes: Int(status.st_size), modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }
}
