public import ScoreModel

/// The measures of a MIDI file, by its meters.
public struct MIDIMeterMap: Hashable, Sendable {
    /// A meter from a tick on.
    public struct Change: Hashable, Sendable {
        /// The tick.
        public let tick: Int
        /// The beats in a measure.
        public let beats: Int
        /// The note value of a beat as a part of a whole note.
        public let beatType: Int
        /// The index, from 0, of the measure that begins here.
        public let measure: Int
    }

    /// The changes of meter by tick, the first at tick 0: 4/4 where the file does not say. Where a meter begins a measure begins; the one before
    /// may be shorter.
    public private(set) var changes: [Change] = []
    private let quartersPerTick: Fraction

    /// - Parameter meters: What the file says, sorted by tick; the last at a tick counts.
    init(_ meters: [(tick: Int, beats: Int, beatType: Int)], quartersPerTick: Fraction) {
        self.quartersPerTick = quartersPerTick
        for (tick, beats, beatType) in [(tick: 0, beats: 4, beatType: 4)] + meters {
            let place = self.place(of: tick)
            if changes.last?.tick == tick { changes.removeLast() }
            changes.append(
                Change(
                    tick: tick, beats: beats, beatType: beatType,
                    measure: place.measure + (place.offset > .zero ? 1 : 0)))
        }
    }

    /// The index of the measure that a tick is in, from 0, and the quarter notes from its beginning.
    public func place(of tick: Int) -> (measure: Int, offset: Fraction) {
        guard let change = changes[..<changes.firstIndex(after: tick, \.tick)].last else { return (0, .zero) }
        let passed = Fraction(tick - change.tick) * quartersPerTick
        let length = Fraction(4 * change.beats) / Fraction(max(change.beatType, 1))
        let measures = (passed / length).floor
        // Both are far below 2⁶² wherever a tick was read from a file.
        return (change.measure + min(measures, Int.max >> 2), passed - length * Fraction(measures))
    }
}

extension MIDIMeterMap.Change: CustomStringConvertible {
    /// `6/8`.
    public var description: String { "\(beats)/\(beatType)" }
}
