/// The pieces that a network learns from, with the transpositions that keep each voice within what it has in any of them.
struct TrainingSet: Sendable {
    let pieces: [Piece]
    /// The semitones by which each piece can be moved.
    let shifts: [ClosedRange<Int>]
    /// The ticks of all pieces up to each one, itself included.
    private let ends: [Int]

    /// All ticks.
    var ticks: Int { ends.last ?? 0 }

    init(_ pieces: [Piece]) {
        self.pieces = pieces
        let ranges = pieces.map(\.ranges)
        var whole = [ClosedRange<Int>?](repeating: nil, count: NetworkShape.voices)
        for range in ranges {
            for (voice, range) in range.enumerated() {
                guard let range else { continue }
                let known = whole[voice] ?? range
                whole[voice] = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
            }
        }
        shifts = ranges.map { range in
            var (lowest, highest) = (-6, 6)
            for (range, whole) in zip(range, whole) {
                guard let range, let whole else { continue }
                lowest = max(lowest, whole.lowerBound - range.lowerBound)
                highest = min(highest, whole.upperBound - range.upperBound)
            }
            return min(lowest, 0)...max(highest, 0)
        }
        var end = 0
        ends = pieces.map { piece in
            end += piece.ticks
            return end
        }
    }

    /// A piece, each as likely as it is long.
    func draw(_ generator: inout SplitMix64) -> Int {
        let tick = Int.random(in: 0..<ticks, using: &generator)
        var (low, high) = (0, ends.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > tick { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
