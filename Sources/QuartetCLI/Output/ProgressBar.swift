import Synchronization

/// A bar on a terminal that shows how much of a batch is done.
final class ProgressBar: Sendable {
    private let total: Int
    private let draw: (@Sendable (String) -> Void)?
    private let done = Mutex(0)

    private static let width = 30

    /// - Parameter draw: Takes what is drawn over itself; nil when nobody watches.
    init(total: Int, draw: (@Sendable (String) -> Void)?) {
        self.total = total
        self.draw = draw
    }

    /// Counts one more.
    func step() {
        guard let draw else { return }
        done.withLock { done in
            done += 1
            let filled = done * ProgressBar.width / max(total, 1)
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: ProgressBar.width - filled)
            draw("\r\(bar) \(done)/\(total)\(done == total ? "\r\u{1B}[K" : "")")
        }
    }
}
