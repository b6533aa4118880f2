internal import Counterpoint
internal import Foundation
internal import ScoreModel

/// Weighs the tokens that a cell may have: what the network says, sharpened, less what rules charge for each offence that a token would
/// complete with what is known around it. So the sampler draws from a product of experts.
struct Weighing {
    private let task: CompositionTask
    private let settings: SamplingSettings
    private let vocabulary: Vocabulary
    private let ensemble: Ensemble
    /// The rules under each signature that the piece has.
    private var guidance: [Guidance]
    private let signature: [Int]
    private let chords: ChordGuidance
    private let idiom: Idiom
    /// The tick at which the last note of the top voice begins.
    private let lastNote: Int
    /// The pitch class that the last chord stands on: the tonic, where that note may belong to its chord.
    private let lastBass: Int?
    private let beats: [Bool]
    /// How long each tick is, in quarter notes.
    private let lengths: [Float]
    private let pace: Pace
    private var row: [Float]
    private var charges: [Float]

    /// What is less probable than the best by so many nats is not looked at: it would hardly ever be drawn.
    private static let least: Float = 14
    /// By how many nats silence is less probable than the network has it while the top voice sings.
    private static let silence: Float = 12
    /// The weight of what cannot be.
    private static let hopeless: Float = -1e4

    init(_ task: CompositionTask, _ settings: SamplingSettings, _ idiom: Idiom, _ vocabulary: Vocabulary) {
        (self.task, self.settings, self.idiom, self.vocabulary) = (task, settings, idiom, vocabulary)
        let grid = task.grid
        let ensemble = vocabulary.ensemble
        self.ensemble = ensemble
        pace = Pace(task)
        // Given notes may lie outside the ranges of what is composed.
        let ranges = (0..<4).map { voice in
            let pitches = grid.notes(ofVoice: voice).map(\.pitch) + [task.ranges[voice].lowerBound]
            let lowest = min(pitches.min() ?? 127, task.ranges[voice].lowerBound)
            return lowest...max(pitches.max() ?? 0, task.ranges[voice].upperBound)
        }
        var signatures: [Int] = []
        signature = grid.ticks.map { tick in
            let fifths = tick.fifths ?? 0
            if let known = signatures.firstIndex(of: fifths) { return known }
            signatures.append(fifths)
            return signatures.count - 1
        }
        guidance = signatures.map {
            Guidance(
                settings.prices, limits: Limits(ensemble.profile), fifths: $0, roles: ensemble.roles, ranges: ranges)
        }
        chords = ChordGuidance(
            settings.prices, limits: Limits(ensemble.profile), key: task.key, roles: ensemble.roles,
            frame: Score(measuresOf: grid))
        let last = grid.notes(ofVoice: 0).last
        lastNote = last?.ticks.lowerBound ?? grid.ticks.count - 1
        let tonic = task.key.tonic.pitchClass
        let third = task.key.mode == .major ? 4 : 3
        lastBass = last.map { [0, third, 7].contains(($0.pitch - tonic).modulo12) } ?? true ? tonic : nil
        beats = grid.ticks.indices.map(grid.isBeat)
        lengths = grid.ticks.indices.map { Float((grid.times[$0 + 1] - grid.times[$0]).doubleValue) }
        row = [Float](repeating: 0, count: vocabulary.count)
        charges = row
    }

    /// True for ticks in which a beat begins.
    func isBeat(_ tick: Int) -> Bool { beats[tick] }

    /// True for the last tick of a phrase.
    func endsPhrase(_ tick: Int) -> Bool {
        let ticks = task.grid.ticks
        return ticks[tick].endsPhrase == true && (tick + 1 == ticks.count || ticks[tick + 1].endsPhrase != true)
    }

    /// Charges each setting for the chord that has ended, or ends now.
    ///
    /// - Parameters:
    ///   - tick: The last tick of a beat.
    ///   - beat: The tick at which that began.
    func chargeChords(of particles: inout Particles, at tick: Int, since beat: Int) {
        guard chords.isNeeded else { return }
        let (ends, isEnd) = (endsPhrase(tick), tick + 1 == task.grid.ticks.count)
        for setting in 0..<particles.count {
            let past = particles.past(
                setting, before: tick + 1, at: task.grid.times, endsPhrase: ends, isEnd: isEnd)
            let charge = chords.charge(for: past, since: task.grid.times[beat])
            particles.charges[setting] += charge
            particles.weights[setting] -= Double(charge)
        }
    }

    /// The pitch that a token begins.
    func pitch(_ token: Token) -> Int? { vocabulary.pitch(token) }

