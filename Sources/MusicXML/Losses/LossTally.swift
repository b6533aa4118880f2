internal import ScoreModel

/// Counts what is lost, cell by cell: what is missing in one place and turns up in another of the same cell is not lost.
struct LossTally {
    /// What is missing in the cell that is being compared, and the line of the first.
    private var missing: [LossKind: (count: Int, line: UInt32)] = [:]
    private var surplus: [LossKind: Int] = [:]
    private var totals: [LossKind: Int] = [:]
    private var losses: [(kind: LossKind, count: Int, first: Diagnostic.Place)] = []

    mutating func miss(_ kind: LossKind, line: UInt32, count: Int = 1) {
        let known = missing[kind] ?? (0, line)
        missing[kind] = (known.count + count, min(known.line, line))
    }

    mutating func gain(_ kind: LossKind) { surplus[kind, default: 0] += 1 }

    /// Ends a cell: what it lacks is lost.
    mutating func settle(part: String? = nil, measure: String? = nil) {
        guard !missing.isEmpty || !surplus.isEmpty else { return }
        var lost = missing.filter { $0.value.count > surplus[$0.key] ?? 0 }
            .map { (kind: $0.key, count: $0.value.count - (surplus[$0.key] ?? 0), line: $0.value.line) }
        // Dictionaries have no order of their own, and reports should not depend on chance.
        lost.sort { ($0.line, $0.kind.holder, $0.kind.name) < ($1.line, $1.kind.holder, $1.kind.name) }
        for (kind, count, line) in lost {
            if let index = totals[kind] {
                losses[index].count += count
            } else {
                totals[kind] = losses.count
                let place = Diagnostic.Place(line: line == 0 ? nil : Int(line), part: part, measure: measure)
                losses.append((kind, count, place))
            }
        }
        missing.removeAll(keepingCapacity: true)
        surplus.removeAll(keepingCapacity: true)
    }

    /// Everything that is lost, in the order in which it was first missed.
    func list(_ names: NameTable) -> [Loss] {
        losses.map { Loss(kind: $0.kind.description(names), count: $0.count, first: $0.first) }
    }
}
