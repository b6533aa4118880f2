/// Figures under a bass note.
public struct FiguredBass: Hashable, Sendable {
    /// One figure.
    public struct Figure: Hashable, Sendable {
        /// The sign before the number, by its MusicXML name.
        public var prefix: String?
        /// The number.
        public var number: String?
        /// The sign behind the number.
        public var suffix: String?
        /// The line behind the figure.
        public var `extension`: Lyric.Extension?

        /// An empty figure.
        public init() {}
    }

    /// The figures, from top to bottom.
    public var figures: [Figure] = []
    /// How long they hold, in quarter notes, when the file says.
    public var duration: Fraction?
    /// Whether they stand in parentheses.
    public var hasParentheses: Bool?
    /// On which side of the staff they stand.
    public var placement: Placement?
    /// Whether they are printed, when the file says.
    public var isPrinted: Bool?

    /// No figures.
    public init() {}
}