    /// What came of weighing a cell.
    struct Outcome {
        var token: Token
        /// The logarithm of the sum of all weights: how well the setting can go on.
        var sum: Float
        /// By how much the network's opinion stood out.
        var typicality: Float
        /// What is charged for the token.
        var charge: Float
        /// The logarithm of the weight of the token, of which ``sum`` is that of all.
        var weight: Float
        /// The network's own opinion of the token, in nats.
        var likelihood: Float
    }

    /// Weighs a cell and draws from it, or takes what is given.
    ///
    /// - Parameters:
    ///   - answers: The logarithms of the network's probabilities, one a token.
    ///   - known: Which other voices are known in this tick.
    ///   - given: The token that it has in any case.
    mutating func draw(
        _ answers: ArraySlice<Float>, tick: Int, voice: Int, setting: Int, _ particles: Particles, known: [Bool],
        given: Token?, _ generator: inout SplitMix64
    ) -> Outcome {
        let place = 4 * setting + voice
        let count = vocabulary.count
        for index in 0..<count { row[index] = answers[answers.startIndex + index] }
        forbid(tick: tick, voice: voice, before: particles.before[place])
        var tempering = settings.tempering
        tempering.busyness += pace.pushes[tick]
        let typicality = row.withUnsafeMutableBufferPointer { row in
            row.baseAddress.map { tempering.apply(to: $0, count: count) } ?? 0
        }
        if task.faithfulness != 0, task.isFree[4 * tick + voice] {
            let kept = task.grid.tokens[4 * tick + voice]
            if kept != .hidden { row[Int(kept.rawValue)] += task.faithfulness }
        }
        var most = -Float.infinity
        for index in 0..<count { most = max(most, row[index]) }
        let certain = given.map { Int($0.rawValue) }
        for index in 0..<count {
            charges[index] = 0
            guard row[index] > most - Self.least || index == certain else { continue }
            charges[index] = charge(
                Token(rawValue: UInt8(index)), tick: tick, voice: voice, setting: setting, particles, known: known)
            row[index] -= charges[index]
        }
        most = -Float.infinity
        for index in 0..<count { most = max(most, row[index]) }
        guard most > -.infinity else {
            // Nothing is possible: a setting that does not go on.
            let token = given ?? .rest
            return Outcome(
                token: token, sum: Self.hopeless, typicality: 0, charge: 0, weight: Self.hopeless,
                likelihood: answers[answers.startIndex + Int(token.rawValue)])
        }
        var sum: Float = 0
        for index in 0..<count where row[index] > most - 2 * Self.least { sum += exp(row[index] - most) }
        var index = certain ?? 0
        if certain == nil {
            var rest = Float(generator.unit()) * sum
            index = row.firstIndex(of: most) ?? 0
            for candidate in 0..<count where row[candidate] > most - 2 * Self.least {
                rest -= exp(row[candidate] - most)
                if rest < 0 {
                    index = candidate
                    break
                }
            }
        }
        return Outcome(
            token: Token(rawValue: UInt8(index)), sum: most + log(sum), typicality: max(typicality, Self.hopeless),
            charge: charges[index],
            weight: max(row[index], Self.hopeless), likelihood: answers[answers.startIndex + index])
    }

    /// Makes impossible what no voice can do here.
    private mutating func forbid(tick: Int, voice: Int, before: Int) {
        row[Int(Token.outside.rawValue)] = -.infinity
        row[Int(Token.hidden.rawValue)] = -.infinity
        if before < 0 { row[Int(Token.hold.rawValue)] = -.infinity }
        switch ensemble {
        case .choir: restrainSilence(tick: tick, voice: voice, before: before)
        case .strings:
            row[Int(Token.rest.rawValue)] -= settings.silence * lengths[tick]
            // Who sounds is pushed towards notes more than towards rests.
            if before >= 0 { row[Int(Token.rest.rawValue)] -= pace.pushes[tick] / 2 }
        }
        let range = task.isFree[4 * tick + voice] ? task.ranges[voice] : guidance[0].ranges[voice]
        let classes = task.isFree[4 * tick + voice] ? task.pitchClasses?[4 * tick + voice] ?? 0xFFF : 0xFFF
        for index in Vocabulary.firstPitch..<vocabulary.count {
            let pitch = vocabulary.pitches.lowerBound + index - Vocabulary.firstPitch
            if !range.contains(pitch) || classes & 1 << UInt16(pitch % 12) == 0 { row[index] = -.infinity }
        }
    }

    /// A choir sings and falls silent together.
    private mutating func restrainSilence(tick: Int, voice: Int, before: Int) {
        let topRests = voice > 0 && !task.isFree[4 * tick] && task.grid.tokens[4 * tick] == .rest
        if !topRests {
            row[Int(Token.rest.rawValue)] -= Self.silence
        } else if before >= 0, !beats[tick], tick > 0, task.grid.tokens[4 * tick - 4] == .rest {
            // Who did not fall silent with the top voice does so on a beat.
            row[Int(Token.rest.rawValue)] = -.infinity
        }
    }

