import Foundation
import ScoreModel

/// A configuration with the place that its paths start from.
struct ConfigurationFile: Sendable {
    let configuration: Configuration
    /// The folder that it lies in, as a whole path.
    let folder: String

    /// What it is called.
    static let name = ".quartet.yml"

    /// Reads a file.
    ///
    /// - Throws: `FileError`, whose message names the place as editors know it.
    init(path: String, console: Console) throws {
        let bytes: [UInt8]
        do {
            bytes = try InputFile(path: path, relativePath: path)
                .read(limit: ConfigurationNode.mostBytes, console: console)
        } catch let error as FileError {
            throw FileError(code: error.diagnostic.code, "\(path): \(error.diagnostic)")
        }
        do {
            configuration = try Configuration(bytes)
        } catch {
            throw FileError(code: "config-invalid", "\(path):\(error)")
        }
        folder = QuartetCLI.folder(of: path)
    }

    /// The file of what is known, if one is named.
    var baseline: String? {
        configuration.baseline.map { $0.hasPrefix("/") ? $0 : (folder as NSString).appendingPathComponent($0) }
    }

    /// All that is asked for of a score, the strongest last.
    func changes(for path: String) -> [Configuration.Changes] {
        configuration.changes(for: relativePath(of: path, from: folder))
    }
}

/// Looks for the configurations of scores.
struct ConfigurationSearch {
    /// Which configuration is wanted.
    enum Choice {
        /// The one in the nearest folder at or above that of the score.
        case nearest
        /// None at all.
        case none
        /// One for all scores.
        case file(String)
    }

    private let console: Console
    private let searches: Bool
    private let fixed: ConfigurationFile?
    /// What was found, by folder.
    private var found: [String: ConfigurationFile?] = [:]

    /// - Throws: `FileError`, when the file that is wanted cannot be read.
    init(_ choice: Choice, console: Console) throws {
        self.console = console
        switch choice {
        case .nearest: (searches, fixed) = (true, nil)
        case .none: (searches, fixed) = (false, nil)
        case .file(let path): (searches, fixed) = (false, try ConfigurationFile(path: path, console: console))
        }
    }

    /// The configuration of a score, if there is one.
    ///
    /// - Throws: `FileError`, when it cannot be read.
    mutating func configuration(of path: String) throws -> ConfigurationFile? {
        searches ? try configuration(in: folder(of: path)) : fixed
    }

    private mutating func configuration(in folder: String) throws -> ConfigurationFile? {
        if let known = found[folder] { return known }
        let path = (folder as NSString).appendingPathComponent(ConfigurationFile.name)
        let above = (folder as NSString).deletingLastPathComponent
        let file: ConfigurationFile?
        if FileManager.default.fileExists(atPath: path) {
            file = try ConfigurationFile(path: path, console: console)
        } else {
            file = above == folder || above.isEmpty ? nil : try configuration(in: above)
        }
        found[folder] = .some(file)
        return file
    }
}
