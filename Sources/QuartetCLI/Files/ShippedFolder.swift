import Foundation

/// The folders in which something that comes with the command may lie.
enum ShippedFolder {
    /// The places, in the order in which they are looked through: the folder that the environment names, beside the binary, or where
    /// systems keep shared files.
    ///
    /// - Parameters:
    ///   - name: What the folder is called beside the binary.
    ///   - variable: The environment variable that names another.
    static func paths(
        of name: String, variable: String, _ environment: [String: String], _ executable: URL?
    ) -> [String] {
        var folders = [environment[variable]].compactMap { $0 }.filter { !$0.isEmpty }
        if let folder = executable?.resolvingSymlinksInPath().deletingLastPathComponent() {
            folders += ["Quartet_QuartetCLI.resources/\(name)", name, "../share/quartet"].map {
                folder.appendingPathComponent($0).standardizedFileURL.path
            }
        }
        return folders
    }
}
