import Foundation
import Harmonizer
import MusicXML
import ScoreModel

/// The chorales of the folder `chorales` in the one that `QUARTET_DATA` names, with their `split.csv`.
enum Chorales {
    static let folder: String? = ProcessInfo.processInfo.environment["QUARTET_DATA"].flatMap { root in
        let folder = root + "/chorales/"
        return FileManager.default.fileExists(atPath: folder + "split.csv") ? folder : nil
    }

    static func paths(inFourParts: Bool) -> [String] {
        lines.filter { ($0["has_4_parts"] == "yes") == inFourParts }.compactMap(path)
    }

    /// Those in four parts that belong to a part of the split in which settings of one tune stay together.
    static func paths(of part: Dataset.Part) -> [String] {
        lines.filter { $0["has_4_parts"] == "yes" && $0["split_own_balanced"] == "\(part)" }.compactMap(path)
    }

    static func score(_ path: String) throws -> Score {
        let archive = try MXLArchive.read([UInt8](Data(contentsOf: URL(fileURLWithPath: path)))).archive
        return try MusicXMLDocument(xml: archive.score).score().score
    }

    private static func path(_ line: [String: String]) -> String? { line["file"].map { (folder ?? "") + $0 } }

    private static let lines = folder.map(splitTable) ?? []

    /// The rows of a folder's `split.csv`, by the names of its columns.
    static func splitTable(of folder: String) -> [[String: String]] {
        guard let text = try? String(contentsOfFile: folder + "split.csv", encoding: .utf8) else { return [] }
        let rows = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let names = rows.first else { return [] }
        return rows.dropFirst().map { Dictionary(zip(names, $0)) { first, _ in first } }
    }
}
