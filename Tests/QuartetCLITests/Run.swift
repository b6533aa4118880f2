import Foundation
import Synchronization

@testable import QuartetCLI

/// The command run in this process, with everything that it said.
struct Run: Sendable {
    let status: Int32
    let output: String
    let bytes: [UInt8]
    let errors: String

    /// Runs `quartet` with the given arguments.
    init(_ arguments: String..., input: [UInt8] = []) async { self = await Run(arguments, input: input) }

    /// Runs `quartet` with the given arguments.
    init(_ arguments: [String], input: [UInt8] = []) async {
        let (written, said) = (Collector<UInt8>(), Collector<String>())
        let console = Console(
            write: { written.append($0) }, error: { said.append([$0]) }, status: nil,
            read: { limit in Array(input.prefix(limit + 1)) })
        status = await QuartetCommand.run(arguments, console: console)
        bytes = written.all
        output = String(decoding: bytes, as: UTF8.self)
        errors = said.all.joined(separator: "\n")
    }
}

/// Takes what several threads say.
private final class Collector<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    func append(_ more: [Element]) { elements.withLock { $0 += more } }

    var all: [Element] { elements.withLock { $0 } }
}

/// A folder that lasts as long as this value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("quartet-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { path + "/" + name }

    /// Everything in the folder, with paths below it.
    var contents: [String] {
        (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
    }
}
