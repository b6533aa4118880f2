import ArgumentParser
import ScoreModel

/// How much is said.
struct MessageOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say everything, notes included.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    }

    /// The least severe diagnostics that are printed.
    private var threshold: Diagnostic.Severity { quiet ? .error : verbose ? .note : .warning }

    /// Prints the diagnostics about a file that are asked for.
    func print(_ diagnostics: [Diagnostic], about file: String, to console: Console) {
        for diagnostic in diagnostics where diagnostic.severity >= threshold {
            console.error("\(file): \(diagnostic)")
        }
    }

    /// Prints a summary unless it should be quiet.
    func summary(_ text: String, to console: Console) {
        if !quiet { console.error(text) }
    }
}
