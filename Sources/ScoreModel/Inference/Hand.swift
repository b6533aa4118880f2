/// A hand at a keyboard: where its last tones lie, and what it costs to go on.
///
/// After the models of Kilian and Hoos ("Voice Separation: A Local Optimisation Approach", ISMIR 2002) and of Nakamura, Ono and
/// Sagayama ("Merged-Output HMM for Piano Fingering of Both Hands", ISMIR 2014): a hand reaches so far, moves little, and lies on its
/// side. The weights were fitted on every other piano part of openly licensed songs.
struct Hand {
    /// The lowest and highest key of its last tones, or of those that it holds; meaningless before the first.
    private(set) var keys = 0...0
    /// When its last tone ends; nil before the first.
    private(set) var end: Double?

    private enum Cost {
        /// Semitones that a hand spans with ease, and the cost of each beyond.
        static let reach = 9.5
        static let stretch = 1.27
        /// For each semitone that it moves at once, which a rest makes easier by so much for each quarter note.
        static let move = 0.08
        static let ease = 0.07
        static let widestMove = 47.0
        /// For each semitone between the middle of its tones and where it lies as a rule.
        static let side = 0.046
        /// For each tone beyond five.
        static let finger = 15.0
    }

    /// The keys in the middle of where the hands lie as a rule.
    static let leftSide = 48.5
    static let rightSide = 69.0

    /// Plays tones that begin together.
    ///
    /// - Parameters:
    ///   - end: When the last of them ends.
    ///   - side: Where the hand lies as a rule.
    /// - Returns: The cost.
    mutating func play(_ new: ClosedRange<Int>, count: Int, at onset: Double, until end: Double, side: Double) -> Double
    {
        let middle = Hand.middle(of: new)
        var cost = Cost.side * abs(middle - side) + Cost.finger * Double(max(0, count - 5))
        var span = new
        if let last = self.end {
            let apart = Double(max(0, new.lowerBound - keys.upperBound, keys.lowerBound - new.upperBound))
            let move = min((apart + abs(middle - Hand.middle(of: keys))) / 2, Cost.widestMove)
            cost += Cost.move * move / (1 + Cost.ease * max(0, onset - last))
            if holds(at: onset) { span = min(keys.lowerBound, new.lowerBound)...max(keys.upperBound, new.upperBound) }
        }
        cost += Cost.stretch * max(0, Double(span.count - 1) - Cost.reach)
        self.end = max(end, holds(at: onset) ? self.end ?? end : end)
        keys = span
        return cost
    }

    /// True when a tone still sounds.
    func holds(at onset: Double) -> Bool { end.map { $0 > onset + Sounding.rounding } ?? false }

    private static func middle(of keys: ClosedRange<Int>) -> Double { Double(keys.lowerBound + keys.upperBound) / 2 }
}
