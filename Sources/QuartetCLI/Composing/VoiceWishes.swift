public import ArgumentParser
public import Counterpoint
import Harmonizer
import ScoreModel

/// A voice and its range, as the command line says it: `alto=G3-D5`.
struct VoiceRangeWish: ExpressibleByArgument {
    let role: Role
    /// MIDI keys.
    let keys: ClosedRange<Int>

    init?(argument: String) {
        let sides = argument.split(separator: "=")
        guard sides.count == 2, let role = Role(argument: String(sides[0])) else { return nil }
        let pitches = sides[1].split(separator: "-").map { Pitch(String($0)) }
        guard pitches.count == 2, let low = pitches[0]?.keyNumber, let high = pitches[1]?.keyNumber, low <= high,
            (0..<128).contains(low), (0..<128).contains(high)
        else { return nil }
        (self.role, keys) = (role, low...high)
    }
}

extension Role: ExpressibleByArgument {
    /// A voice by its name, or a voice of a choir by its first letter.
    public init?(argument: String) {
        let name = argument.lowercased()
        guard
            let found = Role.allCases.first(where: {
                $0.rawValue == name || $0.isVocal && $0.rawValue.prefix(1) == name
            })
        else { return nil }
        self = found
    }
}

/// The end of a phrase, as the command line says it: `4`, or `4:3` with the beat of its last note.
struct PhraseEndWish: ExpressibleByArgument {
    let end: ThemeWishes.PhraseEnd

    init?(argument: String) {
        let words = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(words.count), !words[0].isEmpty else { return nil }
        if words.count == 1 {
            end = ThemeWishes.PhraseEnd(measure: words[0])
        } else {
            guard let beat = Fraction(decimal: words[1]), beat >= 1 else { return nil }
            end = ThemeWishes.PhraseEnd(measure: words[0], beat: beat)
        }
    }
}

/// Measures by their printed numbers, as the command line says them: `5-8`, or `5`.
struct RegionWish: ExpressibleByArgument {
    let first: String
    let last: String

    init?(argument: String) {
        let words = argument.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(words.count), words.allSatisfy({ !$0.isEmpty }) else { return nil }
        (first, last) = (words[0], words[words.count - 1])
    }

    /// The measures of a score.
    ///
    /// - Throws: `FileError` when the score has no such measures.
    func measures(of score: Score) throws -> Range<Int> {
        func find(_ number: String, _ indices: some Sequence<Int>) throws -> Int {
            guard let index = indices.first(where: { score.measures[$0].number == number }) else {
                throw FileError(code: "region-missing", "the score has no measure \(number)")
            }
            return index
        }
        let start = try find(first, score.measures.indices)
        let end = try find(last, score.measures.indices.reversed())
        guard start <= end else {
            throw FileError(code: "region-missing", "measure \(last) does not come after measure \(first)")
        }
        return start..<end + 1
    }
}
