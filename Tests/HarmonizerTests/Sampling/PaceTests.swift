import Counterpoint
import ScoreModel
import Testing

@testable import Harmonizer

/// How slow themes push strings to move.
struct PaceTests {
    private static func pace(_ top: String, _ vocabulary: Vocabulary = .strings, keeping kept: Set<Int> = [0]) throws
        -> Pace
    {
        let score = try Shorthand("S \(top)\nA G4*8\nT E4*8\nB C3*8").score
        return Pace(CompositionTask(try Grid.Reading(score, vocabulary: vocabulary).grid, keeping: kept))
    }

    @Test(
        "The slower the theme, the stronger the push, up to a limit",
        arguments: [
            ("C5/2 D5/2 E5/2 F5/2 G5/2 F5/2 E5/2 D5/2 C5*4", 1.303), ("C5 D5 E5 F5 G5 F5 E5 C5", 1.739),
            ("C5*4 G5*4", 2.5),
        ])
    func push(top: String, expected: Double) throws {
        let pace = try Self.pace(top)
        #expect(abs(Double(pace.push) - expected) < 0.005)
        #expect(abs(pace.repetition - 0.35 * pace.push) < 1e-6)
    }

    @Test("Themes as fast as first violins, choirs and tasks without a theme are not pushed")
    func noPush() throws {
        let fast = try Self.pace("C5/2 D5/2 E5/2 F5/2 G5/2 F5/2 E5/2 D5/2 C5/2 D5/2 E5/2 F5/2 G5/2 F5/2 E5/2 D5/2")
        let choir = try Self.pace("C5 D5 E5 F5 G5 F5 E5 C5", .voices)
        let free = try Self.pace("C5 D5 E5 F5 G5 F5 E5 C5", keeping: [])
        #expect([fast, choir, free].allSatisfy { $0.push == 0 && $0.repetition == 0 })
    }
}
