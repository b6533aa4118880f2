import Counterpoint
import Harmonizer
import ScoreModel
import TestSupport

/// Two violins, viola and cello with rhythms by chance: beats in up to eight equal notes and rests, in the same parts of a whole beat, and now and
/// then notes of two beats.
struct RandomQuartet {
    let score: Score

    init(_ meter: Meter, fifths: Int = 0, pickup: Fraction = .zero, measures: Int = 3, seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let component = meter.components[0]
        let length = Fraction(4 * component.beats[0]) / Fraction(component.beatType)
        let isCompound = component.beats[0] % 3 == 0 && component.beatType >= 8
        let beat = isCompound ? Fraction(12) / Fraction(component.beatType) : 1
        let bars = (pickup > .zero ? [pickup] : []) + Array(repeating: length, count: measures)
        let lines = [("Vl1", "ABCDEFG", 5), ("Vl2", "ABCDEFG", 4), ("Va", "CDEFG", 4), ("Vc", "CDEFG", 3)].map {
            voice in
            let music = bars.map { bar in
                var words: [String] = []
                var rest = bar
                while rest > .zero {
                    let isLong = rest >= beat * 2 && Int.random(in: 0..<4, using: &random) == 0
                    let part = min(rest, isLong ? beat * 2 : beat)
                    let count = isLong ? 1 : Int.random(in: 1...8, using: &random)
                    for _ in 0..<count {
                        let letter = voice.1.randomElement(using: &random) ?? "C"
                        let isRest = !words.isEmpty && Int.random(in: 0..<5, using: &random) == 0
                        let value = part / Fraction(count)
                        words.append(
                            (isRest ? "r" : "\(letter)\(voice.2)") + "*\(value.numerator)/\(value.denominator)")
                    }
                    rest = rest - part
                }
                return words.joined(separator: " ")
            }
            return "\(voice.0) " + music.joined(separator: " | ")
        }
        score = try choir(lines.joined(separator: "\n"), meter: meter, fifths: fifths)
    }
}
