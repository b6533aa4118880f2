import ScoreModel

/// Finds the tones that are foreign to their chords, and tells what they are from how they are reached and left.
///
/// The names are those of Aldwell & Schachter, Harmony and Voice Leading, and Kostka & Payne, Tonal Harmony. Notes that are only struck
/// again count as one.
struct OrnamentReading {
    private let passage: Passage
    private let chords: [ChordSpan]
    /// For each moment, the chord that holds from then on, or -1.
    private let chordAt: [Int32]
    private(set) var ornaments: [Ornament] = []

    init(_ passage: Passage, _ chords: [ChordSpan]) {
        self.passage = passage
        self.chords = chords
        var chordAt = [Int32](repeating: -1, count: passage.moments.count)
        for (index, chord) in chords.enumerated() {
            for moment in chord.moments { chordAt[moment] = Int32(index) }
        }
        self.chordAt = chordAt
        for voice in passage.voices.indices {
            for index in passage.voices[voice].events.indices { read(index, in: voice) }
        }
        ornaments.sort { ($0.moment, $0.voice) < ($1.moment, $1.voice) }
    }

    private mutating func read(_ index: Int, in voice: Int) {
        let event = passage.voices[voice].events[index]
        guard let moment = firstForeignMoment(of: event) else { return }
        let line = OrnamentLine(passage, voice: voice, event: index) { isForeign($0, at: $1) }
        let wasChordTone = moment > event.moment || line.isPrepared
        let chord = Int(chordAt[moment])
        let kind = wasChordTone ? kindOfHeld(line, event) : kindOfStruck(line, event)
        var figure: String?
        if kind == .suspension || kind == .retardation {
            figure = self.figure(of: event, voice: voice, at: moment, isUpward: kind == .retardation)
        }
        ornaments.append(
            Ornament(
                voice: voice, event: index, moment: moment, chord: chord, kind: kind, figure: figure,
                confidence: chords[chord].confidence))
    }

    /// What a tone is that belonged to the chord before.
    private func kindOfHeld(_ line: OrnamentLine, _ event: Event) -> Ornament.Kind? {
        if let next = line.next {
            if next.isStep(from: event), next.height < event.height { return .suspension }
            if next.isStep(from: event), next.height > event.height {
                return line.endsAsChordTone ? .pedal : .retardation
            }
            // Other notes of the chord may come before the resolution.
            if let later = line.afterNext, later.steps == event.steps - 1 { return .suspension }
        }
        return line.endsAsChordTone ? .pedal : nil
    }

    /// What a tone is that is foreign where it is struck.
    private func kindOfStruck(_ line: OrnamentLine, _ event: Event) -> Ornament.Kind? {
        if line.becomesChordTone { return .anticipation }
        let isReached = line.previous.map { event.isStep(from: $0) } ?? false
        guard let next = line.next else { return nil }
        if next.isStep(from: event) {
            guard let previous = line.previous, isReached else { return .appoggiatura }
            let goesOn = (previous.height < event.height) == (event.height < next.height)
            return goesOn ? .passing : .neighbour
        }
        guard let previous = line.previous, isReached else { return nil }
        let isUpward = event.height > previous.height
        if (next.height > event.height) != isUpward { return .escape }
        // The changing note of Fux: by step, on by a third, and back by step.
        guard abs(next.steps - event.steps) == 2, let later = line.afterNext else { return nil }
        return later.isStep(from: next) && (later.height > next.height) != isUpward ? .cambiata : nil
    }

    private func isForeign(_ event: Event, at moment: Int) -> Bool {
        guard chordAt.indices.contains(moment), chordAt[moment] >= 0 else { return false }
        return chords[Int(chordAt[moment])].chord.member(event.pitchClass) == nil
    }

    private func firstForeignMoment(of event: Event) -> Int? {
        (event.moment..<max(event.moment, event.endMoment)).first { isForeign(event, at: $0) }
    }

    /// The intervals above the bass of a dissonance and its resolution; of a suspended bass, to the voice that it rubs against.
    private func figure(of event: Event, voice: Int, at moment: Int, isUpward: Bool) -> String? {
        guard let bass = passage.mainVoices.last else { return nil }
        if voice == bass {
            let above = passage.voices.indices.compactMap { passage.event($0, at: moment) }
                .map { ($0.steps - event.steps).modulo(7) + 1 }
            return [2, 4, 7].first(where: above.contains).map { "\($0)-\(isUpward ? $0 - 1 : $0 + 1)" }
        }
        guard let low = passage.event(bass, at: moment) else { return nil }
        var first = (event.steps - low.steps).modulo(7) + 1
        if first <= 2 { first += 7 }
        return "\(first)-\(isUpward ? first + 1 : first - 1)"
    }
}
