public import Files
internal import Foundation

/// Where a file is to lie in the folder of a collection: steps that no system takes for anything but names, and that lead nowhere else.
public struct FilePath: Hashable, Sendable, CustomStringConvertible {
    /// The names of the folders, and of the file.
    public private(set) var steps: [String]

    /// Deeper, and systems refuse.
    private static let mostSteps = 12
    /// Names are held to this many bytes, so that there is room for what is put beside a file while it is written.
    private static let mostBytes = 120

    /// A path of the steps given, each made into a name. `.` and `..` and what is empty are left out.
    public init(_ steps: [String]) {
        let names = steps.filter { !FilePath.isDots($0) }.map(FilePath.name)
        self.steps =
            Array(names.prefix(FilePath.mostSteps - 1))
            + (names.dropFirst(FilePath.mostSteps - 1).last.map { [$0] } ?? [])
        if self.steps.isEmpty { self.steps = ["_"] }
    }

    /// The path of a file on the web.
    ///
    /// - Parameters:
    ///   - address: Where it lies: its host and its folders are folders here.
    ///   - path: The path that a recipe found in the address, in place of the address's own.
    ///   - name: The name that the server gives it.
    ///   - content: What it is, which its name has to end with.
    public init(of address: WebAddress, path: String? = nil, name: String? = nil, content: FileKind) {
        let host = address.hasUsualPort ? address.host : "\(address.host)_\(address.port)"
        let decode = { (step: Substring) in step.removingPercentEncoding ?? String(step) }
        var steps = (path ?? address.path).split(separator: "/").map(decode).flatMap {
            $0.split(separator: "/").map(String.init)
        }
        if path == nil {
            let isFolder = address.path.hasSuffix("/")
            var last = isFolder ? "index" : steps.popLast() ?? "index"
            if let name {
                // Whatever folders the server says, only the name is taken.
                last =
                    name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init).last {
                        !FilePath.isDots($0)
                    } ?? last
            } else if let query = address.query {
                last += "_" + decode(query[...])
            }
            steps.append(last)
        }
        self.init([host] + (steps.allSatisfy(FilePath.isDots) ? ["index"] : steps))
        end(as: content)
    }

    /// Gives the name an ending that says what the file is, if it has none.
    public mutating func end(as content: FileKind) {
        let name = steps.removeLast()
        let ending = (name as NSString).pathExtension.lowercased()
        let isRight = !content.isKept || content.extensions.contains(ending)
        steps.append(isRight ? name : "\(name).\(content.extensions[0])")
    }

    /// The same with a number behind its name: `a-2.mid`.
    func numbered(_ number: Int) -> FilePath {
        var path = self
        let name = path.steps.removeLast() as NSString
        let ending = name.pathExtension
        path.steps.append("\(name.deletingPathExtension)-\(number)" + (ending.isEmpty ? "" : ".\(ending)"))
        return path
    }

    /// Whether a step is no name: empty, here or up.
    private static func isDots(_ step: String) -> Bool { ["", ".", ".."].contains(step) }

    /// The steps with slashes between them.
    public var description: String { steps.joined(separator: "/") }

    /// A name for a step: without characters that separate, control or mean something to a system, without the names of devices.
    private static func name(_ step: String) -> String {
        var text = ""
        for scalar in step.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                text += "_"
            default: text.unicodeScalars.append("/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar)
            }
        }
        text = text.trimmingCharacters(in: .whitespaces)
        while let last = text.last, last == "." || last == " " { text.removeLast() }
        if text.isEmpty { return "_" }
        // Hidden files are not what somebody looks for.
        if text.hasPrefix(".") { text = "_" + text.dropFirst() }
        if devices.contains(text.prefix { $0 != "." }.uppercased()) { text = "_" + text }
        return shortened(text)
    }

    /// What Windows takes for devices, whatever ending they have.
    private static let devices = Set(
        ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })

    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > mostBytes else { return name }
        let ending = (name as NSString).pathExtension
        let tail = ending.utf8.count <= 10 && !ending.isEmpty ? ".\(ending)" : ""
        var stem = String(name.dropLast(tail.count))
        while stem.utf8.count + tail.utf8.count > mostBytes { stem.removeLast() }
        return stem.trimmingCharacters(in: .whitespaces) + tail
    }
}

/// The names that are taken in the folder of a collection, where small and capital letters are one, as on many disks.
public struct TakenPaths: Sendable {
    private var files: Set<String> = []
    private var folders: Set<String> = []

    /// None.
    public init() {}

    /// Takes a path that is known.
    public mutating func insert(_ path: String) {
        let key = TakenPaths.key(path)
        files.insert(key)
        for end in key.indices where key[end] == "/" { folders.insert(String(key[..<end])) }
    }

    /// Takes a path for a new file: the one wanted, or one with a number where that is another's.
    ///
    /// - Parameter isFree: Whether there is nothing else of the name on the disk.
    public mutating func take(_ wanted: FilePath, isFree: (String) -> Bool) -> String {
        var path = wanted
        var number = 1
        while !fits(path) || !isFree(path.description) {
            number += 1
            path = wanted.numbered(number)
            // Where a file has the name of one of the folders, no number at the end helps.
            if let blocked = blockedStep(of: wanted) { path = wanted.renaming(step: blocked, number) }
        }
        insert(path.description)
        return path.description
    }

    private func fits(_ path: FilePath) -> Bool {
        let key = TakenPaths.key(path.description)
        return !files.contains(key) && !folders.contains(key) && blockedStep(of: path) == nil
    }

    private func blockedStep(of path: FilePath) -> Int? {
        path.steps.indices.dropLast().first {
            files.contains(TakenPaths.key(path.steps[...$0].joined(separator: "/")))
        }
    }

    private static func key(_ path: String) -> String { path.precomposedStringWithCanonicalMapping.lowercased() }
}

extension FilePath {
    fileprivate func renaming(step: Int, _ number: Int) -> FilePath {
        var path = self
        path.steps[step] += "-\(number)"
        return path
    }
}
