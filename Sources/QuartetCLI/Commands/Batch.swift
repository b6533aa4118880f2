/// Does the same with many values at once, at most `jobs` at a time, and gives the results in the order of the values.
func batch<Value: Sendable, Result: Sendable>(
    _ values: [Value], jobs: Int, _ work: @escaping @Sendable (Value) -> Result
) async -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(values.count)
    await batch(values, jobs: jobs, work) { results.append($0) }
    return results
}

/// The same, where each result is taken as soon as those before it are, so that few have to be held.
func batch<Value: Sendable, Result: Sendable>(
    _ values: [Value], jobs: Int, _ work: @escaping @Sendable (Value) -> Result, take: (Result) -> Void
) async {
    let jobs = max(jobs, 1)
    // One slow value shall not make all others wait in memory, nor the other workers idle at once.
    let most = jobs * 8
    await withTaskGroup(of: (Int, Result).self) { group in
        var waiting: [Int: Result] = [:]
        var (next, taken, running) = (0, 0, 0)
        func start() {
            while next < values.count, running < jobs, next - taken < most {
                let (index, value) = (next, values[next])
                group.addTask { (index, work(value)) }
                next += 1
                running += 1
            }
        }
        start()
        for await (index, result) in group {
            running -= 1
            waiting[index] = result
            while let first = waiting.removeValue(forKey: taken) {
                take(first)
                taken += 1
            }
            start()
        }
    }
}
