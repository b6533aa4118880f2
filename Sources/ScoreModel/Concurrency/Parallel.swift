internal import Dispatch
internal import Synchronization

/// How many results at most wait to be put in order: a hostile score has a hundred thousand parts, which must not lie in memory twice.
private let mostWaiting = 256

/// The results of independent pieces of work, in order without those that are nil, done at the same time where there is more than one.
package func parallel<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result?) -> [Result] {
    guard count > 1 else { return (0..<count).compactMap(work) }
    var results: [Result] = []
    results.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: mostWaiting) {
        let some = min(mostWaiting, count - start)
        let waiting = Mutex([Result?](repeating: nil, count: some))
        DispatchQueue.concurrentPerform(iterations: some) { index in
            let result = work(start + index)
            waiting.withLock { $0[index] = result }
        }
        for index in 0..<some {
            if let result = waiting.withLock({ $0[index].take() }) { results.append(result) }
        }
    }
    return results
}

/// The same for values that the work may change: each is handed over, so that it need not be copied.
package func parallel<Value: Sendable, Result: Sendable>(
    _ values: consuming [Value], _ work: @Sendable (consuming Value) -> Result
) -> [Result] {
    let count = values.count
    var backwards: [Value?] = []
    backwards.reserveCapacity(count)
    while let value = values.popLast() { backwards.append(value) }
    values = []
    let rest = Mutex(backwards)
    backwards = []
    return parallel(count) { index in
        // Handed on without a second reference, which would make the work copy what it changes.
        guard let value = rest.withLock({ $0[count - 1 - index].take() }) else { return nil }
        return work(value)
    }
}
