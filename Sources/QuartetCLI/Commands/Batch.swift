/// Does the same with many values at once, at most `jobs` at a time, and gives the results in the order of the values.
func batch<Value: Sendable, Result: Sendable>(
    _ values: [Value], jobs: Int, _ work: @escaping @Sendable (Value) -> Result
) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: values.count)
        var next = 0
        func start() {
            guard next < values.count else { return }
            let (index, value) = (next, values[next])
            group.addTask { (index, work(value)) }
            next += 1
        }
        for _ in 0..<max(jobs, 1) { start() }
        for await (index, result) in group {
            results[index] = result
            start()
        }
        return results.compactMap { $0 }
    }
}
