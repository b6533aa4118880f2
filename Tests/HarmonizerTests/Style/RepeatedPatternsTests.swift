import Testing

@testable import Harmonizer

struct RepeatedPatternsTests {
    private func tokens(_ line: String) throws -> [Token] {
        let count = line.split(separator: " ").count
        var grid = Grid(
            voiceCount: 1, tokens: Array(repeating: .rest, count: count),
            ticks: Array(repeating: TickContext(), count: count))
        try grid.sing(0, line)
        return grid.tokens
    }

    @Test(
        arguments: [
            // One note is no pattern; what is longer counts instead of its parts.
            ("60 - 62 - 60 - 64 -", [:]),
            ("60 62 64 67 60 62 64 65", [3: 2]),
            // A beginning that occurs more often than the whole.
            ("60 62 64 71 60 62 64 72 60 62 65", [3: 2, 2: 3]),
            // Held notes belong to it, and so does silence, which is one event.
            ("60 - . . 62 71 60 - . . 62 72", [5: 2]),
            ("60 . 62 60 . . 62", [2: 2]),
            // Lengths differ: what both share ends within the note.
            ("60 62 - - 71 60 62 - 72", [3: 2]),
            // Occurrences may overlap.
            ("60 60 60", [2: 2]),
        ] as [(String, [Int: Int])]) func `Patterns by length`(line: String, expected: [Int: Int]) throws
    {
        #expect(try RepeatedPatterns.lengths(tokens(line), .voices).counts == expected)
    }

    /// The definition, word by word: all stretches, without those that a longer one contains as often.
    @Test(arguments: 0..<20) func `What is found fast is what the definition says`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let words = ["60", "61", "-", "-", "."]
        let line = (0..<40).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
        var voice = try tokens("60 " + line.joined(separator: " "))
        for tick in 1..<voice.count where voice[tick] == .hold && voice[tick - 1] == .rest { voice[tick] = .rest }
        #expect(RepeatedPatterns.lengths(voice, .voices).counts == byDefinition(voice))
    }

    private func byDefinition(_ voice: [Token]) -> [Int: Int] {
        let events = voice.indices.map {
            $0 > 0 && voice[$0] == .rest && voice[$0 - 1] == .rest ? Token.hold : voice[$0]
        }
        var times: [[Token]: Int] = [:]
        for start in events.indices where events[start].rawValue >= Vocabulary.firstPitch {
            for end in start + 1...events.count where events[start..<end].count(where: { $0 != .hold }) > 1 {
                times[Array(events[start..<end]), default: 0] += 1
            }
        }
        let repeated = times.filter { $0.value > 1 }
        var lengths: [Int: Int] = [:]
        for (pattern, count) in repeated {
            let isPart = repeated.contains { other, times in
                times == count && other.count > pattern.count
                    && (0...(other.count - pattern.count)).contains { other[$0...].starts(with: pattern) }
            }
            if !isPart { lengths[pattern.count, default: 0] += count }
        }
        return lengths
    }
}
