import Counterpoint

/// Counts chords and progressions in analyses.
struct Counts {
    private var counts: [[[Int]: Int]] = [[:], [:]]
    private static let qualities = ChordQuality.allCases
    private static let size = 12 * qualities.count

    init(_ chorales: [AnalyzedChorale]) {
        for chorale in chorales {
            var last: (key: Tonality, chord: Int)?
            for chord in chorale.chords {
                let root = (chord.root.pitchClass - chord.key.tonic.pitchClass + 12) % 12
                let number = root * Counts.qualities.count + (Counts.qualities.firstIndex(of: chord.quality) ?? 0)
                let from = last.map { $0.key == chord.key ? $0.chord : Counts.size } ?? Counts.size
                counts[chord.key.mode == .major ? 0 : 1][[from, number], default: 0] += 1
                last = (chord.key, number)
            }
        }
    }

    /// Triples as ``ProgressionTable`` takes them.
    var triples: [[Int32]] {
        counts.map { own in
            own.keys.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { key in
                [Int32(key[0]), Int32(key[1]), Int32(own[key] ?? 0)]
            }
        }
    }

    /// The file that Quartet has them in.
    var source: String {
        let modes = triples.map { triples in
            stride(from: 0, to: triples.count, by: 30).map { start in
                "            " + triples[start..<min(start + 30, triples.count)].map { "\($0), " }.joined()
            }.map { line in String(line.dropLast()) }.joined(separator: "\n")
        }
        return """
            // Made by Tools/fit-harmony count; don't edit.

            /// How often chords follow each other in 297 analyses of Bach's chorales (When in Rome, Corpus/Early_Choral/Bach).
            ///
            /// For major and for minor: from, to and how often, as chords of ``ChordShape`` in C; ``ChordShape/count`` stands for the beginning.
            enum ProgressionCounts {
                static let all: [[Int32]] = [
                    [
            \(modes[0])
                    ],
                    [
            \(modes[1])
                    ],
                ]
            }

            """
    }
}
