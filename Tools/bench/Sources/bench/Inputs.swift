import Foundation
import MusicXML

/// A score in memory, as XML text.
struct Input {
    /// Where it came from.
    var path: String
    /// The text; what came in an archive is unpacked, so that all readers get the same bytes.
    var xml: [UInt8]

    /// Reads a file.
    init(path: String) throws {
        self.path = path
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        // In pieces, so that a large file is not held twice while memory is measured.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(try handle.seekToEnd()))
        try handle.seek(toOffset: 0)
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { bytes.append(contentsOf: piece) }
        xml = bytes.starts(with: "PK".utf8) ? try MXLArchive.read(bytes).archive.score : bytes
    }

    /// A score that is in no file.
    init(name: String, xml: [UInt8]) {
        path = name
        self.xml = xml
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The readable scores among files and folders; the others are named on standard error.
    static func find(_ arguments: [String]) -> [Input] {
        let paths = arguments.flatMap { argument -> [String] in
            guard isFolder(argument) else { return [argument] }
            let found = FileManager.default.enumerator(atPath: argument)?.compactMap { $0 as? String } ?? []
            let isScore = { (name: String) in [".mxl", ".musicxml", ".xml"].contains(where: name.hasSuffix) }
            return found.filter(isScore).sorted().map { argument + "/" + $0 }
        }
        return paths.compactMap { path in
            do {
                let input = try Input(path: path)
                _ = try MusicXMLDocument(xml: input.xml).score()
                return input
            } catch {
                report("left out: \(path): \(error)")
                return nil
            }
        }
    }
}

/// Says something beside the results.
func report(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }
