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
        "The slower the theme, the stronger the push, up to a limit, and the stronger the finer the place",
        arguments: [
            ("C5/2 D5/2 E5/2 F5/2 G5/2 F5/2 E5/2 D5/2 C5*4", 0.3522, 16), ("C5 D5 E5 F5 G5 F5 E5 C5", 0.47, 28),
            ("C5*4 G5*4", 0.68, 16),
        ])
    func push(top: String, slowness: Float, end: Int) throws {
        let pace = try Self.pace(top)
        // Under the last note nobody is pushed on.
        let expected = (0..<32).map { tick in
            tick > end ? 0 : slowness * (tick % 4 == 0 ? 2.2 : tick % 2 == 0 ? 3.4 : 6.2)
        }
        #expect(zip(pace.pushes, expected).allSatisfy { abs($0 - $1) < 0.001 } && pace.pushes.count == 32)
        #expect(abs(pace.slowness - slowness) < 0.001)
    }

    @Test("Nobody is pushed on under the end of a phrase, once it has begun")
    func phraseEnd() throws {
        let pushes = try Self.pace("C5 D5 E5*2^ F5 E5 D5 C5").pushes
        #expect(pushes[8] > 0 && pushes[9..<16].allSatisfy { $0 == 0 } && pushes[16] > 0)
    }

    @Test("Themes as fast as first violins, choirs and tasks without a theme are not pushed")
    func noPush() throws {
        let fast = try Self.pace("C5/2 D5/2 E5/2 F5/2 G5/2 F5/2 E5/2 D5/2 C5/2 D5/2 E5/2 F5/2 G5/2 F5/2 E5/2 D5/2")
        let choir = try Self.pace("C5 D5 E5 F5 G5 F5 E5 C5", .voices)
        let free = try Self.pace("C5 D5 E5 F5 G5 F5 E5 C5", keeping: [])
        #expect([fast, choir, free].allSatisfy { $0.slowness == 0 && $0.pushes.allSatisfy { $0 == 0 } })
    }
}
