public import ScoreModel

/// What rules about chords charge while four voices are composed note by note.
///
/// The last beats are put into the windows that the linter looks at, with chords that are read beat by beat in the key of the piece. That is
/// less than a harmonic analysis, which weighs a whole piece at once; it is what can be known while the piece is made.
public struct ChordGuidance: Sendable {
    /// What four voices did lately.
    public struct Past {
        /// When each tick begins and the last one ends, in quarter notes from the start of the piece.
        public var times: [Fraction]
        /// What each voice sounds, four MIDI keys a tick; -1 is silence.
        public var keys: [Int]
        /// Which voices begin a note, four a tick.
        public var begins: [Bool]
        /// True when a phrase ends after it.
        public var endsPhrase: Bool
        /// True when the piece ends after it.
        public var isEnd: Bool

        /// The last ticks of a setting.
        public init(times: [Fraction], keys: [Int], begins: [Bool], endsPhrase: Bool, isEnd: Bool) {
            (self.times, self.keys, self.begins) = (times, keys, begins)
            (self.endsPhrase, self.isEnd) = (endsPhrase, isEnd)
        }
    }

    private let prices: Prices
    private let rules: [(rule: any ChordRule, price: Float)]
    private let clock: BeatClock
    private let home: KeyRegion
    private let names: [Pitch]
    private let roles: [Role]

    /// How many ticks of the past are looked at.
    public static let reach = 20

    /// - Parameters:
    ///   - key: The key of the piece.
    ///   - roles: What the four voices sing or play, from the top.
    ///   - frame: A score with the measures and meters of the piece.
    public init(
        _ prices: Prices, limits: Limits, key: Tonality, roles: [Role] = [.soprano, .alto, .tenor, .bass], frame: Score
    ) {
        (self.prices, self.roles) = (prices, roles)
        rules = prices.rules(limits, as: (any ChordRule).self)
        clock = BeatClock(frame)
        home = KeyRegion(key: key, onset: .zero, end: frame.length, confidence: 1)
        names = (0..<128).map { Pitch(key: $0, signature: key.signature) }
    }

    /// True when a rule about chords has a price.
    public var isNeeded: Bool { !rules.isEmpty }

    /// For the chord that ended with the last beat, or for all chords that end where the piece does.
    ///
    /// - Parameter beat: When the last beat begins.
    public func charge(for past: Past, since beat: Fraction) -> Float {
        let passage = passage(of: past)
        let chords = BeatChords(passage, home: home, clock: clock).spans
        guard !chords.isEmpty else { return 0 }
        let cadences = past.endsPhrase ? CadenceReading(passage, chords).cadences : []
        var analysis = HarmonicAnalysis(home: home)
        analysis.chords = chords
        analysis.cadences = past.isEnd || past.endsPhrase ? cadences : cadences.filter { $0.boundary != nil }
        analysis.ornaments = OrnamentReading(passage, chords).ornaments
        var sum: Float = 0
        passage.forEachChordWindow(of: analysis, isEnd: past.isEnd) { window in
            let isOver = window.span.end == beat || past.isEnd && window.next == nil
            guard isOver || window.cadence != nil else { return }
            for (rule, price) in rules {
                for offence in rule.offences(in: window) { sum += prices.price(of: offence.degree, price) }
            }
        }
        return sum
    }

    private func passage(of past: Past) -> Passage {
        let ticks = past.keys.count / 4
        let voices = (0..<4).map { voice in
            var events: [Event] = []
            var start = 0
            for tick in 1...max(1, ticks) {
                let isOver =
                    tick == ticks || past.begins[4 * tick + voice]
                    || past.keys[4 * tick + voice] != past.keys[4 * start + voice]
                guard isOver else { continue }
                let key = past.keys[4 * start + voice]
                if key >= 0 {
                    events.append(
                        Event(onset: past.times[start], end: past.times[tick], pitch: names[key]))
                }
                start = tick
            }
            return Voice(part: voice, label: "", role: roles[voice], events: events)
        }
        let end = past.times[ticks]
        return Passage(
            voices: voices, boundaries: past.endsPhrase ? [end: .fermata] : [:], clock: clock, spelling: .written)
    }
}
