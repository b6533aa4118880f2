import Foundation

/// Where results and messages go. Commands find theirs in ``current``; tests put another in its place.
struct Console: Sendable {
    /// Takes results.
    let write: @Sendable ([UInt8]) -> Void
    /// Takes a message, without the line end.
    let error: @Sendable (String) -> Void
    /// Takes text that is drawn over itself, such as progress; nil when nobody watches.
    let status: (@Sendable (String) -> Void)?
    /// Gives everything on standard input, or as much of it as asked for.
    let read: @Sendable (_ limit: Int) throws -> [UInt8]
    /// Whether results are shown on a terminal.
    var isTerminal = false
    /// Whether they may have colours.
    var isColoured = false

    @TaskLocal static var current: Console = .standard

    /// The process's own streams.
    static let standard = Console(
        write: { bytes in append(bytes, to: .standardOutput) },
        error: { message in append(Array((message + "\n").utf8), to: .standardError) },
        status: terminal,
        read: readInput,
        isTerminal: isatty(STDOUT_FILENO) == 1,
        isColoured: isatty(STDOUT_FILENO) == 1 && wantsColours)

    /// After the convention of no-color.org.
    private static var wantsColours: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    private static var terminal: (@Sendable (String) -> Void)? {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        return { text in append(Array(text.utf8), to: .standardError) }
    }

    @Sendable private static func readInput(limit: Int) throws -> [UInt8] {
        Array(try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data())
    }

    /// Nobody can be told that nobody can be told: errors are passed over.
    private static func append(_ bytes: [UInt8], to stream: FileHandle) {
        try? stream.write(contentsOf: bytes)
    }
}
