import Counterpoint
import ScoreModel
import Testing

/// What examples on cards cannot say: how bad a case is, and what phrase ends there.
@Suite struct TendencyDegreeTests {
    private func findings(_ text: String, _ rule: String, _ profile: Profile = .strict) throws -> [Finding] {
        Linter(Settings(profile)).findings(in: try Shorthand(text).score).filter { $0.rule == rule }
    }

    @Test(arguments: [
        ("S D5 E5\nA B4 G4\nT G4 C4\nB G3 C3", Severity.warning),
        ("S D5 G5\nA B4 E5\nT G4 G4\nB G3 C3", .warning),
        ("S D5 E5\nA B4 E4\nT G4 C4\nB G3 C3", .error),
        ("S D5 C5\nA B4 E4\nT G4 G3\nB G3 C3", .warning),
        ("S B4 G4\nA D4 C4\nT G3 E4\nB G3 C3", .error),
        ("S B4 G5\nA G4 C5\nT D4 E4\nB G3 C3", .error),
        ("S B4 C4\nA G4 G4\nT D4 E4\nB G3 C3", .warning),
    ])
    func `A leading tone that completes its tonic from inside, or whose tonic comes elsewhere, is milder`(
        _ voices: String, _ severity: Severity
    ) throws {
        #expect(try findings(voices + "\nH C: V I", "leading-tone-unresolved").map(\.severity) == [severity])
    }

    @Test(arguments: [
        ("S F5 G5\nA B4 C5\nT D4 G4\nB G3 E3", Severity.warning),
        ("S F5 C5\nA B4 E5\nT D4 C4\nB G3 C3", .warning),
        ("S F5 C5\nA B4 C5\nT D4 E4\nB G3 C3", .error),
        ("S D5 C5\nA B4 G4\nT G4/2 F4/2 C4\nB G3 C3", .warning),
    ])
    func `A seventh between the beats, or whose resolution comes elsewhere, is milder`(
        _ voices: String, _ severity: Severity
    ) throws {
        #expect(try findings(voices + "\nH C: V7 I", "seventh-unresolved").map(\.severity) == [severity])
    }

    @Test(arguments: [
        ("S B4^ G4\nA G4 E4\nT D4 C4\nB G3 C3\nH C: V I", "leading-tone-unresolved"),
        ("S F5^ C5\nA B4 C5\nT D4 E4\nB G3 C3\nH C: V7 I", "seventh-unresolved"),
        ("S D5^ C5\nA B4 A4\nT G4 E4\nB E3 A3\nH a: v i", "leading-tone-not-raised"),
    ])
    func `Where a phrase ends before the resolution it is worth knowing`(_ text: String, _ rule: String) throws {
        let found = try findings(text, rule)
        #expect(found.map(\.severity) == [.info])
        #expect(found.map(\.boundary) == [.fermata])
    }

    @Test(arguments: [
        (
            "S F#5 D5\nA C5 B4\nT A4 G4\nB D4 G3\nH C: V7/V V", "leading-tone-unresolved",
            "the leading tone F#5 in Soprano falls to D5 where V7/V goes to V"
        ),
        (
            "S D5 C5\nA B4 C5\nT F4 G4\nB G3 C3\nH C: V7 G: IV", "seventh-unresolved",
            "the seventh F4 in Tenor rises to G4 where V7 in C major goes to IV in G major"
        ),
        (
            "S B4\nA G4\nT B3\nB D3\nH C: V64", "leading-tone-doubled",
            "the leading tone of V64 is doubled: B4 in Soprano, B3 in Tenor"
        ),
        (
            "S C5\nA G4\nT C4\nB C3\nH C: I", "missing-third",
            "I has no third: E is missing"
        ),
        (
            "S C5\nA F4\nT C4\nB F3\nH C: ii65", "missing-root-or-fifth", "ii65 has no root: D is missing"
        ),
        (
            "S C5\nA E4\nT C4\nB G3\nH C: I64", "six-four-doubling", "I64 does not double its bass G, but C"
        ),
    ])
    func `A message says what a musician would`(_ text: String, _ rule: String, _ message: String) throws {
        #expect(try findings(text, rule).map(\.message) == [message])
    }

    @Test func `The upper tone of an augmented sixth is no seventh`() throws {
        #expect(try findings("S F#5\nA C5\nT F#4\nB Ab3\nH C: It6", "seventh-doubled").isEmpty)
    }

    @Test func `An occasional voice that doubles is a texture`() throws {
        let text = """
            S E5*3 D5 E5*4
            A G4*3 F4 G4*4
            B C4*3 ↓B3 C4*4
            H C: I*3 viio6 I*4
            """
        var score = try Shorthand(text).score
        score.parts[0].voices.append("2")
        let note = Note(
            measure: 0, voice: 1, onset: 3, duration: 1, content: .pitched(try #require(Pitch("B4"))))
        score.parts[0].notes.append(note)
        let found = Linter(Settings(.strings)).findings(in: score).filter { $0.rule == "leading-tone-doubled" }
        #expect(found.isEmpty)
        let strict = Linter(Settings(.strict)).findings(in: score).filter { $0.rule == "leading-tone-doubled" }
        #expect(strict.map(\.severity) == [.error])
    }
}
