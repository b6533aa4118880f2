import Foundation
import ScoreModel

/// A file that is written whole or not at all.
struct OutputFile {
    /// The path; `-` is standard output.
    let path: String

    /// Writes the bytes beside the file and renames them into place. A link stays a link, and what is no regular file, such as
    /// `/dev/null`, is written to.
    ///
    /// - Throws: `FileError`; nothing is left behind then.
    func write(_ bytes: [UInt8], console: Console) throws {
        guard path != "-" else {
            console.write(bytes)
            return
        }
        do {
            var url = URL(fileURLWithPath: path, isDirectory: false)
            var mode = OutputFile.mode(of: url)
            if mode.map({ $0 & S_IFMT == S_IFLNK }) ?? false {
                url = url.resolvingSymlinksInPath()
                mode = OutputFile.mode(of: url)
            }
            if let mode, mode & S_IFMT != S_IFREG {
                let handle = try FileHandle(forWritingTo: url)
                try handle.write(contentsOf: bytes)
                try handle.close()
            } else {
                try OutputFile.replace(url, with: bytes, permissions: mode.map { $0 & 0o7777 })
            }
        } catch {
            throw FileError(code: "unwritable", "\(path) cannot be written: \(reason(error))")
        }
    }

    /// Writes the bytes, or prints why that failed.
    ///
    /// - Throws: `ExitStatus.unreadable`, when the reason has been printed.
    func deliver(_ bytes: [UInt8], console: Console) throws {
        do {
            try write(bytes, console: console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
    }

    /// Foundation's own writing waits for the disk after each file, which makes up a good part of a batch of thousands.
    private static func replace(_ url: URL, with bytes: [UInt8], permissions: mode_t?) throws {
        let name = ".\(url.lastPathComponent).\(UUID().uuidString)"
        let beside = url.deletingLastPathComponent().appendingPathComponent(name)
        do {
            let descriptor = open(beside.path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
            guard descriptor >= 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: bytes)
            try handle.close()
            if let permissions, chmod(beside.path, permissions) != 0 {
                throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
            }
            guard rename(beside.path, url.path) == 0 else {
                throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
            }
        } catch {
            try? FileManager.default.removeItem(at: beside)
            throw error
        }
    }

    /// The type and the permissions of a file, not following links; nil when there is none. Foundation would look for the name of its owner too,
    /// and ask other programs for that.
    private static func mode(of url: URL) -> mode_t? {
        var status = stat()
        return lstat(url.path, &status) == 0 ? status.st_mode : nil
    }

    /// Makes the folder that the file is to lie in.
    func makeFolder() throws {
        let folder = URL(fileURLWithPath: path, isDirectory: false).deletingLastPathComponent()
        guard !FileManager.default.fileExists(atPath: folder.path) else { return }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FileError(code: "unwritable", "the folder \(folder.path) cannot be made: \(reason(error))")
        }
    }
}