    /// What rules charge for a token, with all that is known.
    private mutating func charge(
        _ token: Token, tick: Int, voice: Int, setting: Int, _ particles: Particles, known: [Bool]
    ) -> Float {
        let base = 4 * setting
        let before = particles.before[base + voice]
        let pitch = vocabulary.pitch(token)
        let now = pitch ?? (token == .hold ? before : -1)
        let rules = signature[tick]
        var sum: Float = 0
        if pitch != nil {
            sum += guidance[rules].line(voice, now, after: before, before < 0 ? -1 : particles.earlier[base + voice])
            if before >= 0 { sum -= settings.idiom * idiom.gain(interval: now - before, voice: voice) }
            if before == now, particles.earlier[base + voice] != now {
                sum += settings.repetition * pace.slowness
            }
        }
        if voice == 3, tick >= lastNote, now >= 0, let lastBass, now % 12 != lastBass { sum += settings.ending }
        var classes = now < 0 ? 0 : 1 << (now % 12)
        var isLast = true
        for other in 0..<4 where other != voice {
            guard known[other] else {
                isLast = false
                continue
            }
            let (otherBefore, otherNow) = (particles.before[base + other], particles.now[base + other])
            if otherNow >= 0 { classes |= 1 << (otherNow % 12) }
            let own = (voice: voice, from: before, to: now)
            let others = (voice: other, from: otherBefore, to: otherNow)
            let isUpper = voice < other
            if before != now || otherBefore != otherNow {
                sum += guidance[rules].passage(isUpper ? own : others, isUpper ? others : own)
            }
            if pitch != nil || particles.begins[base + other] {
                let (high, low) = (
                    isUpper ? (voice, now) : (other, otherNow), isUpper ? (other, otherNow) : (voice, now)
                )
                sum += guidance[rules].together(high, low)
            }
            if beats[tick] {
                let ownBeat = (voice: voice, from: particles.onBeat[base + voice], to: now)
                let otherBeat = (voice: other, from: particles.onBeat[base + other], to: otherNow)
                sum += guidance[rules].beats(isUpper ? ownBeat : otherBeat, isUpper ? otherBeat : ownBeat)
            }
        }
        guard isLast else { return sum }
        let chord = PitchClasses(bits: classes)
        if chord.chord == nil, classes != 0, !isSuspension(voice, now, particles, base) {
            sum += beats[tick] ? settings.consonance : settings.consonance / 2
        }
        let bass = voice == 3 ? now : particles.now[base + 3]
        if bass >= 0 { sum -= settings.idiom * gain(of: chord, over: bass, tick: tick, voice, now, particles, base) }
        if tick >= lastNote {
            if bass < 0 || !chord.above(bass).isTriadOverRoot { sum += settings.ending }
        } else if task.grid.ticks[tick].endsPhrase == true, !chord.isMajorOrMinor {
            sum += settings.ending / 2
        }
        return sum
    }

    /// What a complete chord gains by the idiom.
    private func gain(
        of chord: PitchClasses, over bass: Int, tick: Int, _ voice: Int, _ now: Int, _ particles: Particles, _ base: Int
    ) -> Float {
        func pitch(_ other: Int) -> Int { other == voice ? now : particles.now[base + other] }
        guard (0..<4).allSatisfy({ pitch($0) >= 0 }) else { return 0 }
        let shape = chord.above(bass)
        let context = task.grid.ticks[tick]
        var gain: Float = 0
        if beats[tick], (0..<4).contains(where: { pitch($0) != particles.before[base + $0] }) {
            gain += idiom.gain(chord: shape)
        }
        if context.endsPhrase == true, let fifths = context.fifths,
            tick == 0 || task.grid.ticks[tick - 1].endsPhrase != true
        {
            gain += idiom.gain(cadence: shape, over: bass - 7 * fifths)
        }
        return gain
    }

    /// True when a note that sounded before is all that keeps what sounds from being a triad or a seventh chord.
    ///
    /// - Parameters:
    ///   - voice: The voice that is being decided, and what it would sound.
    ///   - base: Where the setting's voices begin.
    private func isSuspension(_ voice: Int, _ now: Int, _ particles: Particles, _ base: Int) -> Bool {
        func pitch(_ other: Int) -> Int { other == voice ? now : particles.now[base + other] }
        return (0..<4).contains { held in
            guard pitch(held) >= 0, pitch(held) == particles.before[base + held] else { return false }
            let others = (0..<4).reduce(0) { $1 == held || pitch($1) < 0 ? $0 : $0 | 1 << (pitch($1) % 12) }
            return others != 0 && PitchClasses(bits: others).chord != nil
        }
    }
}
