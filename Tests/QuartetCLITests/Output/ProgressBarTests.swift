import Synchronization
import Testing

@testable import QuartetCLI

@Suite struct ProgressBarTests {
    @Test func `the bar fills and goes away`() {
        let drawn = Mutex<[String]>([])
        let bar = ProgressBar(total: 3) { text in drawn.withLock { $0.append(text) } }
        for _ in 0..<3 { bar.step() }
        let lines = drawn.withLock { $0 }
        #expect(lines.map { $0.contains("█") } == [true, true, true])
        #expect(lines[0].hasPrefix("\r") && lines[0].hasSuffix(" 1/3"))
        #expect(lines[2].hasSuffix("\u{1B}[K"))
    }
}
