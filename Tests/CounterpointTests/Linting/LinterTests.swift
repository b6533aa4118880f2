import Counterpoint
import ScoreModel
import Testing

@Suite struct LinterTests {
    private func findings(_ text: String, _ profile: Profile = .chorale, spelling: SpellingSource = .written) throws
        -> [Finding]
    {
        Linter(Settings(profile)).findings(in: try Shorthand(text).score, spelling: spelling)
    }

    private func severities(_ text: String, _ rule: String, _ profile: Profile = .chorale) throws -> [Severity] {
        try findings(text, profile).filter { $0.rule == rule }.map(\.severity)
    }

    @Test func `Across a fermata a parallel is worth knowing, and told as such`() throws {
        let found = try findings("S C5^ D5\nB F3^ G3").filter { $0.rule == "parallel-fifths" }
        #expect(found.map(\.severity) == [.info])
        #expect(found.map(\.boundary) == [.fermata])
    }

    @Test(arguments: [
        (Profile.strict, Severity.error), (.chorale, .error), (.bach, .warning), (.strings, .warning),
    ])
    func `Off the beat and by step, parallel fifths are milder in Bach`(_ profile: Profile, _ severity: Severity) throws
    {
        let text = "S E5 D5/2 C5/2 C5*2\nT C5 G4/2 F4/2 E4*2"
        #expect(try severities(text, "parallel-fifths", profile) == [severity])
        #expect(try severities("S C5 D5\nB F3 G3", "parallel-fifths", .bach) == [.error])
    }

    @Test(arguments: [
        ("S C5/2 G5/2 C5\nT F4/2 C5/2 C4", Severity.error), ("S G5/2 A5/2 C5\nT C4/2 D5/2 C4", .warning),
        ("S G4/2 A5/2 C5\nT C4/2 D4/2 C4", .warning),
    ])
    func `Off the beat it needs one voice that goes by step`(_ text: String, _ severity: Severity) throws {
        #expect(try severities(text, "parallel-fifths", .bach) == [severity])
    }

    @Test func `Unequal fifths with the bass matter more`() throws {
        let text = "S F5 G5\nA B4 C5\nB G3 C3"
        #expect(try severities(text, "unequal-fifths") == [.info])
        #expect(try severities("S F5 G5\nB B3 C4", "unequal-fifths") == [.warning])
    }

    @Test func `Contrary octaves in the last motion are worth knowing`() throws {
        #expect(try severities("S G4 C5\nB G3 C3", "contrary-octaves") == [.info])
        #expect(try severities("S G4 C5 D5\nB G3 C3 D3", "contrary-octaves") == [.warning])
        #expect(try severities("S G4 C5 r\nB G3 C3 D3", "contrary-octaves") == [.warning])
        #expect(try severities("S G4 C5 D5\nB G3 C3 r", "contrary-octaves") == [.warning])
    }

    @Test func `Beyond what Bach reaches a range is an error`() throws {
        #expect(try severities("S A5 Bb5", "voice-range") == [.warning, .error])
        #expect(try severities("Vl1 F#3 Bb6 F7", "instrument-range", .strings) == [.error, .info, .warning])
    }

    @Test func `Crossing of inner voices is milder in Bach`() throws {
        #expect(try severities("S C5\nA D4\nT E4\nB C3", "voice-crossing", .bach) == [.info])
        #expect(try severities("S C4\nA D4\nT C4\nB C3", "voice-crossing", .bach) == [.warning])
        #expect(try severities("S C5\nA G4\nT C3\nB D3", "voice-crossing", .bach) == [.warning])
    }

    @Test func `What was set takes the place of the profile's severity`() throws {
        var settings = Settings(.chorale)
        settings.severities = ["parallel-fifths": .info, "spacing-upper": .off, "tessitura": .warning]
        let score = try Shorthand("S C5 D5 D5 D5\nA C4 C4 C4 C4\nB F3 G3 G3 G3").score
        let found = Linter(settings).findings(in: score)
        #expect(found.filter { $0.rule == "parallel-fifths" }.map(\.severity) == [.info])
        #expect(!found.contains { $0.rule == "spacing-upper" })
    }

    @Test func `Findings are in the order of time, then of rules, then of voices`() throws {
        let found = try findings("S C5 D5 E5\nA G4 A4 B4\nT E4 F4 G4\nB C3 D3 E3")
        for (one, next) in zip(found, found.dropFirst()) {
            let isInOrder =
                if one.at != next.at {
                    one.at < next.at
                } else if one.rule != next.rule {
                    one.rule < next.rule
                } else {
                    one.voices.lexicographicallyPrecedes(next.voices)
                }
            #expect(isInOrder)
        }
        #expect(found.count > 4)
    }

