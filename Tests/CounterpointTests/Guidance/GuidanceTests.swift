import ScoreModel
import TestSupport
import Testing

@testable import Counterpoint

/// The charges of a guidance against what the linter finds in the same notes.
struct GuidanceTests {
    private static let ranges = [60...81, 53...76, 48...69, 38...64]
    private static let rules = [
        "parallel-fifths", "parallel-octaves", "parallel-unisons", "contrary-fifths", "contrary-octaves",
        "unequal-fifths",
        "direct-fifths", "direct-octaves", "direct-unison", "voice-overlap", "voice-crossing", "spacing-upper",
        "spacing-bass", "melodic-augmented", "melodic-seventh", "melodic-beyond-octave", "outline-dissonance",
    ]

    /// Four voices of quarter notes by chance, which meet in fifths and octaves often enough.
    private static func chords(_ seed: UInt64) -> [[Int]] {
        var generator = SeededGenerator(seed)
        let scale = [0, 2, 4, 5, 7, 8, 9, 11]
        return (0..<24).map { _ in
            ranges.map { range in
                let keys = range.filter { scale.contains($0 % 12) }
                return keys[Int(generator.next() % UInt64(keys.count))]
            }
        }
    }

    private static func score(_ chords: [[Int]]) throws -> Score {
        let names = zip(["S", "A", "T", "B"], 0..<4).map { name, voice in
            name + " " + chords.map { "\(Pitch(key: $0[voice], signature: 0))" }.joined(separator: " ")
        }
        return try Shorthand(names.joined(separator: "\n")).score
    }

    @Test("Each rule charges as often as the linter tells it", arguments: rules, [UInt64(1), 2, 3])
    func asTheLinter(rule: String, seed: UInt64) throws {
        let chords = Self.chords(seed)
        var settings = Settings(.strict)
        settings.limits = Limits(.chorale)
        let found = Linter(settings).findings(in: try Self.score(chords)).count { $0.rule == rule }
        var guidance = Guidance(
            Prices([rule: 1]), limits: settings.limits, fifths: 0, ranges: Self.ranges)
        var (sum, wasBroken) = (Float(0), Set<[Int]>())
        for (index, chord) in chords.enumerated() {
            let before = index > 0 ? chords[index - 1] : [-1, -1, -1, -1]
            let earlier = index > 1 ? chords[index - 2] : [-1, -1, -1, -1]
            for voice in 0..<4 { sum += guidance.line(voice, chord[voice], after: before[voice], earlier[voice]) }
            for upper in 0..<4 {
                for lower in (upper + 1)..<4 {
                    sum += guidance.passage((upper, before[upper], chord[upper]), (lower, before[lower], chord[lower]))
                    // The linter tells once what goes on; the guidance charges it at each new note.
                    let together = guidance.together((upper, chord[upper]), (lower, chord[lower]))
                    if together == 0 { wasBroken.remove([upper, lower]) }
                    if together > 0, wasBroken.insert([upper, lower]).inserted { sum += 1 }
                }
            }
        }
        // Mild cases cost half, grave ones half as much again; most rules have neither.
        let isGraded = RuleList.rule(rule)?.card.mild != nil || RuleList.rule(rule)?.card.grave != nil
        #expect(isGraded ? (Float(found) * 0.5...Float(found) * 1.5).contains(sum) : sum == Float(found))
    }
}
