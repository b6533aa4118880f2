public import Foundation

/// A file below `Fixtures/`.
public struct Fixture: Sendable, CustomStringConvertible {
    /// The path below `Fixtures/`.
    public let path: String

    /// The file with the given path below `Fixtures/`.
    public init(_ path: String) { self.path = path }

    /// Where it lies.
    public var url: URL { Fixture.root.appendingPathComponent(path) }

    /// All of it.
    public var bytes: [UInt8] { get throws { try [UInt8](Data(contentsOf: url)) } }

    /// All of it, as text.
    public var text: String { get throws { String(decoding: try bytes, as: UTF8.self) } }

    /// The name without folder and extension.
    public var name: String { url.deletingPathExtension().lastPathComponent }

    /// What a test case is called.
    public var description: String { path }

    /// The files of a folder with the given extension, by name.
    public static func all(in folder: String, withExtension ext: String) -> [Fixture] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
        return names.filter { $0.hasSuffix("." + ext) }.sorted().map { Fixture(folder + "/" + $0) }
    }

    /// A table: its rows as dictionaries by the names in its first line. Fields without quotes only.
    public var table: [[String: String]] {
        get throws {
            let lines = try text.split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            guard let header = lines.first else { return [] }
            return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
        }
    }

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")
}
