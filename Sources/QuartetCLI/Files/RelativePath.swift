import Foundation

/// The whole path of a file, without `.` and `..` in it.
func absolutePath(_ path: String) -> String {
    URL(fileURLWithPath: path, isDirectory: false).standardizedFileURL.path
}

/// The folder that a file lies in, as a whole path; the current one for standard input.
func folder(of path: String) -> String {
    path == "-"
        ? absolutePath(FileManager.default.currentDirectoryPath)
        : URL(fileURLWithPath: absolutePath(path), isDirectory: false).deletingLastPathComponent().path
}

/// A path without the steps out of a folder at its beginning: what it is called in another folder that is made like the one it leads from.
func insidePath(_ path: String) -> String {
    path.split(separator: "/").drop { $0 == ".." }.joined(separator: "/")
}

/// The way from a folder, given by its whole path, to a file, with slashes; standard input stays `-`.
func relativePath(of path: String, from folder: String) -> String {
    guard path != "-" else { return path }
    let target = absolutePath(path).split(separator: "/")
    let start = folder.split(separator: "/")
    let shared = zip(target, start).prefix { $0 == $1 }.count
    return (start.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared)).joined(separator: "/")
}
