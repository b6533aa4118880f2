import ScoreModel
import Testing

@Suite struct MeterFindingTests {
    /// A bass note on each downbeat under a chord on each other beat.
    private func waltz(beats: Int, measures: Int, pickup: Int = 0, beat: Fraction = 1) -> [Tone] {
        let chords: [[Int]] = [[60, 64, 67], [59, 65, 67], [60, 65, 69], [59, 62, 67]]
        let basses = [48, 43, 41, 43]
        let upbeat = (0..<pickup).map { Tone(onset: beat * Fraction($0), duration: beat, key: 72) }
        return upbeat
            + (0..<measures).flatMap { measure -> [Tone] in
                let start = beat * Fraction(pickup + measure * beats)
                let bass = Tone(onset: start, duration: beat * Fraction(beats), key: basses[measure % 4])
                let chord = (1..<beats).flatMap { number in
                    chords[measure % 4].map { Tone(onset: start + beat * Fraction(number), duration: beat, key: $0) }
                }
                let melody = Tone(onset: start, duration: beat * 2, key: 72 + measure % 3)
                return [bass, melody] + chord
            }
    }

    @Test func `three beats to a bass note are a waltz`() {
        let found = MeterFinding(waltz(beats: 3, measures: 16))
        #expect(found.meter.description == "3/4" && found.pickup == .zero && found.confidence > 0.5)
    }

    @Test func `four beats to a bass note are common time`() {
        #expect(MeterFinding(waltz(beats: 4, measures: 16)).meter.description == "4/4")
    }

    @Test(arguments: [(3, 1), (3, 2), (4, 1)]) func `an upbeat is no measure`(beats: Int, pickup: Int) {
        let found = MeterFinding(waltz(beats: beats, measures: 16, pickup: pickup))
        #expect(found.meter.length == Fraction(beats) && found.pickup == Fraction(pickup))
    }

    @Test func `silence before the first tone is part of a measure`() {
        let late = waltz(beats: 3, measures: 16).map { Tone(onset: $0.onset + 7, duration: $0.duration, key: $0.key) }
        let found = MeterFinding(late)
        #expect(found.meter.description == "3/4" && found.pickup == 1)
    }

    @Test func `the order of the tones is of no account`() {
        let tones = waltz(beats: 3, measures: 8, pickup: 1)
        let (forwards, backwards) = (MeterFinding(tones), MeterFinding(tones.reversed()))
        #expect(forwards.meter == backwards.meter && forwards.pickup == backwards.pickup)
    }

    @Test func `where there is nothing, there is no confidence`() {
        let found = MeterFinding([])
        #expect(found.meter.description == "4/4" && found.pickup == .zero && found.confidence == 0)
    }

    @Test func `hostile tones have a meter`() {
        let times: [Fraction] = [Fraction(Int.min), -1, 0, Fraction(1) / Fraction(Int.max), Fraction(Int.max)]
        let tones = times.flatMap { onset in times.map { Tone(onset: onset, duration: $0, key: Int.max) } }
        let found = MeterFinding(tones)
        #expect((0...1).contains(found.confidence) && found.pickup >= .zero)
    }
}
