import Foundation
import Harmonizer
import ScoreModel

/// A weights file that a command was asked for, by its path or by the name of a model that comes with Quartet.
struct ModelFile {
    /// Where it lies.
    let path: String

    /// The environment variable that names a folder of models.
    static let variable = "QUARTET_MODELS"
    /// No weights file of Quartet is larger.
    private static let mostBytes = 1 << 30

    /// Finds a model.
    ///
    /// - Throws: `FileError` that tells where it was looked for.
    init(
        _ name: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        executable: URL? = Bundle.main.executableURL
    ) throws {
        if name.contains("/") || name.hasSuffix(".safetensors") {
            path = name
            return
        }
        let folders = ShippedFolder.paths(of: "Models", variable: ModelFile.variable, environment, executable)
        let paths = folders.map { ($0 as NSString).appendingPathComponent("\(name).safetensors") }
        guard let found = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw FileError(
                code: "unknown-model",
                "there is no model \"\(name)\": it is no path of a file, and none lies in \(folders.joined(separator: ", "))"
            )
        }
        path = found
    }

    /// Finds and reads a model.
    ///
    /// - Throws: `ExitStatus.unreadable`, when the reason has been printed.
    static func read(_ name: String, _ console: Console) throws -> Model {
        do { return try model(ModelFile(name).bytes(console)) } catch let error as FileError {
            console.error("\(name): \(error.diagnostic.message)")
            throw ExitStatus.unreadable
        }
    }

    /// All bytes of the file.
    ///
    /// - Throws: `FileError`.
    func bytes(_ console: Console) throws -> [UInt8] {
        try InputFile(path: path, relativePath: path).read(limit: ModelFile.mostBytes, console: console)
    }

    /// The model that bytes hold.
    ///
    /// - Throws: `FileError`.
    static func model(_ bytes: [UInt8]) throws -> Model {
        do {
            return try Model(Safetensors(bytes: bytes))
        } catch {
            throw FileError(code: "no-model", "the file is not a model: \(error)")
        }
    }
}
