/// A fretboard diagram.
public struct Frame: Hashable, Sendable {
    /// A place where a finger stops a string.
    public struct Note: Hashable, Sendable {
        /// The string, from 1 for the highest.
        public var string = 1
        /// The fret; 0 for an open string.
        public var fret = 0
        /// The finger.
        public var fingering: Fingering?
        /// The end of a bar over several strings.
        public var barre: Edge.Role?

        /// The open first string.
        public init() {}
    }

    /// A finger, as it is written.
    public struct Fingering: Hashable, Sendable {
        /// The finger.
        public var text = ""
        /// Whether it replaces the one before it.
        public var isSubstitution: Bool?
        /// Whether it is an alternative.
        public var isAlternate: Bool?

        /// No finger.
        public init() {}
    }

    /// The fret at the top.
    public struct FirstFret: Hashable, Sendable {
        /// The fret.
        public var number = 1
        /// How it is printed.
        public var text: String?
        /// On which side it is printed.
        public var location: String?

        /// The first fret.
        public init() {}
    }

    /// How many strings are drawn.
    public var strings = 6
    /// How many frets are drawn.
    public var frets = 4
    /// The fret at the top.
    public var firstFret: FirstFret?
    /// Where fingers stop strings.
    public var notes: [Note] = []
    /// What marks a string that is not played.
    public var unplayed: String?

    /// An empty diagram for a guitar.
    public init() {}
}
