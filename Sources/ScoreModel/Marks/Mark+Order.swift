extension Mark {
    /// Marks as a part has them: in the order of their notes, each end of a span with the new place of the other.
    ///
    /// - Parameter marks: In any order; nil in the places of those that are gone.
    package static func ordered(_ marks: [Mark?]) -> [Mark] {
        let kept = marks.enumerated().compactMap { index, mark in mark.map { (mark: $0, index: index) } }
            .stablySorted { $0.mark.note < $1.mark.note }
        var places = [Int32?](repeating: nil, count: marks.count)
        for (place, item) in kept.enumerated() { places[item.index] = Int32(clamping: place) }
        return kept.map { mark, _ in
            var mark = mark
            if let partner = mark.edge?.partner {
                mark.edge?.partner = places.indices.contains(Int(partner)) ? places[Int(partner)] : nil
            }
            return mark
        }
    }

    /// Both ends of the bracket of a tuplet.
    ///
    /// - Parameter place: The index that the first end has among the marks; the second comes next.
    package static func bracket(_ ratio: TupletRatio, from first: Int, to last: Int, at place: Int) -> [Mark] {
        let (start, stop) = (Int32(clamping: place), Int32(clamping: place + 1))
        return [
            Mark(note: first, .tuplet(Edge(.start, number: 1, partner: stop), Tuplet(ratio: ratio))),
            Mark(note: last, .tuplet(Edge(.stop, number: 1, partner: start), Tuplet())),
        ]
    }
}
