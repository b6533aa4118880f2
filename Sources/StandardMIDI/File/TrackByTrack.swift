internal import ScoreModel

/// The results of the same work on each of many tracks, in order.
///
/// What each has to tell is added to one log after every few tracks: a hostile file has a million tracks and something wrong with each.
///
/// - Parameter isLarge: Whether the work is worth waking other threads for.
func trackByTrack<Result: Sendable>(
    _ count: Int, isLarge: Bool, log: inout DiagnosticLog, _ work: @Sendable (Int) -> (Result, DiagnosticLog)
) -> [Result] {
    let atATime = 256
    var results: [Result] = []
    results.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: atATime) {
        let some = min(atATime, count - start)
        let done = isLarge ? parallel(some) { work(start + $0) } : (start..<start + some).map(work)
        for (result, found) in done {
            results.append(result)
            log.add(found)
        }
    }
    return results
}
