/// What is wrong with a text in shorthand, and where.
public struct ShorthandError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// The word on the line, from 1.
    public let word: Int
    /// What is wrong.
    public let message: String

    /// `2:5: 'H4' is no note`.
    public var description: String { "\(line):\(word): \(message)" }
}
