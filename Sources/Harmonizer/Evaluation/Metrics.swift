/// How well a network foretells pieces.
///
/// Accuracy counts how often the most probable token is the right one. An onset is a tick in which a note, or silence, begins; a hold is
/// wrong there. Nats are the natural logarithms of how improbable the truth was held to be: the fewer, the better.
public struct Metrics: Hashable, Sendable {
    /// The sums of one voice, everything else known.
    public struct Voice: Hashable, Sendable {
        /// Its ticks.
        public var cells = 0
        /// The ticks in which a note or silence begins.
        public var onsets = 0
        /// The ticks foretold.
        public var right = 0
        /// The onsets foretold.
        public var rightOnsets = 0
        /// The onsets foretold when it is told that something begins.
        public var rightBeginnings = 0
        /// The nats of all ticks.
        public var nats = 0.0
        /// The nats of onsets.
        public var onsetNats = 0.0

        /// No ticks.
        public init() {}

        static func += (sum: inout Voice, other: Voice) {
            sum.cells += other.cells
            sum.onsets += other.onsets
            sum.right += other.right
            sum.rightOnsets += other.rightOnsets
            sum.rightBeginnings += other.rightBeginnings
            sum.nats += other.nats
            sum.onsetNats += other.onsetNats
        }

        /// The share of ticks foretold.
        public var accuracy: Double { Double(right) / Double(max(cells, 1)) }
        /// The share of onsets foretold.
        public var onsetAccuracy: Double { Double(rightOnsets) / Double(max(onsets, 1)) }
        /// The share of onsets foretold when it is told that something begins.
        public var beginningAccuracy: Double { Double(rightBeginnings) / Double(max(onsets, 1)) }
        /// Nats a token.
        public var natsPerToken: Double { nats / Double(max(cells, 1)) }
        /// Nats an onset.
        public var natsPerOnset: Double { onsetNats / Double(max(onsets, 1)) }
    }

    /// The voices, from the top.
    public var voices = [Voice](repeating: Voice(), count: NetworkShape.voices)
    /// The ticks of all pieces.
    public var ticks = 0
    var natsInOrder = 0.0
    var natsAtRandom = 0.0
    var framesAtRandom = 0
    var natsGivenTop = 0.0

    /// No pieces.
    public init() {}

    /// All voices together.
    public var all: Voice {
        var sum = Voice()
        for voice in voices { sum += voice }
        return sum
    }

    /// Nats a tick of all voices, given all ticks before it, the voices in a random order.
    public var natsPerTickInOrder: Double { natsInOrder / Double(max(ticks, 1)) }
    /// Nats a tick of all voices, given a random choice of other ticks, averaged over how many are given.
    public var natsPerTickAtRandom: Double { natsAtRandom / Double(max(framesAtRandom, 1)) }
    /// Nats a tick of all voices but the top one, given the whole top voice and all ticks before it.
    public var natsPerTickGivenTop: Double { natsGivenTop / Double(max(ticks, 1)) }

    static func += (sum: inout Metrics, other: Metrics) {
        for voice in sum.voices.indices { sum.voices[voice] += other.voices[voice] }
        sum.ticks += other.ticks
        sum.natsInOrder += other.natsInOrder
        sum.natsAtRandom += other.natsAtRandom
        sum.framesAtRandom += other.framesAtRandom
        sum.natsGivenTop += other.natsGivenTop
    }
}
