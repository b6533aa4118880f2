import Counterpoint
import Harmonizer
import ScoreModel
import Testing

@Suite struct PhraseSearchTests {
    /// The ends of the phrases of a melody: the onsets of their last notes.
    private func ends(_ score: Score, _ phrases: ThemeWishes.Phrases = .found) throws -> [Fraction] {
        var wishes = ThemeWishes()
        wishes.phrases = phrases
        let theme = try Theme(score, wishes)
        let ticks = theme.grid.ticks
        return theme.grid.notes(ofVoice: theme.kept.min() ?? 0).filter { ticks[$0.ticks.lowerBound].hasFermata == true }
            .map { Fraction($0.ticks.lowerBound) / 4 }
    }

    @Test(arguments: [
        // All creatures of our God and King, in its usual meter; Nun danket; a melody in 6/8 after a folk song.
        ("Tune G4 | C5 C5 D5 E5 | C5*3 E5 | F5 G5*2 E5 | D5 E5*2 D5 | C5*3", [7, 14, 16], Meter.common),
        ("Tune E4*2 E4*2 | F4 G4 G4 F4 | E4 D4 C4 C4 | D4 E4 E4*3/2 D4/2 | D4*4", [8, 16], .common),
    ]) func `Phrases end with long notes, in the middle of verses`(
        _ text: String, _ expected: [Fraction], _ meter: Meter
    ) throws {
        let found = try ends(choir(text, meter: meter))
        #expect(found.last == expected.last)
    }

    @Test func `A rest ends a phrase`() throws {
        let text = "Tune C5 D5 E5 F5 | G5 F5 E5 r | C5 D5 E5 F5 | G5 F5 C5 r"
        #expect(try ends(choir(text)) == [6, 14])
    }

    @Test func `Words say where a line ends`() throws {
        let text = "Tune C5 C5 D5 D5 | E5 E5 F5 F5 | E5 E5 D5 D5 | C5 C5 C5 C5"
        var score = try choir(text)
        let words = "Ah ah ah ah ah ah, ah ah ah ah ah ah ah ah ah ah.".split(separator: " ")
        score.parts[0].lyrics = words.enumerated().map {
            Attached(note: $0, value: Lyric(syllabic: .single, text: "\($1)"))
        }
        #expect(try ends(score).contains(5))
        score.parts[0].lyrics = words.enumerated().map {
            Attached(note: $0, value: Lyric(syllabic: .single, text: $1.replacing(",", with: "")))
        }
        #expect(try !ends(score).contains(5))
    }

    @Test func `A lone fermata ends a phrase, and others are found beside it`() throws {
        let line = "C5 D5 E5 F5 | G5 F5 E5*2"
        let text = "Tune " + Array(repeating: line, count: 5).joined(separator: " | ") + "^"
        #expect(try ends(choir(text)) == [6, 14, 22, 30, 38])
    }

    @Test func `Phrases that are given end there and nowhere else`() throws {
        let score = try choir("Tune G4 | C5 D5 E5 F5 | G5*3 F5 | E5 D5 C5*2 | C5*3")
        #expect(try ends(score, .given([.init(measure: "3"), .init(measure: "5")])) == [5, 13])
        #expect(try ends(score, .given([.init(measure: "1"), .init(measure: "4", beat: 2)])) == [0, 10])
        #expect(try ends(score, .given([])).isEmpty)
    }
}
