import Foundation

/// What some work took, in seconds.
struct Cost: Encodable {
    /// By the wall clock.
    var wall = 0.0
    /// Of all threads together: more than `wall` where the work was shared.
    var processor = 0.0

    /// No cost.
    init() {}

    /// Does the work once.
    init(of work: () throws -> Void) rethrows {
        let (wall, processor) = (Cost.seconds(CLOCK_MONOTONIC), Cost.seconds(CLOCK_PROCESS_CPUTIME_ID))
        try work()
        self.processor = Cost.seconds(CLOCK_PROCESS_CPUTIME_ID) - processor
        self.wall = Cost.seconds(CLOCK_MONOTONIC) - wall
    }

    static func + (left: Cost, right: Cost) -> Cost {
        var sum = left
        sum.wall += right.wall
        sum.processor += right.processor
        return sum
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension [Double] {
    /// The middle value, or the mean of the two in the middle.
    var median: Double {
        let sorted = sorted()
        return isEmpty ? .nan : (sorted[count / 2] + sorted[(count - 1) / 2]) / 2
    }
}
