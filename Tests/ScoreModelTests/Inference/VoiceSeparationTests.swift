import ScoreModel
import TestSupport
import Testing

@Suite struct VoiceSeparationTests {
    /// Lines from the highest, whose tones are joined and found again.
    static let polyphony: [[String]] = [
        // A chorale's beginning: steps against each other.
        ["72 1, 71 1, 72 1, 74 2", "67 1, 67 1, 67 1, 67 2", "64 1, 62 1, 64 1, 65 1, 65 1", "48 1, 55 1, 52 1, 47 2"],
        // Passing notes within held ones.
        ["67 1/2, 65 1/2, 64 1", "60 2", "48 1, 50 1/2, 52 1/2"],
        // A voice that rests and enters again.
        ["72 1, 74 1, 76 1, 77 1", "60 1, - 2, 62 1"],
        // A late entry.
        ["- 2, 79 1, 77 1, 76 1", "67 1, 69 1, 67 1, 65 1, 64 1"],
        // The melody dips below a voice that holds, and returns.
        ["67 1, 62 1, 67 1, 66 1", "64 3, 62 1", "43 1, 45 1, 47 1, 50 1"],
        // Two voices meet on one key.
        ["64 1, 62 1, 60 1, 62 1", "57 1, 59 1, 60 1, 59 1"],
        // Suspensions: no two tones begin together.
        ["72 2, 71 2, 69 2", "- 1, 64 2, 62 2, 60 1"],
    ]

    @Test(arguments: polyphony) func `lines that are joined are found again`(_ lines: [String]) {
        let joined = lines.enumerated().flatMap { voice, line in [Tone](line).map { (voice, $0) } }
            .sorted { ($0.1.onset, $0.1.key) < ($1.1.onset, $1.1.key) }
        let found = VoiceSeparation(joined.map(\.1))
        #expect(found.count == lines.count)
        for (voice, line) in lines.enumerated() {
            let own = zip(joined, found.voices).filter { $0.1 == voice }.map(\.0.1)
            #expect(own == [Tone](line))
        }
    }

    @Test(arguments: ["60 1, 62 1, 64 1", "60 1/4, 90 4, 30 1/4", "- 8, 60 1, - 30, 61 1"])
    func `a melody is one voice`(_ line: String) {
        let found = VoiceSeparation([Tone](line))
        #expect(found.count == 1 && found.confidence == 1)
    }

    @Test func `a melody whose tones overlap slightly is one voice`() {
        let tones = [Tone]("60 1, 62 1, 64 1/2, 65 1/2, 67 1").map { tone in
            Tone(onset: tone.onset, duration: tone.duration + 1 / 7, key: tone.key)
        }
        #expect(VoiceSeparation(tones).count == 1)
    }

    @Test func `a tone that was held too long makes no further voice`() {
        var upper = [Tone]("72 1, 74 1, 76 1/2, 74 1/2, 72 1, 71 1, 72 1, 74 1, 72 2")
        upper[2].duration = 3 / 4
        let lower = [Tone]("60 1, 59 1, 60 1, 64 1, 62 1, 60 1, 59 1, 60 2")
        let found = VoiceSeparation(upper + lower)
        #expect(found.voices == upper.map { _ in 0 } + lower.map { _ in 1 })
    }

    @Test func `more tones than voices share one`() {
        let chord = [60, 64, 67, 72].map { Tone(onset: 0, duration: 1, key: $0) }
        #expect(VoiceSeparation(chord).voices == [3, 2, 1, 0])
        #expect(VoiceSeparation(chord, most: 2).count == 2)
        #expect(VoiceSeparation(chord, most: -1).count == 1)
    }

    @Test func `chords may be one voice`() {
        let chords = [Tone]("60 1, 62 1, 60 2") + [Tone]("64 1, 65 1, 64 2")
        #expect(VoiceSeparation(chords, allowsChords: true).count == 1)
        #expect(VoiceSeparation(chords + [Tone]("48 4"), allowsChords: true).count == 2)
    }

    @Test func `no tones have no voices`() {
        let found = VoiceSeparation([])
        #expect(found.count == 0 && found.voices.isEmpty)
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `a voice has one tone at a time, whatever the tones`(seed: UInt64) {
        var generator = SeededGenerator(seed)
        let tones = (0..<60).map { _ in
            Tone(
                onset: Fraction(.random(in: 0..<30, using: &generator)),
                duration: Fraction(.random(in: 1...4, using: &generator)), key: .random(in: 30...90, using: &generator))
        }
        let voices = VoiceSeparation(tones).voices
        for (index, tone) in tones.enumerated() {
            for (other, later) in tones.enumerated() where other != index && voices[other] == voices[index] {
                #expect(later.onset >= tone.end || tone.onset >= later.end)
            }
        }
    }

    @Test func `hundreds of tones at a time are put in layers`() {
        let tones = (0..<300).map { Tone(onset: Fraction($0 / 100), duration: 1, key: $0 % 100) }
        #expect(VoiceSeparation(tones).count == 100)
        #expect(VoiceSeparation(tones, allowsChords: true).count == 1)
    }

    @Test func `times and keys without bounds are judged`() {
        let tones = (1...40).map { number in
            Tone(
                onset: Fraction(Int.max / number), duration: Fraction(Int.max),
                key: number.isMultiple(of: 2) ? .max : .min)
        }
        #expect(VoiceSeparation(tones).voices.count == 40)
        #expect(HandSeparation(tones).isLower.count == 40)
        #expect(Texture(tones).confidence <= 1)
    }
}