    @Test func `A guess about spelling is at most a warning, and says that it is one`() throws {
        let found = try findings("S F4 G#4", spelling: .inferred).filter { $0.rule == "melodic-augmented" }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.map { $0.confidence < 1 } == [true])
        let fifths = try findings("S C5 D5\nB F3 Abb3", spelling: .inferred).filter { $0.rule == "parallel-fifths" }
        #expect(fifths.map(\.severity) == [.error])
        #expect(fifths.map(\.confidence) == [1])
    }

    @Test func `A finding has its place, voices, notes, intervals and motion`() throws {
        let finding = try #require(
            try findings("S G5*4 | C5 D5\nB E3*4 | F3 G3").first { $0.rule == "parallel-fifths" })
        #expect(finding.at == 5)
        #expect(finding.place.measure == "2" && finding.place.beat == 2)
        #expect(finding.voices == [0, 1])
        #expect(finding.labels == ["Soprano", "Bass"])
        #expect(finding.notes.map { "\($0.pitch)@\($0.onset)" } == ["C5@4", "D5@5", "F3@4", "G3@5"])
        #expect(finding.intervals == ["P5", "P5"])
        #expect(finding.motion == .parallel)
        #expect(finding.boundary == nil)
    }

    @Test func `A doubling takes the place of its parallels and knows its length`() throws {
        let found = try findings("Vl1 F5 E5 D5 C5\nVa F4 E4 D4 C4", .strings)
        #expect(found.map(\.rule) == ["doubling-run"])
        #expect(found[0].at == 1 && found[0].end == 4)
        #expect(found[0].notes.count == 8)
        #expect(found[0].message == "Violin I and Viola double each other in 3 parallel octaves")
    }

    @Test(arguments: [
        ("S C5 D5 E5 F5\nA C4 D4 E4 F4", "doubling-run", Severity.error),
        ("S C5 D5 E5 F5\nOboe C4 D4 E4 F4", "doubling-run", .info),
        ("I C5 D5 E5 F5\nJ C4 D4 E4 F4", "doubling-run", .error),
        ("Vl1 C5 D5 E5 F5\nVa C4 D4 E4 F4", "doubling-run", .info),
        ("T C4 D4\nB C4 D4", "parallel-unisons", .error), ("T C4 D4\nOboe C4 D4", "parallel-unisons", .info),
        ("Vl1 C4 D4\nVl2 C4 D4", "parallel-unisons", .info),
    ])
    func `An instrument may go with a voice`(_ text: String, _ rule: String, _ severity: Severity) throws {
        #expect(try severities(text, rule) == [severity])
    }

    @Test func `How long a doubling is can be set`() throws {
        var settings = Settings(.strings)
        settings.limits.doublingLength = 4
        let found = Linter(settings).findings(in: try Shorthand("Vl1 F5 E5 D5 C5\nVa F4 E4 D4 C4").score)
        #expect(found.map(\.rule) == ["parallel-octaves", "parallel-octaves", "parallel-octaves"])
    }

    @Test(arguments: [
        ("S C5 E5\nA G4 A4\nT E4 F4\nB C3 D3", "all-voices-same-direction", "all voices move up"),
        ("S E5 C5\nA A4 G4\nT F4 E4\nB D3 C3", "all-voices-same-direction", "all voices move down"),
        ("S G4 C5\nB A2 C3", "direct-octaves", "a direct octave between Soprano and Bass"),
        ("A G4 C4\nT E4 C4", "direct-octaves", "a direct unison between Alto and Tenor"),
        ("S C5\nA G4\nT C3\nB C3", "spacing-upper", "Alto and Tenor are a perfect twelfth apart"),
        ("S C4 A4", "leap-recovery", nil),
        ("S C5 F#4 E4", "melodic-diminished", "Soprano leaps down a diminished fifth and does not turn back by step"),
    ])
    func `A message says what is wrong in words`(_ text: String, _ rule: String, _ message: String?) throws {
        #expect(try findings(text).first { $0.rule == rule }?.message == message)
    }

    @Test(arguments: [
        ("S C5 D5\nB F3 G3", "parallel-fifths", Motion.Kind.parallel),
        ("S D5 E5\nB G4 A3", "contrary-fifths", .contrary),
        ("S E4 A4\nB C3 D3", "direct-fifths", .similar),
        ("S C5 D5\nB C3 D4", "parallel-octaves", .parallel),
    ])
    func `A finding tells how the voices move`(_ text: String, _ rule: String, _ kind: Motion.Kind) throws {
        #expect(try findings(text).first { $0.rule == rule }?.motion == kind)
    }

    @Test(arguments: ["A E4*2 G4*2\nT C4*2 F4*2", "A G4*2 D4*2\nT E4*2 C4*2"])
    func `The notes of a finding go from top to bottom`(_ text: String) throws {
        let finding = try #require(try findings(text).first { $0.rule == "voice-overlap" })
        #expect(finding.notes.map(\.voice) == [0, 1])
    }
}
