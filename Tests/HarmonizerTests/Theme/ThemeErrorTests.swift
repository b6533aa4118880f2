import Counterpoint
import Harmonizer
import ScoreModel
import Testing

@Suite struct ThemeErrorTests {
    private func error(_ score: Score, _ wishes: ThemeWishes = ThemeWishes()) -> ThemeError? {
        do throws(ThemeError) {
            _ = try Theme(score, wishes)
            return nil
        } catch {
            return error
        }
    }

    private func keeping(_ roles: Set<Role>) -> ThemeWishes {
        var wishes = ThemeWishes()
        wishes.kept = roles
        return wishes
    }

    @Test func `A score without notes`() throws {
        #expect(error(Score())?.code == .noNotes)
        #expect(try error(choir("S r*4\nB r*4"))?.code == .noNotes)
    }

    @Test func `Drums alone`() throws {
        var score = try choir("Drum C5*4")
        score.parts[0].notes[0].content = .unpitched(staffPosition: nil)
        #expect(error(score)?.description == "part P1, measure 1: the notes have no pitch [unpitched]")
    }

    @Test func `A chord in a voice that is kept`() throws {
        var score = try choir("Tune C5*4 | D5*4")
        var chord = score.parts[0].notes[1]
        chord.content = .pitched(Pitch(.f, octave: 5))
        chord.traits = .chordMember
        score.parts[0].notes.append(chord)
        let found = error(score)
        #expect(found?.code == .polyphony)
        #expect(found?.place.measure == "2")
    }

    @Test func `Notes that overlap in a voice that is kept`() throws {
        var score = try choir("S C5*2 D5*2\nA E4*4\nT G3*4\nB C3*4")
        score.parts[0].notes[0].duration = 3
        #expect(error(score)?.code == .polyphony)
        #expect(error(score, keeping([.bass])) == nil)
    }

    @Test func `Ranges wider than any voice's`() throws {
        #expect(try error(choir("Tune C4*2 C6*2"))?.code == .rangeTooWide)
        #expect(try error(choir("S C5*4\nB C5*4"))?.code == nil)
        #expect(try error(choir("S D4*4\nB F5*4"))?.code == .rangeTooWide)
    }

    @Test func `A voice that is not there`() throws {
        let score = try choir("S C5*4\nA G4*4")
        #expect(error(score, keeping([.tenor]))?.code == .voiceMissing)
        #expect(error(score, keeping([.alto])) == nil)
        #expect(try error(choir("X C5*4"), keeping([.tenor])) == nil)
        #expect(error(score, keeping([]))?.code == .voiceMissing)
    }

    @Test func `Five voices of which none is known`() throws {
        var score = try choir("V C5*4\nW C5*4\nX C5*4\nY C5*4\nZ C5*4")
        var chord = score.parts[0].notes[0]
        chord.content = .pitched(Pitch(.f, octave: 5))
        chord.traits = .chordMember
        score.parts[0].notes.append(chord)
        #expect(error(score)?.code == .voicesUnclear)
    }

    @Test func `Longer than music`() throws {
        var score = try choir("Tune C5")
        score.measures[0].length = 100_000_000
        #expect(error(score)?.code == .tooLong)
    }

    @Test(arguments: ["9", "2"]) func `Phrases that end nowhere`(_ measure: String) throws {
        var wishes = ThemeWishes()
        wishes.phrases = .given([.init(measure: measure, beat: 4)])
        #expect(try error(choir("Tune C5*4 | D5*3 r | C5*4"), wishes)?.code == .phraseMissing)
    }
}
