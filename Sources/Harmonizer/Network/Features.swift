/// The ids that a network looks up in its tables for each tick of a batch: tokens, contexts, and intervals between what sounds.
struct Features: Sendable {
    /// The ticks of all sequences.
    let rows: Int
    /// Column after column.
    private var ids: [UInt8]

    /// Works out what follows from a batch.
    ///
    /// - Parameter reach: The widest interval, in semitones, that is told apart.
    init(_ input: NetworkInput, reach: Int) {
        rows = input.rows
        let (rows, batch) = (input.rows, input.batch)
        ids = [UInt8](repeating: 0, count: FeatureColumn.count * rows)
        ids.withUnsafeMutableBufferPointer { ids in
            func column(_ column: FeatureColumn) -> UnsafeMutableBufferPointer<UInt8> {
                UnsafeMutableBufferPointer(rebasing: ids[(column.rawValue * rows)..<((column.rawValue + 1) * rows)])
            }
            for part in 0..<6 {
                let part = (part, column(.context(part)))
                for row in 0..<rows { part.1[row] = input.contexts[6 * row + part.0] }
            }
            for voice in 0..<4 {
                let (forward, backward) = (column(.forward(voice)), column(.backward(voice)))
                let (sounding, previous, next) = (
                    column(.sounding(voice)), column(.previous(voice)), column(.next(voice))
                )
                for row in 0..<rows {
                    forward[row] = input.forward[4 * row + voice].rawValue
                    backward[row] = input.backward[4 * row + voice].rawValue
                    previous[row] = row < batch ? Token.outside.rawValue : sounding[row - batch]
                    sounding[row] = forward[row] == Token.hold.rawValue ? previous[row] : forward[row]
                }
                for row in (0..<max(0, rows - batch)).reversed() {
                    let after = backward[row + batch]
                    next[row] = after == Token.hold.rawValue ? next[row + batch] : after
                }
            }
            for head in 0..<4 {
                for voice in 0..<4 where voice != head {
                    let (seen, seenSounding) = (
                        column(.seen(head: head, voice: voice)), column(.seenSounding(head: head, voice: voice))
                    )
                    let previous = column(.previous(voice))
                    for row in 0..<rows {
                        let isVisible = input.visible[row] & (1 << UInt16(4 * head + voice)) != 0
                        seen[row] = isVisible ? input.present[4 * row + voice].rawValue : Token.hidden.rawValue
                        seenSounding[row] = seen[row] == Token.hold.rawValue ? previous[row] : seen[row]
                    }
                }
            }
            for head in 0..<4 {
                for (number, (upper, lower)) in FeatureColumn.intervals(head: head).enumerated() {
                    let (interval, upper, lower) = (column(.interval(head: head, number)), column(upper), column(lower))
                    for row in 0..<rows { interval[row] = Self.interval(upper[row], above: lower[row], reach: reach) }
                }
            }
        }
    }

    /// The id of the interval between two tokens: 0 when one of them is no pitch, else 1 for the widest down to `2 * reach + 1` for the
    /// widest up.
    @inline(__always)
    static func interval(_ token: UInt8, above other: UInt8, reach: Int) -> UInt8 {
        guard token >= UInt8(Vocabulary.firstPitch), other >= UInt8(Vocabulary.firstPitch) else { return 0 }
        return UInt8(min(max(Int(token) - Int(other), -reach), reach) + reach + 1)
    }

    /// An id.
    subscript(column: FeatureColumn, row: Int) -> UInt8 { ids[column.rawValue * rows + row] }

    /// Calls `body` with all ids, column after column.
    func withIds<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        ids.withUnsafeBufferPointer { pointer in
            guard let start = pointer.baseAddress else { preconditionFailure("a batch has rows") }
            return body(start)
        }
    }
}
