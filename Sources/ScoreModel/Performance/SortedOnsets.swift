// Looking for moments in a sorted list, in O(log n).

extension [Fraction] {
    /// The first that is later than `onset`.
    func first(after onset: Fraction) -> Fraction? { element(count(while: { $0 <= onset })) }

    /// The first that is not earlier than `onset`.
    func first(notBefore onset: Fraction) -> Fraction? { element(count(while: { $0 < onset })) }

    /// The last that is earlier than `onset`.
    func last(before onset: Fraction) -> Fraction? { element(count(while: { $0 < onset }) - 1) }

    /// The last that is not later than `onset`.
    func last(notAfter onset: Fraction) -> Fraction? { element(count(while: { $0 <= onset }) - 1) }

    private func element(_ index: Int) -> Fraction? { indices.contains(index) ? self[index] : nil }

    /// How many come first for which something holds that holds for none behind them.
    private func count(while holds: (Fraction) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
