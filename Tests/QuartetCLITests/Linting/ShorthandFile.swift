import Counterpoint
import Foundation
import MusicXML

/// A score in shorthand as the MusicXML file that a user would have.
struct ShorthandFile {
    var xml: String

    /// Soprano and bass rise in parallel fifths in the first measure, and nothing else is wrong.
    static let fifths = """
        S C5 D5 | E5*2
        B F3 G3 | C4*2
        """

    init(_ text: String = fifths) throws {
        xml = String(decoding: try Shorthand(text).score.musicXML().xml, as: UTF8.self)
    }

    /// Puts text behind the nth place where another one stands, counted from 0.
    mutating func put(_ text: String, behind place: String, _ number: Int = 0) {
        let range = xml.ranges(of: place)[number]
        xml.insert(contentsOf: text, at: range.upperBound)
    }

    var bytes: [UInt8] { Array(xml.utf8) }
}

extension TemporaryFolder {
    /// Writes a file, and the folders that it lies in; gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let path = file(name)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// The text of a file.
    func text(_ name: String) throws -> String { try String(contentsOfFile: file(name), encoding: .utf8) }
}
