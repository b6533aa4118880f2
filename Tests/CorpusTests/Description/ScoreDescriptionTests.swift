import Counterpoint
import ScoreModel
import Testing

@testable import Corpus

@Suite struct ScoreDescriptionTests {
    @Test func `parts, length and ranges`() throws {
        var score = try Music.score(Music.chorale)
        score.parts[0].keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: 1, mode: "major"))]
        score.credits.workTitle = "A hymn"
        score.credits.creators = [.init(role: "composer", name: "Nobody"), .init(role: "lyricist", name: "Somebody")]
        score.credits.rights = [.init("free")]
        score.credits.encoding = [.software("Quartet"), .date("2026-11-27")]
        let description = ScoreDescription(SourceReading(score))
        #expect([description.title, description.composer, description.rights] == ["A hymn", "Nobody", "free"])
        #expect(description.software == "Quartet")
        #expect(description.parts.map(\.notes) == [14, 14, 14, 14] && description.notes == 56)
        #expect(description.parts.map(\.lowest) == [67, 62, 55, 43])
        #expect(description.parts.map(\.highest) == [74, 67, 64, 57])
        #expect(description.quarters == 16 && description.measures == 4 && description.polyphony == 4)
        #expect(description.seconds == 8 && description.tempo == nil)
        #expect(description.key?.name == "G major" && description.qualities.isEmpty)
    }

    @Test(arguments: [
        (Key?.some(.traditional(fifths: 1, mode: "major")), Double?.none, HomeKey.Source.written, "G major"),
        (.traditional(fifths: 1), nil, .signature, "G major"),
        (.traditional(fifths: 1, mode: "major"), 0.5, .found, "G major"),
        (nil, nil, .found, "G major"),
    ])
    func `how a key is known`(_ key: Key?, _ confidence: Double?, _ source: HomeKey.Source, _ name: String) throws {
        let tones = ScoreTones(try Music.score(Music.chorale)).tones
        let home = try #require(HomeKey(key, confidence: confidence, tones: tones))
        #expect(home.source == source && home.name == name)
        #expect((home.confidence == nil) == (source == .written))
    }

    @Test func `what to look out for`() throws {
        func qualities(_ text: String, isPlayed: Bool = false, _ change: (inout Score) -> Void = { _ in }) throws
            -> Set<Quality>
        {
            var score = try Music.score(text)
            change(&score)
            return ScoreDescription(SourceReading(score, isPlayed: isPlayed)).qualities
        }
        #expect(try qualities("S C5 D5 | E5*2", isPlayed: true) == [.played])
        #expect(try qualities("S r*2") == [.silent])
        #expect(try qualities("S C5*2\nB r*2") == [.emptyPart])
        #expect(try qualities("S C5*2") { $0 = Music.transposed($0, by: -2) } == [.transposing])
        #expect(
            try qualities("S E5*2") { $0.parts[0].notes[0].content = .unpitched(staffPosition: nil) } == [.unpitched])
        let quarter = Semitones(thousandths: 500)
        #expect(
            try qualities("S E5*2") { $0.parts[0].notes[0].content = .pitched(Pitch(.e, alter: quarter, octave: 5)) }
                == [.microtones])
        #expect(
            try qualities("S C5*2") { score in
                score.parts[0].notes.append(Note(onset: 1, duration: 1, content: .pitched(Pitch(.e, octave: 5))))
            } == [.chords])
        let warning = Diagnostic(code: "odd", severity: .warning, message: "odd")
        let repaired = ScoreDescription(SourceReading(try Music.score("S C5"), diagnostics: [warning]))
        #expect(repaired.qualities == [.repaired] && repaired.diagnostics == 1 && repaired.worst == .warning)
    }

    @Test(arguments: [
        ([1, 4, 4, 3], Fraction(1), 0), ([4, 3, 4, 4], 0, 1), ([4, 4, 5], 0, 0), ([5, 4, 2, 6, 4], 0, 2), ([3], 3, 0),
        ([], 0, 0),
    ])
    func `measures that do not fit their meter`(_ lengths: [Int], _ pickup: Fraction, _ odd: Int) throws {
        let measures = lengths.enumerated().map { index, length in
            Measure(number: "\(index)", onset: .zero, length: Fraction(length))
        }
        let common = Meter([try #require(Meter.Component(beats: [4], beatType: 4))])
        let found = MeasureLengths(measures, [Timed(onset: .zero, measure: 0, value: common)])
        #expect(found.pickup == pickup && found.odd == odd)
    }

    @Test(arguments: [
        ([(0, 1), (1, 2)], 1), ([(0, 2), (1, 2), (1, 3)], 3), ([], 0), ([(0, 4), (1, 2), (2, 3)], 2),
    ])
    func `how many sound at a time`(_ stretches: [(Int, Int)], _ most: Int) {
        #expect(PartDescription.polyphony(stretches.map { (Fraction($0.0), Fraction($0.1)) }) == most)
    }
}
