/// Why a score has no grid.
public struct GridError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A kind of error: a name in kebab case that stays the same between versions.
    public struct Code: Hashable, Sendable {
        /// The name.
        public let name: String

        private init(_ name: String) { self.name = name }

        /// The score has fewer voices than a grid.
        public static let voicesMissing = Code("voices-missing")
        /// The score has more voices than a grid, and neither names nor clefs tell which ones are meant.
        public static let voicesUnclear = Code("voices-unclear")
        /// The score is longer than any music.
        public static let tooLong = Code("too-long")
    }

    /// What kind of error it is.
    public let code: Code
    /// What was found, in a sentence.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// `the score has 2 voices (Melody, Bass) where 4 are needed [voices-missing]`.
    public var description: String { "\(message) [\(code.name)]" }
}
