/// Charges that have been worked out, by number. Where there are more numbers than places, one may be forgotten for another.
struct ChargeMemory: Sendable {
    private var numbers: [Int32]
    private var charges: [Float]

    /// A choir's pairs of voices have about as many numbers; strings have ten times as many, of which a piece meets few.
    private static let most = 1 << 18

    /// - Parameter count: How many numbers there are, from 0.
    init(count: Int) {
        precondition(count <= Int(Int32.max))
        numbers = [Int32](repeating: -1, count: min(count, Self.most))
        charges = [Float](repeating: 0, count: numbers.count)
    }

    /// The charge of a number; nil when it is not known, or no longer.
    @inline(__always)
    subscript(number: Int) -> Float? {
        get {
            let place = number % numbers.count
            return numbers[place] == Int32(truncatingIfNeeded: number) ? charges[place] : nil
        }
        set {
            guard let newValue else { return }
            let place = number % numbers.count
            (numbers[place], charges[place]) = (Int32(truncatingIfNeeded: number), newValue)
        }
    }
}
