import Counterpoint
import ScoreModel
import Testing

@Suite struct IntervalTests {
    private func event(_ name: String) throws -> Event {
        Event(onset: .zero, end: 1, pitch: try #require(Pitch(name)))
    }

    private func between(_ pair: String, _ spelling: SpellingSource = .written) throws -> Interval {
        let names = pair.split(separator: " ").map(String.init)
        return Interval(between: try event(names[0]), and: try event(names[1]), spelling: spelling)
    }

    @Test(arguments: [
        ("C4 C4", "P1", "P1", "perfect unison"), ("C4 G4", "P5", "P5", "perfect fifth"),
        ("G4 C4", "P5", "P5", "perfect fifth"), ("C4 G5", "P12", "P5", "perfect twelfth"),
        ("B3 F4", "d5", "d5", "diminished fifth"), ("F3 B3", "A4", "A4", "augmented fourth"),
        ("C4 E5", "M10", "M3", "major tenth"), ("C4 C5", "P8", "P8", "perfect octave"),
        ("C3 C5", "P15", "P8", "perfect double octave"), ("G#3 Bb3", "d3", "d3", "diminished third"),
        ("Ab3 B3", "A2", "A2", "augmented second"), ("C4 C#4", "A1", "A1", "augmented unison"),
        ("C4 Cb5", "d8", "d1", "diminished octave"), ("Fb4 B4", "AA4", "AA4", "doubly augmented fourth"),
        ("D4 C5", "m7", "m7", "minor seventh"), ("C4 B4", "M7", "M7", "major seventh"),
        ("C4 B#4", "A7", "A7", "augmented seventh"), ("C2 A4", "M20", "M6", "major 20th"),
    ])
    func `An interval is named by its letters and its size`(
        _ pair: String, _ name: String, _ simple: String, _ words: String
    )
        throws
    {
        let interval = try between(pair)
        #expect(interval.name == name)
        #expect(interval.simpleName == simple)
        #expect(interval.words == words)
    }

    @Test(arguments: [
        ("C4 G4", "P5"), ("B3 F4", "TT"), ("C4 C4", "P1"), ("C4 C5", "P8"), ("C4 Abb4", "P5"), ("C3 F#5", "TT"),
    ])
    func `Where the spelling is inferred only the size counts`(_ pair: String, _ name: String) throws {
        #expect(try between(pair, .inferred).simpleName == name)
    }

    @Test func `A fifth has four letters and seven semitones`() throws {
        #expect(try between("C4 G4").isPerfectFifth)
        #expect(try between("C4 G6").isPerfectFifth)
        #expect(try !between("C4 Abb4").isPerfectFifth)
        #expect(try !between("C4 Gb4").isPerfectFifth)
        #expect(try between("C4 Abb4", .inferred).isPerfectFifth)
        #expect(try !between("G4 C5").isPerfectFifth)
    }

    @Test func `A diminished octave is no octave`() throws {
        #expect(try between("C4 C6").isOctave)
        #expect(try !between("C4 C4").isOctave)
        #expect(try !between("C4 Cb5").isOctaveOrUnison)
        #expect(try !between("C4 Dbb4").isUnison)
        #expect(try between("C4 Dbb4", .inferred).isUnison)
    }

    @Test(arguments: [
        ("F4 G#4", true, false), ("G#4 F4", true, false), ("C4 F#3", false, true), ("F4 B4", true, false),
        ("B4 F4", true, false), ("C4 C#4", true, false), ("Ab3 B2", false, true), ("C4 G4", false, false),
        ("E4 C4", false, false), ("F#4 Bb4", false, true),
    ])
    func `A melodic interval is augmented or diminished whichever way it goes`(
        _ pair: String, _ isAugmented: Bool, _ isDiminished: Bool
    ) throws {
        let names = pair.split(separator: " ").map(String.init)
        let interval = Interval(from: try event(names[0]), to: try event(names[1]))
        #expect(interval.isAugmented == isAugmented)
        #expect(interval.isDiminished == isDiminished)
    }
}
