public import ScoreModel

/// All voices at a moment at which one or more strike a note: what each sounded until then and sounds from then on.
public struct Progression: Sendable {
    /// One voice at the moment.
    public struct Strand: Sendable {
        /// What sounded until the moment, or through it.
        public let before: Event?
        /// What sounds from the moment on.
        public let after: Event?
        /// True when it strikes a note now.
        public let attacks: Bool
        /// The voice's way to another pitch, when it strikes one where its last note ends.
        public let move: Move?
    }

    /// The moment.
    public let time: Fraction
    /// The voices from top to bottom.
    public let strands: [Strand]
    /// The names of the voices, for people.
    public let labels: [String]
    /// The voices that have neighbours, in order.
    public let mainVoices: [Int]
    /// The phrase that ends here.
    public let boundary: Boundary?
}
