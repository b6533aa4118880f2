import ScoreModel
import StandardMIDI
import Testing

@Suite struct SungTextTests {
    /// Four quarter notes, each with the lyrics that are given for it.
    static func part(_ lyrics: [Lyric]...) -> Part {
        Part([("C4", 1), ("D4", 1), ("E4", 1), ("F4", 1)]).with { part in
            for (note, lyrics) in lyrics.enumerated() {
                part.lyrics += lyrics.map { Attached(note: note, value: $0) }
            }
        }
    }

    /// The lyric events of a score, with their ticks.
    static func lyrics(_ score: Score) -> [String] {
        let track = score.midiFile().file.tracks[1]
        return track.metaEvents.filter { $0.event.type == .lyric }.map { tick, event in
            "\(tick) \(String(decoding: event.bytes, as: UTF8.self).debugDescription)"
        }
    }

    static func verse(_ number: String, _ text: String, _ syllabic: Lyric.Syllabic = .single) -> Lyric {
        Lyric(number: number, syllabic: syllabic, text: text)
    }

    @Test func `a space ends a word, and lines and paragraphs have their signs`() {
        var (line, paragraph) = (Lyric(syllabic: .end, text: "le,"), Lyric(text: "Kyrie."))
        line.endsLine = true
        paragraph.endsParagraph = true
        let part = SungTextTests.part(
            [Lyric(syllabic: .begin, text: "A")], [Lyric(syllabic: .middle, text: "gno")], [line], [paragraph])
        #expect(
            SungTextTests.lyrics(Score(part))
                == [#"0 "A""#, #"480 "gno""#, #"960 "le, \r""#, #"1440 "Kyrie. \n""#])
    }

    @Test func `syllables that are sung on one note are one event`() {
        let part = SungTextTests.part([
            Lyric(syllabic: .end, text: "sto"), Lyric(syllabic: .single, text: "e", elision: "\u{203F}"),
        ])
        #expect(SungTextTests.lyrics(Score(part)) == ["0 \"sto\u{203F}e \""])
    }

    @Test func `the second verse is sung on the second pass, whatever the order in the file`() {
        let part = SungTextTests.part([SungTextTests.verse("2", "two"), SungTextTests.verse("1", "one")])
        let score = Score(part).repeating(1, 1)
        #expect(SungTextTests.lyrics(score) == [#"0 "one ""#, #"1920 "two ""#])
        #expect(score.losses.isEmpty)
    }

    @Test func `a refrain with one verse is sung on each pass`() {
        let part = SungTextTests.part([SungTextTests.verse("1", "la")])
        #expect(SungTextTests.lyrics(Score(part).repeating(1, 1)) == [#"0 "la ""#, #"1920 "la ""#])
    }

    @Test func `where another verse is sung in the measure, the first is not sung again`() {
        let part = SungTextTests.part(
            [SungTextTests.verse("1", "one"), SungTextTests.verse("2", "two")], [SungTextTests.verse("1", "more")])
        #expect(
            SungTextTests.lyrics(Score(part).repeating(1, 1)) == [#"0 "one ""#, #"480 "more ""#, #"1920 "two ""#])
    }

    @Test func `time-only decides`() {
        var second = Lyric(text: "again")
        second.timeOnly = "2"
        #expect(SungTextTests.lyrics(Score(SungTextTests.part([second])).repeating(1, 1)) == [#"1920 "again ""#])
    }

    @Test func `verses that nobody sings are lost`() {
        let part = SungTextTests.part([
            SungTextTests.verse("1", "one"), SungTextTests.verse("2", "two"), SungTextTests.verse("3", "three"),
        ])
        #expect(Score(part).repeating(1, 1).losses == ["lyric: 1"])
    }

    @Test(.timeLimit(.minutes(5))) func `many lyrics on a note that is repeated without end are not sung for ever`() {
        let part = SungTextTests.part(Array(repeating: SungTextTests.verse("1", "la"), count: 400_000))
        var score = Score(part).repeating(1, 1)
        score.parts[0].barlines[1].value.repeat = .backward(times: 4000, afterJump: false)
        let (file, losses) = score.midiFile()
        #expect(file.tracks[1].metaEvents.filter { $0.event.type == .lyric }.count == 2)
        #expect(losses.isEmpty)
    }
}
