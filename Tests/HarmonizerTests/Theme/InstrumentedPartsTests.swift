import Counterpoint
import Harmonizer
import MusicXML
import ScoreModel
import Testing

/// Who performs what is composed.
@Suite struct InstrumentedPartsTests {
    private func theme(_ text: String, _ ensemble: Ensemble, _ instrumentation: Ensemble? = nil) throws -> Theme {
        var wishes = ThemeWishes(ensemble)
        wishes.instrumentation = instrumentation
        return try Theme(choir(text), wishes)
    }

    private static let chorale = "S C5*2 D5*2\nA G4*2 G4*2\nT E4*2 D4*2\nB C3*2 B2*2"

    @Test func `Singers become strings where a quartet is composed`() throws {
        let theme = try theme(Self.chorale, .strings)
        #expect(theme.score.parts.map(\.name) == ["Violin I", "Violin II", "Viola", "Cello"])
        #expect(theme.score.parts.map(\.abbreviation) == ["Vln. I", "Vln. II", "Vla.", "Vc."])
        #expect(theme.score.parts.map { $0.clefs.first?.value } == [.treble, .treble, .alto, .bass])
        #expect(theme.score.parts.map { $0.instruments.first?.midi?.program } == [40, 40, 41, 42])
        #expect(theme.score.parts[0].notes.map(\.pitch) == (try choir(Self.chorale)).parts[0].notes.map(\.pitch))
        #expect(theme.reading.places.map(\.role) == [.violin1, .violin2, .viola, .cello])
        #expect(theme.reading.grid.vocabulary == .strings)
        #expect(try theme.score.violations().isEmpty)
    }

    @Test func `A model of chorales can be asked to write for strings, and leaves singers alone otherwise`() throws {
        let strings = try theme(Self.chorale, .choir, .strings)
        #expect(strings.score.parts.map(\.name) == ["Violin I", "Violin II", "Viola", "Cello"])
        #expect(strings.reading.grid.vocabulary == .voices)
        let choir = try theme(Self.chorale, .choir)
        #expect(choir.reading.places.map(\.role) == [.soprano, .alto, .tenor, .bass])
    }

    @Test func `Whoever plays a tune keeps it, unless somebody says who is to`() throws {
        let tune = "Flute C5*2 D5*2 | E5*4"
        let kept = try theme(tune, .strings)
        #expect(kept.score.parts.map(\.name) == ["Flute", "Violin II", "Viola", "Cello"])
        let given = try theme(tune, .strings, .strings)
        #expect(given.score.parts.map(\.name) == ["Violin I", "Violin II", "Viola", "Cello"])
    }

    @Test func `Double stops are no reason to refuse a part that strings play`() throws {
        var score = try quartet("C5*4")
        var note = score.parts[2].notes[0]
        note.traits.insert(.chordMember)
        note.content = .pitched(Pitch(.e, octave: 4))
        score.parts[2].notes.append(note)
        var wishes = ThemeWishes(.strings)
        wishes.kept = [.viola]
        #expect(try Theme(score, wishes).kept == [2])
        var choral = ThemeWishes(.choir)
        choral.kept = [.tenor]
        #expect(throws: ThemeError.self) { try Theme(score, choral) }
    }

    @Test func `Instruments rest where they like: silence of the theme is no silence of all`() throws {
        let tune = "Vl1 C5*4 | r*4 | C5*4"
        let strings = try theme(tune, .strings)
        #expect(strings.grid.line(1).allSatisfy { "? ".contains($0) })
        let choir = try theme(tune, .choir)
        #expect(choir.grid.line(1).contains("."))
    }
}
