internal import Counterpoint

/// What rules want to know of each setting that is composed: what its voices sound, and what came before. Pitches are MIDI keys, -1 is silence.
struct Particles {
    /// How many settings there are.
    let count: Int
    /// What each voice sounds in this tick, four a setting, once it has been decided.
    private(set) var now: [Int]
    /// Which voices begin a note in this tick.
    private(set) var begins: [Bool]
    /// What sounded in the tick before.
    private(set) var before: [Int]
    /// The note before that, where no rest lay between.
    private(set) var earlier: [Int]
    /// What sounded on the last beat.
    private(set) var onBeat: [Int]
    /// What each setting did lately, one tick after the other, the oldest written over: keys, and which voices begin a note.
    private var keys: [Int]
    private var beginnings: [Bool]
    /// How many ticks have been decided.
    private var ticks = 0
    /// What has been charged so far, in nats.
    var charges: [Float]
    /// The network's own opinion of what was drawn, in nats.
    var likelihoods: [Float]
    /// What decides which settings go on: logarithms of weights.
    var weights: [Double]

    /// Before a piece nothing sounds.
    init() {
        count = 1
        now = [Int](repeating: -1, count: 4)
        (before, earlier, onBeat) = (now, now, now)
        begins = [Bool](repeating: false, count: 4)
        keys = [Int](repeating: -1, count: Self.width)
        beginnings = [Bool](repeating: false, count: Self.width)
        (charges, likelihoods, weights) = ([0], [0], [0])
    }

    /// Settings that begin alike, after one.
    init(count: Int, after one: Particles) {
        self.count = count
        func all<Value>(_ values: [Value]) -> [Value] { (0..<(values.count * count)).map { values[$0 % values.count] } }
        (now, before, earlier, onBeat) = (all(one.now), all(one.before), all(one.earlier), all(one.onBeat))
        begins = all(one.begins)
        (keys, beginnings, ticks) = (all(one.keys), all(one.beginnings), one.ticks)
        charges = [Float](repeating: 0, count: count)
        likelihoods = charges
        weights = [Double](repeating: 0, count: count)
    }

    /// Lets a voice of a setting do something.
    mutating func decide(_ token: Token, _ pitch: Int?, voice: Int, in setting: Int) {
        let place = 4 * setting + voice
        now[place] = pitch ?? (token == .hold ? before[place] : -1)
        begins[place] = pitch != nil
    }

    private static let width = 4 * ChordGuidance.reach

    /// What a setting did in the last ticks.
    ///
    /// - Parameter tick: The next tick of the piece.
    func past(_ setting: Int, before tick: Int, at times: TickTimes, endsPhrase: Bool, isEnd: Bool)
        -> ChordGuidance.Past
    {
        let count = min(ticks, ChordGuidance.reach)
        let (start, first) = (setting * Self.width, 4 * ((ticks - count) % ChordGuidance.reach))
        func lately<Value>(_ values: [Value]) -> [Value] {
            (0..<(4 * count)).map { values[start + (first + $0) % Self.width] }
        }
        return ChordGuidance.Past(
            times: (tick - count...tick).map { times[$0] }, keys: lately(keys), begins: lately(beginnings),
            endsPhrase: endsPhrase, isEnd: isEnd)
    }

    /// Goes on to the next tick.
    mutating func advance(isBeat: Bool) {
        let place = 4 * (ticks % ChordGuidance.reach)
        for setting in 0..<count {
            for voice in 0..<4 {
                keys[setting * Self.width + place + voice] = now[4 * setting + voice]
                beginnings[setting * Self.width + place + voice] = begins[4 * setting + voice]
            }
        }
        ticks += 1
        for place in now.indices {
            if isBeat { onBeat[place] = now[place] }
            if begins[place] { earlier[place] = before[place] }
            before[place] = now[place]
        }
    }

    /// Goes on with other settings: the first with the one named first, and so on. Their weights are equal then.
    mutating func choose(_ settings: [Int]) {
        func chosen<Value>(_ values: [Value], each width: Int) -> [Value] {
            settings.flatMap { values[($0 * width)..<(($0 + 1) * width)] }
        }
        (before, earlier, onBeat) = (chosen(before, each: 4), chosen(earlier, each: 4), chosen(onBeat, each: 4))
        (keys, beginnings) = (chosen(keys, each: Self.width), chosen(beginnings, each: Self.width))
        (charges, likelihoods) = (chosen(charges, each: 1), chosen(likelihoods, each: 1))
        weights = [Double](repeating: 0, count: count)
    }
}
