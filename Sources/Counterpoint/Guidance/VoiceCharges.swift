import ScoreModel

/// What rules about one and two voices charge for bare pitches.
///
/// Each pitch is put into the window that its rules look at, with the name that its key signature suggests, so that a note about to be
/// composed is judged by the very code that judges a score.
struct VoiceCharges {
    private let prices: Prices
    private let motionRules: [(rule: any MotionRule, price: Float)]
    private let progressionRules: [(rule: any ProgressionRule, price: Float)]
    private let sonorityRules: [(rule: any SonorityRule, price: Float)]
    private let lineRules: [(rule: any LineRule, price: Float)]
    private let beatRules: [(rule: any BeatRule, price: Float)]
    private let names: [Pitch]

    private let roles: [Role]

    /// - Parameter fifths: The sharps of the key signature, negative for flats.
    init(_ prices: Prices, limits: Limits, fifths: Int, roles: [Role]) {
        (self.prices, self.roles) = (prices, roles)
        motionRules = prices.rules(limits, as: (any MotionRule).self)
        progressionRules = prices.rules(limits, as: (any ProgressionRule).self)
        sonorityRules = prices.rules(limits, as: (any SonorityRule).self)
        lineRules = prices.rules(limits, as: (any LineRule).self)
        beatRules = prices.rules(limits, as: (any BeatRule).self)
        names = (0..<128).map { Pitch(key: $0, signature: fifths) }
    }

    private func event(_ key: Int, _ times: ClosedRange<Int>) -> Event {
        Event(onset: Fraction(times.lowerBound), end: Fraction(times.upperBound), pitch: names[key])
    }

    /// What a voice sounds before and after a moment; -1 is silence, and a pitch that stays does not move.
    private func strand(from: Int, to: Int) -> Progression.Strand {
        if from == to, from >= 0 {
            let held = event(from, 0...2)
            return Progression.Strand(before: held, after: held, attacks: false, move: nil)
        }
        let before = from < 0 ? nil : event(from, 0...1)
        let after = to < 0 ? nil : event(to, 1...2)
        var move: Move?
        if let before, let after { move = Move(from: before, to: after) }
        return Progression.Strand(before: before, after: after, attacks: after != nil, move: move)
    }

    private func motion(_ pair: VoicePair, _ upper: Move, _ lower: Move) -> Motion {
        Motion(
            time: 1, voices: pair, upper: upper, lower: lower,
            before: Interval(between: upper.from, and: lower.from, spelling: .written),
            after: Interval(between: upper.to, and: lower.to, spelling: .written), boundary: nil, isOnBeat: true,
            isFinal: false)
    }

    /// For two voices that go from two pitches to two others at one moment.
    func passage(_ pair: VoicePair, upper: (from: Int, to: Int), lower: (from: Int, to: Int)) -> Float {
        let strands = [strand(from: upper.from, to: upper.to), strand(from: lower.from, to: lower.to)]
        var sum: Float = 0
        if let high = strands[0].move, let low = strands[1].move {
            let motion = motion(pair, high, low)
            for (rule, price) in motionRules {
                if let offence = rule.offence(in: motion) { sum += prices.price(of: offence.degree, price) }
            }
        }
        let progression = Progression(
            time: 1, strands: strands, labels: pair.labels, mainVoices: pair.areNeighbours ? [0, 1] : [], boundary: nil)
        for (rule, price) in progressionRules {
            for offence in rule.offences(in: progression) { sum += prices.price(of: offence.degree, price) }
        }
        return sum
    }

    /// For two voices that go from two pitches to two others from one beat to the next, with other notes between.
    func beats(_ pair: VoicePair, upper: (from: Int, to: Int), lower: (from: Int, to: Int)) -> Float {
        guard min(upper.from, upper.to, lower.from, lower.to) >= 0, upper.from != upper.to, lower.from != lower.to
        else { return 0 }
        func move(_ voice: (from: Int, to: Int)) -> Move {
            Move(from: event(voice.from, 0...1), to: event(voice.to, 2...3))
        }
        let motion = motion(pair, move(upper), move(lower))
        return beatRules.reduce(0) { sum, rule in
            sum + (rule.rule.offence(in: motion).map { prices.price(of: $0.degree, rule.price) } ?? 0)
        }
    }

    /// For two voices that sound together.
    func together(_ pair: VoicePair, upper: Int, lower: Int) -> Float {
        guard upper >= 0, lower >= 0 else { return 0 }
        let sonority = Sonority(
            voices: pair, upper: event(upper, 0...1), lower: event(lower, 0...1), spelling: .written)
        return sonorityRules.reduce(0) { sum, rule in
            guard rule.rule.isBroken(by: sonority) else { return sum }
            return sum + prices.price(of: rule.rule.offence(in: sonority).degree, rule.price)
        }
    }

    /// For the last of a voice's pitches that follow each other: what they charge together, less what all but the last do.
    func line(_ voice: Int, _ keys: [Int]) -> Float {
        lineCharge(voice, keys[...]) - (keys.count > 1 ? lineCharge(voice, keys.dropLast()) : 0)
    }

    private func lineCharge(_ voice: Int, _ keys: ArraySlice<Int>) -> Float {
        let events = keys.enumerated().map { event($1, $0...($0 + 1)) }
        let line = Line(
            voice: voice, label: "", role: roles[voice], events: events[...],
            boundaries: Array(repeating: nil, count: events.count))
        return lineRules.reduce(0) { sum, rule in
            rule.rule.offences(in: line).reduce(sum) { $0 + prices.price(of: $1.degree, rule.price) }
        }
    }
}

extension VoicePair {
    /// Two of four voices, counted from the top.
    init(_ upper: Int, _ lower: Int, of roles: [Role]) {
        self.init(
            upper: upper, lower: lower, areNeighbours: lower == upper + 1, areOuter: upper == 0 && lower == 3,
            includesBass: lower == 3, includesTop: upper == 0, includesInstrument: false,
            labels: [roles[upper].name, roles[lower].name])
    }
}

extension Pitch {
    /// The pitch of a MIDI key under a key signature: the twelve names from a minor third below its major tonic to the leading tone of its
    /// minor key on the line of fifths.
    init(key: Int, signature fifths: Int) {
        let lowest = fifths - 3
        let place = lowest + (key * 7 - lowest).modulo(12)
        let name = TonalPitchClass(fifths: place)
        let octave = (key - name.step.semitones - name.alter) / 12 - 1
        self.init(name.step, alter: Semitones(name.alter), octave: Int8(octave))
    }
}
