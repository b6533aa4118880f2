import Foundation

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
            var attributes = OutputFile.attributes(of: url)
            if attributes[.type] as? FileAttributeType == .typeSymbolicLink {
                url = url.resolvingSymlinksInPath()
                attributes = OutputFile.attributes(of: url)
            }
            if let type = attributes[.type] as? FileAttributeType, type != .typeRegular {
                let handle = try FileHandle(forWritingTo: url)
                try handle.write(contentsOf: bytes)
                try handle.close()
            } else {
                try OutputFile.replace(url, with: bytes, permissions: attributes[.posixPermissions])
            }
        } catch {
            throw FileError(code: "unwritable", "\(path) cannot be written: \(reason(error))")
        }
    }

    /// Foundation's own writing waits for the disk after each file, which makes up a good part of a batch of thousands.
    private static func replace(_ url: URL, with bytes: [UInt8], permissions: Any?) throws {
        let name = ".\(url.lastPathComponent).\(UUID().uuidString)"
        let beside = url.deletingLastPathComponent().appendingPathComponent(name)
        do {
            let descriptor = open(beside.path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
            guard descriptor >= 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: bytes)
            try handle.close()
            if let permissions {
                try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: beside.path)
            }
            guard rename(beside.path, url.path) == 0 else {
                throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
            }
        } catch {
            try? FileManager.default.removeItem(at: beside)
            throw error
        }
    }

    /// What the system tells of a file, not following links; nothing when there is none.
    private static func attributes(of url: URL) -> [FileAttributeKey: Any] {
        (try? FileManager.default.attributesOfItem(atPath: url.path)) ?? [:]
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
