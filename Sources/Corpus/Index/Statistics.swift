/// What a corpus is like, in numbers.
public struct Statistics: Sendable, Encodable {
    /// How many files of each sort there are.
    public struct Distribution: Sendable, Encodable {
        /// One sort.
        public struct Entry: Hashable, Sendable, Encodable {
            /// What it is.
            public let name: String
            /// How many files.
            public let count: Int
        }

        /// What it tells, such as `Meters`.
        public let title: String
        /// The sorts, by their number or in their own order.
        public let entries: [Entry]
        /// How many files are of sorts that are not listed, because they are many and rare.
        public let others: Int
    }

    /// How many files there are of a kind.
    public struct Kind: Sendable, Encodable {
        /// The kind.
        public let kind: String
        /// How many files.
        public let files: Int
        /// How many of them could not be read though they should be scores.
        public let broken: Int
        /// Why files of the kind are no scores; nil where they are.
        public let reason: String?
    }

    /// How many files there are.
    public let files: Int
    /// How many of them are scores.
    public let scores: Int
    /// How many could not be read though they should be scores.
    public let broken: Int
    /// The notes of all scores.
    public let notes: Int
    /// The seconds of all scores, with repeats.
    public let seconds: Double
    /// The scores that are copies or parts of another.
    public let copies: Int
    /// The groups of scores that are the same or hold each other.
    public let duplicateGroups: Int
    /// The kinds of files, the most frequent first.
    public let kinds: [Kind]
    /// What is distributed how.
    public let distributions: [Distribution]
}
