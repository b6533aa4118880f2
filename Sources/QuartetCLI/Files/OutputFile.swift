import Foundation

/// A file that is written whole or not at all.
struct OutputFile {
    /// The path; `-` is standard output.
    let path: String

    /// Writes the bytes beside the file and renames them into place. What is no regular file, such as `/dev/null`, is written to.
    ///
    /// - Throws: `FileError`; nothing is left behind then.
    func write(_ bytes: [UInt8], console: Console) throws {
        guard path != "-" else {
            console.write(bytes)
            return
        }
        var url = URL(fileURLWithPath: path)
        do {
            var type = OutputFile.type(of: url)
            if type == .typeSymbolicLink {
                url = url.resolvingSymlinksInPath()
                type = OutputFile.type(of: url)
            }
            if let type, type != .typeRegular {
                let handle = try FileHandle(forWritingTo: url)
                try handle.write(contentsOf: bytes)
                try handle.close()
            } else {
                try Data(bytes).write(to: url, options: .atomic)
            }
        } catch {
            throw FileError(code: "unwritable", "\(path) cannot be written: \(reason(error))")
        }
    }

    private static func type(of url: URL) -> FileAttributeType? {
        try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
    }

    /// Makes the folder that the file is to lie in.
    func makeFolder() throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        guard !FileManager.default.fileExists(atPath: folder.path) else { return }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FileError(code: "unwritable", "the folder \(folder.path) cannot be made: \(reason(error))")
        }
    }
}
