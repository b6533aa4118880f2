import ScoreModel
import Testing

@Suite struct ScoreTonesTests {
    @Test func `tied notes are one tone, and graces come before the beat`() {
        var score = ScoreRespelledTests.score(Array(repeating: Pitch(.c, octave: 4), count: 3), fifths: 0)
        score.parts[0].notes[0].tiedTo = 1
        score.parts[0].notes[1].tiedFrom = 0
        score.parts[0].notes[2].traits = .grace
        score.parts[0].notes[2].duration = 0
        let found = ScoreTones(score)
        #expect(
            found.tones == [
                Tone(onset: 0, duration: 2, key: 60),
                Tone(onset: Fraction(31, over: 16) ?? 0, duration: 1 / 16, key: 60),
            ])
        #expect(found.places.map(\.notes) == [[0, 1], [2]])
    }

    @Test func `each voice of each part is a line`() {
        var score = ScoreRespelledTests.score([Pitch(.c, octave: 4), Pitch(.e, octave: 4)], fifths: 0)
        score.parts[0].voices = ["1", "2"]
        score.parts[0].notes[1].voice = 1
        score.parts.append(score.parts[0])
        #expect(Set(ScoreTones(score).lines).count == 4)
    }
}
