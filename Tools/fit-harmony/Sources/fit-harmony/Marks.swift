import Counterpoint
import ScoreModel

/// How many half beats an analysis has right.
struct Marks {
    var all = 0
    var key = 0
    var root = 0
    var triad = 0
    var inversion = 0
    var everything = 0

    static func + (left: Marks, right: Marks) -> Marks {
        Marks(
            all: left.all + right.all, key: left.key + right.key, root: left.root + right.root,
            triad: left.triad + right.triad, inversion: left.inversion + right.inversion,
            everything: left.everything + right.everything)
    }

    /// What is to be as large as possible.
    var goal: Double {
        let share = { (part: Int) in Double(part) / Double(max(all, 1)) }
        return share(everything) + 0.5 * share(key) + share(root) + 0.5 * share(triad) + 0.5 * share(inversion)
    }

    var text: String {
        let share = { (part: Int) in String(Int((Double(part) / Double(max(all, 1)) * 10_000).rounded())) }
        return
            "key \(share(key)) root \(share(root)) quality \(share(triad)) inversion \(share(inversion)) all \(share(everything)) of \(all)"
    }
}

extension AnalyzedChorale {
    /// Compares at every half beat, as `analysis_eval.py` does.
    func marks(_ analysis: HarmonicAnalysis) -> Marks {
        var marks = Marks()
        guard let end = chords.last.map({ min($0.end, analysis.chords.last?.end ?? .zero) }) else { return marks }
        var time = Fraction.zero
        var (own, published) = (0, 0)
        while time < end {
            while own < analysis.chords.count, analysis.chords[own].end <= time { own += 1 }
            while published < chords.count, chords[published].end <= time { published += 1 }
            if own < analysis.chords.count, analysis.chords[own].onset <= time, published < chords.count,
                chords[published].onset <= time
            {
                let (ours, theirs) = (analysis.chords[own], chords[published])
                let right = [
                    ours.key == theirs.key, ours.chord.root.pitchClass == theirs.root.pitchClass,
                    ours.chord.quality.rawValue.prefix { $0 != "-" } == theirs.triad,
                    ours.chord.inversion == theirs.inversion,
                ]
                marks =
                    marks
                    + Marks(
                        all: 1, key: right[0] ? 1 : 0, root: right[1] ? 1 : 0, triad: right[2] ? 1 : 0,
                        inversion: right[3] ? 1 : 0, everything: right.allSatisfy { $0 } ? 1 : 0)
            }
            time = time + 1 / 2
        }
        return marks
    }
}
