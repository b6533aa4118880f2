public import Counterpoint

/// What is to be composed: four voices on a grid, some of whose cells are given, and what the others may be.
public struct CompositionTask: Sendable {
    /// What is given; free cells may have anything.
    public let grid: Grid
    /// Which cells are free, four a tick.
    public let isFree: [Bool]
    /// The pitches that each voice may be given, as MIDI keys.
    public let ranges: [ClosedRange<Int>]
    /// For each cell, four a tick, the pitch classes that it may begin where it is free, one bit each; all when nil.
    public let pitchClasses: [UInt16]?
    /// The key of the piece.
    public let key: Tonality
    /// What free cells gain, in nats, by being what the grid has.
    public let faithfulness: Float

    /// A task.
    ///
    /// - Parameters:
    ///   - key: The key of the piece; what its given notes are in when nil.
    ///   - ranges: Those of the ensemble when nil.
    /// - Precondition: The grid has four voices, and the lists are as long as it needs.
    public init(
        _ grid: Grid, isFree: [Bool], key: Tonality? = nil, ranges: [ClosedRange<Int>]? = nil,
        pitchClasses: [UInt16]? = nil, faithfulness: Float = 0
    ) {
        precondition(grid.voiceCount == NetworkShape.voices && isFree.count == grid.tokens.count)
        precondition(ranges.map { $0.count == NetworkShape.voices } ?? true)
        precondition(pitchClasses.map { $0.count == grid.tokens.count } ?? true)
        self.grid = grid.canonical
        self.isFree = isFree
        self.key = key ?? grid.key
        self.ranges = ranges ?? grid.vocabulary.ensemble.compass.ranges
        self.pitchClasses = pitchClasses
        self.faithfulness = faithfulness
    }

    /// Some voices are given, the others free.
    public init(_ grid: Grid, keeping kept: Set<Int>, ranges: [ClosedRange<Int>]? = nil) {
        self.init(grid, isFree: grid.tokens.indices.map { !kept.contains($0 % 4) }, ranges: ranges)
    }
}

extension Grid {
    /// The key that its notes are in as a whole.
    ///
    /// A tune alone tells it by its end, for tunes close on their tonic: where the end says that the relative key is meant, it is.
    var key: Tonality {
        let score = self.score()
        let found = HarmonicAnalysis(Passage(score), of: score).home.key
        let ends = (0..<voiceCount).compactMap { notes(ofVoice: $0).last }
        guard ends.count == 1, let last = ends.first?.pitch.modulo12 else { return found }
        let relative = Tonality(signature: found.signature, found.mode == .major ? .minor : .major)
        return relative.tonic.pitchClass == last ? relative : found
    }
}
