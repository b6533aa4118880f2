internal import Dispatch
internal import Synchronization

/// The results of independent pieces of work, in order, done at the same time where there is more than one.
package func parallel<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(work) }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = work(index)
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}

/// The same for values that the work may change: each is handed over, so that it need not be copied.
package func parallel<Value: Sendable, Result: Sendable>(
    _ values: consuming [Value], _ work: @Sendable (consuming Value) -> Result
) -> [Result] {
    let count = values.count
    let rest = Mutex(values.map { Optional($0) })
    values = []
    return parallel(count) { index in rest.withLock { $0[index].take() }.map(work) }.compactMap { $0 }
}
