/// When notes begin, in order of time.
struct Onsets {
    /// The places of the notes in their list, by beginning.
    let order: [Int]
    /// The ticks at which something begins, in order, each once.
    let moments: [Int]
    /// For each moment, where its notes begin in ``order``; and at last the number of notes.
    let starts: [Int]

    init(_ notes: [MIDINote]) {
        var order = Array(notes.indices)
        if !zip(notes, notes.dropFirst()).allSatisfy({ $0.start <= $1.start }) {
            order.sort { (notes[$0].start, $0) < (notes[$1].start, $1) }
        }
        var moments: [Int] = []
        var starts: [Int] = []
        for (place, index) in order.enumerated() where moments.last != notes[index].start {
            moments.append(notes[index].start)
            starts.append(place)
        }
        self.order = order
        self.moments = moments
        self.starts = starts + [order.count]
    }

    /// The notes in order: at which of the moments they begin, and how many ticks they are held.
    func held(_ notes: [MIDINote]) -> [(moment: Int, length: Double)] {
        moments.indices.flatMap { moment in
            order[starts[moment]..<starts[moment + 1]].map { (moment, Double(notes[$0].end) - Double(notes[$0].start)) }
        }
    }
}

extension Array {
    /// The index of the first element that `isBehind` holds for, in a list in which it holds for all that follow.
    func firstIndex(whereSorted isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
