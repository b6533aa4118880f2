import ScoreModel
import Testing

@Suite struct SoundTests {
    @Test func `says a tempo and nothing else`() throws {
        let tempo = try #require(Tempo(quartersPerMinute: 181 / 2))
        var expected = Sound()
        expected.tempo = 181 / 2
        #expect(Sound(tempo) == expected)
    }

    static let kinds: [Jump.Kind] = [
        .segno("s"), .coda("c"), .dalSegno("s"), .toCoda("c"), .daCapo, .fine, .forwardRepeat,
    ]

    @Test(arguments: kinds) func `says a jump, which the score tells again`(kind: Jump.Kind) {
        #expect(Sound(Jump(kind)) != Sound())
        var score = Score()
        score.parts = [Part(id: "P1")]
        score.parts[0].sounds = [Timed(onset: 4, measure: 1, value: Sound(Jump(kind, passes: [1, 3])))]
        #expect(score.jumps.map(\.value) == [Jump(kind, passes: [1, 3])])
        #expect(score.jumps.map(\.onset) == [4])
    }

    @Test(arguments: [("no", false), ("yes", true), ("4", true)]) func `ends a piece unless it says no`(
        fine: String, ends: Bool
    ) {
        var sound = Sound()
        sound.fine = fine
        var score = Score()
        score.parts = [Part(id: "P1")]
        score.parts[0].sounds = [Timed(onset: 0, measure: 0, value: sound)]
        #expect(score.jumps.contains { $0.value.kind == .fine } == ends)
    }

    @Test func `names its passes as MusicXML does`() {
        #expect(Sound(Jump(.daCapo, passes: [1, 2])).timeOnly == "1, 2")
        #expect(Sound(Jump(.daCapo)).timeOnly == nil)
    }
}
