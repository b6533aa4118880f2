import Counterpoint
import Foundation
import ScoreModel

/// What is known of scores and shall not be told again.
struct Baseline: Sendable {
    /// A finding that is known.
    struct Entry: Codable, Hashable, Sendable {
        /// The file, from the folder of the baseline on, with slashes.
        let file: String
        let fingerprint: String
        let rule: String
        /// For people: the number that the measure had.
        let measure: String
        /// For people: what is wrong.
        let message: String

        init(_ finding: Finding, file: String) {
            self.file = file
            fingerprint = finding.fingerprint
            rule = finding.rule
            measure = finding.place.measure
            message = finding.message
        }
    }

    /// How a file of known findings begins.
    private struct Content: Decodable {
        let version: Int
        let findings: [Entry]
    }

    /// The file.
    let path: String
    /// The folder that its paths start from.
    private let folder: String
    private let entries: [String: [Entry]]

    private static let version = 1
    /// Enough for a hundred thousand findings.
    private static let mostBytes = 64 << 20

    /// Reads a file.
    ///
    /// - Throws: `FileError`.
    init(path: String, console: Console) throws {
        let bytes: [UInt8]
        do {
            bytes = try InputFile(path: path, relativePath: path).read(limit: Baseline.mostBytes, console: console)
        } catch let error as FileError {
            throw FileError(code: error.diagnostic.code, "\(path): \(error.diagnostic)")
        }
        guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)) else {
            throw FileError(
                code: "baseline-invalid",
                "\(path): error: this is no baseline as --write-baseline writes it [baseline-invalid]")
        }
        guard content.version == Baseline.version else {
            throw FileError(
                code: "baseline-invalid",
                "\(path): error: this baseline has version \(content.version), and \(Baseline.version) is read "
                    + "[baseline-invalid]")
        }
        self.path = path
        folder = QuartetCLI.folder(of: path)
        entries = Dictionary(grouping: content.findings, by: \.file)
    }

    /// Takes what is known out of the findings.
    ///
    /// - Parameter settings: How the score was judged: what was not looked for cannot be gone.
    /// - Returns: How many entries about the score have gone.
    func apply(to judgement: inout Judgement, of path: String, _ settings: Settings) -> Int {
        guard let own = entries[relativePath(of: path, from: folder)] else { return 0 }
        let found = Set(judgement.findings.map(\.fingerprint))
        let known = Set(own.map(\.fingerprint))
        let before = judgement.findings.count
        judgement.findings.removeAll { known.contains($0.fingerprint) }
        judgement.known += before - judgement.findings.count
        return own.count { entry in
            guard let card = RuleList.rule(entry.rule)?.card else { return true }
            return !settings.isOff(card) && !found.contains(entry.fingerprint)
        }
    }

    /// The bytes of a file of known findings, an entry a line, so that differences can be read.
    static func file(_ entries: [Entry]) throws -> [UInt8] {
        let lines = try entries.map { "  " + (try jsonText($0)) }
        return Array(
            "{\"version\": \(version), \"findings\": [\n\(lines.joined(separator: ",\n"))\n]}\n".utf8)
    }
}
