import Foundation
import MusicXML

/// Engraves shorthand files as MusicXML.
@main
struct Main {
    static let usage = "usage: engrave [--plain] INPUT.txt ... FOLDER\n"

    static func main() {
        var arguments = CommandLine.arguments.dropFirst()
        let isPlain = arguments.first == "--plain"
        if isPlain { arguments = arguments.dropFirst() }
        guard arguments.count >= 2, let folder = arguments.popLast(), !arguments.contains(where: { $0.hasPrefix("-") })
        else {
            report(usage)
            exit(2)
        }
        var failed = false
        for path in arguments {
            do {
                try engrave(URL(filePath: path), into: URL(filePath: folder), isPlain: isPlain)
            } catch {
                report(error is ShorthandError ? "\(path):\(error)\n" : "\(path): \(error.localizedDescription)\n")
                failed = true
            }
        }
        exit(failed ? 3 : 0)
    }

    /// Writes the score of one file under its own name.
    private static func engrave(_ input: URL, into folder: URL, isPlain: Bool) throws {
        let chorale = try Chorale(shorthand: try String(contentsOf: input, encoding: .utf8))
        let xml = Engraver.document(of: chorale).xml()
        let name = input.deletingPathExtension().lastPathComponent
        let bytes = isPlain ? xml : try MXLArchive(score: xml, path: "\(name).musicxml").packed()
        let output = folder.appending(path: "\(name).\(isPlain ? "musicxml" : "mxl")")
        try Data(bytes).write(to: output, options: .atomic)
    }

    private static func report(_ message: String) { FileHandle.standardError.write(Data(message.utf8)) }
}
