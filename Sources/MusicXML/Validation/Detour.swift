/// A way from a state of a content model to where a given element, or the end, fits: what is missing between.
struct Detour {
    /// The state from which the element fits.
    var state: UInt16
    /// The elements that are missing, as symbols of the type.
    var missing: [Int]
}

/// The shortest detours, each worked out once, so that a document full of mistakes does not cost more than one without.
struct DetourTable {
    private struct Key: Hashable {
        var state: UInt16
        var symbol: Int
    }

    private var known: [Key: Detour?] = [:]

    /// The detour to where `symbol` fits, or to where the content may end when that is 0; nil when no way leads there.
    mutating func find(from state: UInt16, to symbol: Int, type: Int, in model: ContentModel) -> Detour? {
        let key = Key(state: state, symbol: symbol)
        if let detour = known[key] { return detour }
        let detour = search(from: state, to: symbol, memberCount: model.types[type].memberCount, in: model)
        known[key] = .some(detour)
        return detour
    }

    /// Breadth first, in the order of the schema.
    private func search(from start: UInt16, to symbol: Int, memberCount: Int, in model: ContentModel) -> Detour? {
        var queue = [Detour(state: start, missing: [])]
        var seen: Set<UInt16> = [start]
        var place = 0
        while place < queue.count {
            let reached = queue[place]
            place += 1
            let fits =
                symbol == 0
                ? model.canEnd(reached.state) : model.state(after: symbol, from: reached.state) != ContentModel.none
            if fits { return reached }
            for other in 0..<memberCount {
                let next = model.state(after: other + 1, from: reached.state)
                if next != ContentModel.none, seen.insert(next).inserted {
                    queue.append(Detour(state: next, missing: reached.missing + [other + 1]))
                }
            }
        }
        return nil
    }
}
