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
        return theme.grid.notes(ofVoice: theme.kept.min() ?? 0).filter { ticks[$0.ticks.lowerBound].endsPhrase == true }
            .map { Fraction($0.ticks.lowerBound) / 4 }
    }

    @Test(arguments: [
        // Beethoven's Ode to Joy; a hymn from the Southern Harmony.
        (
            """
            Tune E5 E5 F5 G5 | G5 F5 E5 D5 | C5 C5 D5 E5 | E5*3/2 D5/2 D5*2 | E5 E5 F5 G5 | G5 F5 E5 D5 | C5 C5 D5 E5 | D5*3/2 C5/2 C5*2
            """, [7, 14, 23, 30], Meter.common
        ),
        (
            """
            Tune D4 | G4*2 B4/2 G4/2 | B4*2 A4 | G4*2 E4 | D4*2 D4 | G4*2 B4/2 G4/2 | B4*2 A4 | D5*3 | D5*2 B4 | D5*2 B4/2 G4/2 | B4*2 A4 \
            | G4*2 E4 | D4*2 D4 | G4*2 B4/2 G4/2 | B4*2 A4 | G4*3 | G4*2
            """, [10, 22, 34, 46], Meter(3, 4)
        ),
    ]) func `Phrases end with long notes, in the middle of verses`(
        _ text: String, _ expected: [Fraction], _ meter: Meter
    ) throws {
        #expect(try ends(choir(text, meter: meter)) == expected)
    }

    @Test func `A rest ends a phrase`() throws {
        let text = "Tune C5 D5 E5 F5 | G5 F5 E5 r | C5 D5 E5 F5 | G5 F5 C5 r"
        #expect(try ends(choir(text)) == [6, 14])
    }

    @Test func `Words say where a line ends`() throws {
        var score = try choir("Tune C5 C5 D5 D5 | E5 E5 F5 F5 | E5 E5 D5 D5 | C5 C5 D5 D5 | C5 C5")
        let words = "Ah ah ah ah ah ah, ah ah ah ah ah ah, ah ah ah ah ah ah.".split(separator: " ")
        score.parts[0].lyrics = words.enumerated().map {
            Attached(note: $0, value: Lyric(syllabic: .single, text: String($1)))
        }
        #expect(try ends(score) == [5, 11, 17])
        score.parts[0].lyrics = words.enumerated().map {
            Attached(note: $0, value: Lyric(syllabic: .single, text: $1.filter { $0 != "," }))
        }
        #expect(try !ends(score).contains(5))
    }

    @Test func `A lone fermata ends a phrase, and others are found beside it`() throws {
        let line = "C5 D5 E5 F5 | G5 F5 E5*2"
        let text = "Tune " + [String](repeating: line, count: 5).joined(separator: " | ") + "^"
        #expect(try ends(choir(text)) == [6, 14, 22, 30, 38])
    }

    @Test func `Phrases that are given end there and nowhere else`() throws {
        let score = try choir("Tune G4 | C5 D5 E5 F5 | G5*3 F5 | E5 D5 C5*2 | C5*3")
        #expect(try ends(score, .given([.init(measure: "3"), .init(measure: "5")])) == [5, 13])
        #expect(try ends(score, .given([.init(measure: "1"), .init(measure: "4", beat: 2)])) == [0, 10])
        #expect(try ends(score, .given([])).isEmpty)
    }
}
