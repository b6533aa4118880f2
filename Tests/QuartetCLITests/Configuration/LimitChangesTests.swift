import Counterpoint
import ScoreModel
import Testing

@testable import QuartetCLI

@Suite struct LimitChangesTests {
    @Test(arguments: [
        ("C4-A5", "C4", "A5"), ("C-1-Bb3", "C-1", "Bb3"), ("C4-C4", "C4", "C4"), ("F#3-Cb4", "F#3", "Cb4"),
    ])
    func `a range is two pitches`(_ text: String, _ low: String, _ high: String) throws {
        let range = try #require(LimitChanges.Range(text))
        #expect(range.low == Pitch(low) && range.high == Pitch(high))
    }

    @Test(arguments: ["", "-", "C4", "C4-", "-A5", "A5-C4", "C4-A5-C6", "c4-a5", "C4 - A5"])
    func `what is no range`(_ text: String) { #expect(LimitChanges.Range(text) == nil) }

    @Test func `a range beyond the outer one moves that too`() throws {
        var (limits, changes) = (Limits(.chorale), LimitChanges())
        let before = try #require(limits.compasses[.soprano])
        changes.ranges[.soprano] = LimitChanges.Range("C4-D6")
        changes.apply(to: &limits)
        let after = try #require(limits.compasses[.soprano])
        #expect(after.high == Pitch("D6") && after.highest == Pitch("D6"))
        #expect(after.lowest == before.lowest && limits.compasses[.alto] == Limits(.chorale).compasses[.alto])
    }
}
