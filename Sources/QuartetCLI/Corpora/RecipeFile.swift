import Collector
import Foundation

/// A recipe that a command was asked for, by its path or by the name of one that comes with Quartet.
struct RecipeFile {
    /// What it is called in the log.
    let name: String
    let recipe: Recipe

    /// The environment variable that names a folder of recipes.
    static let variable = "QUARTET_RECIPES"
    /// The one for pages of any site.
    static let plain = "plain"
    /// The one for folders of this machine.
    static let folder = "folder"

    /// Finds and reads a recipe.
    ///
    /// - Throws: `FileError` that names the place, or tells where it was looked for.
    init(
        _ name: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        executable: URL? = Bundle.main.executableURL, console: Console
    ) throws {
        let path = try RecipeFile.path(name, environment, executable)
        let bytes = try InputFile(path: path, relativePath: path)
            .read(limit: ConfigurationNode.mostBytes, console: console)
        self.name = name
        do {
            recipe = try Recipe(bytes)
        } catch {
            throw FileError(code: "config-invalid", "\(path):\(error)")
        }
    }

    private static func path(_ name: String, _ environment: [String: String], _ executable: URL?) throws -> String {
        if name.contains("/") || name.hasSuffix(".yml") || name.hasSuffix(".yaml") { return name }
        let folders = ShippedFolder.paths(of: "Recipes", variable: variable, environment, executable)
        let paths = folders.map { ($0 as NSString).appendingPathComponent("\(name).yml") }
        guard let found = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw FileError(
                code: "unknown-recipe",
                "there is no recipe \"\(name)\": it is no path of a file, and none lies in \(folders.joined(separator: ", "))"
            )
        }
        return found
    }
}
