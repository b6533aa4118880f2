import Foundation

/// The time, and chance. Tests put others in their place, so that they wait for nothing.
struct WorldClock: Sendable {
    /// What time it is.
    let now: @Sendable () -> Date
    /// Waits until then.
    let wait: @Sendable (Date) -> Void
    /// A number from 0 to 1.
    let chance: @Sendable () -> Double

    @TaskLocal static var current: WorldClock = .standard

    static let standard = WorldClock(
        now: { Date() }, wait: { Thread.sleep(until: $0) }, chance: { Double.random(in: 0...1) })
}
