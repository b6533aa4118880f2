import Foundation
import Harmonizer

/// The string quartets of the folder `quartets` in the one that `QUARTET_DATA` names.
enum Quartets {
    static let folder: String? = ProcessInfo.processInfo.environment["QUARTET_DATA"].flatMap { root in
        let folder = root + "/quartets/"
        return FileManager.default.fileExists(atPath: folder + "split.csv") ? folder : nil
    }

    /// All of them, in the order of their names.
    static let paths: [String] = {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return names.filter { $0.hasSuffix(".mxl") }.sorted().map { folder + $0 }
    }()

    /// Those of a part of the split.
    static func paths(of part: Dataset.Part) -> [String] {
        guard let folder else { return [] }
        return Chorales.splitTable(of: folder).filter { $0["split"] == "\(part)" }
            .compactMap { row in row["file"].map { folder + $0 } }
    }
}
