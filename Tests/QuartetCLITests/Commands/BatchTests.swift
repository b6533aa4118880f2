import Foundation
import Synchronization
import Testing

@testable import QuartetCLI

@Suite struct BatchTests {
    @Test(arguments: [1, 2, 7, 100]) func `results come in the order of the values`(_ jobs: Int) async {
        #expect(await batch(Array(0..<50), jobs: jobs) { $0 * 2 } == (0..<50).map { $0 * 2 })
    }

    @Test func `results are taken in the order of the values, however long each takes`() async {
        var taken: [Int] = []
        await batch(Array(0..<40), jobs: 4) { value in
            // The first of all takes the longest.
            if value % 4 == 0 { usleep(2000) }
            return value
        } take: {
            taken.append($0)
        }
        #expect(taken == Array(0..<40))
    }

    @Test func `no more work is under way than allowed`() async {
        let counts = Mutex((now: 0, most: 0))
        _ = await batch(Array(0..<64), jobs: 2) { _ in
            counts.withLock { counts in
                counts.now += 1
                counts.most = max(counts.most, counts.now)
            }
            counts.withLock { $0.now -= 1 }
        }
        #expect(counts.withLock { $0.most } <= 2)
    }
}
