/// What is wrong with a configuration file, and where.
struct ConfigurationError: Error, Hashable, CustomStringConvertible {
    /// The line, from 1.
    let line: Int
    /// The column, from 1.
    let column: Int
    /// What is wrong.
    let message: String

    /// `3:5: "loud" is no severity`, to stand behind the name of the file as editors know it.
    var description: String { "\(line):\(column): error: \(message) [config-invalid]" }
}
