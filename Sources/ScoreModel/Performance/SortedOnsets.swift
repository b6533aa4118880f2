// Looking for moments in a sorted list, in O(log n).

extension [Fraction] {
    /// The first that is later than `onset`.
    func first(after onset: Fraction) -> Fraction? { element(partitioningIndex { $0 > onset }) }

    /// The first that is not earlier than `onset`.
    func first(notBefore onset: Fraction) -> Fraction? { element(partitioningIndex { $0 >= onset }) }

    /// The last that is earlier than `onset`.
    func last(before onset: Fraction) -> Fraction? { element(partitioningIndex { $0 >= onset } - 1) }

    /// The last that is not later than `onset`.
    func last(notAfter onset: Fraction) -> Fraction? { element(partitioningIndex { $0 > onset } - 1) }

    private func element(_ index: Int) -> Fraction? { indices.contains(index) ? self[index] : nil }
}
