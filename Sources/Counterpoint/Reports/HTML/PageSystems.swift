internal import ScoreModel

/// The measures of a score as the systems of a page: as many each as fit, so that a line of music is a line of the page.
struct PageSystems {
    /// The measures of each system.
    let measures: [Range<Int>]
    /// How many measures found no room.
    let missing: Int

    private static let (mostMeasures, mostColumns) = (4, 26)
    /// Twice the longest movements of quartets; a page of more pictures could hardly be opened.
    private static let mostDrawn = 2000

    init(_ score: Score, _ passage: Passage) {
        let count = min(score.measures.count, PageSystems.mostDrawn)
        missing = score.measures.count - count
        var columns = [Int](repeating: 0, count: count)
        for moment in passage.moments {
            let index = passage.clock.bar(at: moment.time) ?? 0
            if index < count { columns[index] += 1 }
        }
        var systems: [Range<Int>] = []
        var (start, sum) = (0, 0)
        for index in 0..<count {
            let isFull = index - start == PageSystems.mostMeasures
            if index > start, isFull || sum + columns[index] > PageSystems.mostColumns {
                systems.append(start..<index)
                (start, sum) = (index, 0)
            }
            sum += columns[index]
        }
        if start < count { systems.append(start..<count) }
        measures = systems
    }
}

extension BeatClock {
    /// `Measures 5 to 8`.
    func title(of measures: Range<Int>) -> String {
        let (first, last) = (bars[measures.lowerBound].number, bars[measures.upperBound - 1].number)
        return first == last ? "Measure \(first)" : "Measures \(first) to \(last)"
    }
}
