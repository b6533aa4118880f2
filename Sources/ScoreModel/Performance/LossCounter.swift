/// Counts what is not played, by kind.
package struct LossCounter {
    private let score: Score
    package private(set) var list: [Loss] = []

    package init(_ score: Score) { self.score = score }

    package mutating func add(_ kind: String, part: Int?, measure: Int?) {
        if let index = list.firstIndex(where: { $0.kind == kind }) {
            list[index].count += 1
            return
        }
        var place = Diagnostic.Place()
        if let part { place.part = score.parts[part].id }
        if let measure, score.measures.indices.contains(measure) { place.measure = score.measures[measure].number }
        list.append(Loss(kind: kind, count: 1, first: place))
    }
}
