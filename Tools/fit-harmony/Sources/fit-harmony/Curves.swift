import ArgumentParser
import Counterpoint
import Foundation
import ScoreModel
import Synchronization

/// How often chords and keys are right, by how sure they say they are, and logistic curves that would say it better.
struct Curves: ParsableCommand {
    @OptionGroup var data: Source

    func run() throws {
        let halves = Halves(try data.load())
        var chords: [(confidence: Double, isRight: Bool, weight: Double)] = []
        var keys = chords
        for (index, chorale) in halves.chorales.enumerated() {
            let analysis = HarmonicAnalysis(chorale.passage, of: chorale.score, table: halves.tables[index % 2])
            for chord in analysis.chords {
                guard let own = chorale.chords.last(where: { $0.onset <= chord.onset }), chord.onset < own.end else {
                    continue
                }
                let isRight =
                    own.key == chord.key && own.root.pitchClass == chord.chord.root.pitchClass
                    && chord.chord.quality.rawValue.prefix { $0 != "-" } == own.triad
                chords.append((chord.confidence, isRight, (chord.end - chord.onset).doubleValue))
            }
            for region in analysis.keys {
                var time = region.onset
                while time < region.end {
                    if let own = chorale.chords.last(where: { $0.onset <= time }), time < own.end {
                        keys.append((region.confidence, own.key == region.key, 1))
                    }
                    time = time + 1
                }
            }
        }
        for (name, answers) in [("chords", chords), ("keys", keys)] {
            print(name, "said | right | how many")
            for band in 0..<10 {
                let own = answers.filter { Int($0.confidence * 10) == band || band == 9 && $0.confidence == 1 }
                let weight = own.reduce(0) { $0 + $1.weight }
                guard weight > 0 else { continue }
                let right = own.reduce(0) { $0 + ($1.isRight ? $1.weight : 0) }
                print("\(Double(band) / 10)", (right / weight * 1000).rounded() / 1000, Int(weight))
            }
            fit(
                answers.map {
                    (
                        log(min(max($0.confidence, 1e-9), 1 - 1e-9) / (1 - min(max($0.confidence, 1e-9), 1 - 1e-9))),
                        $0.isRight, $0.weight
                    )
                })
        }
    }

    /// Logistic regression on the logit that is said, by Newton's method.
    private func fit(_ answers: [(logit: Double, isRight: Bool, weight: Double)]) {
        var (slope, offset) = (1.0, 0.0)
        for _ in 0..<30 {
            var (first, second) = ((0.0, 0.0), (0.0, 0.0, 0.0))
            for answer in answers {
                let share = 1 / (1 + exp(-(slope * answer.logit + offset)))
                let error = ((answer.isRight ? 1 : 0) - share) * answer.weight
                let spread = share * (1 - share) * answer.weight
                first = (first.0 + error * answer.logit, first.1 + error)
                second = (
                    second.0 + spread * answer.logit * answer.logit, second.1 + spread * answer.logit, second.2 + spread
                )
            }
            let determinant = second.0 * second.2 - second.1 * second.1
            guard abs(determinant) > 1e-9 else { break }
            slope += (first.0 * second.2 - first.1 * second.1) / determinant
            offset += (first.1 * second.0 - first.0 * second.1) / determinant
        }
        print("logit = \(slope) x what is said + \(offset)")
    }
}

/// Does work on all processors, and gives the results in order.
func onAllProcessors<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = work(index)
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
}
