/// The order in which a score is played: repeats, endings and jumps followed as a player would.
///
/// `Docs/PlayOrder.md` has the table of rules with their reasons. In short:
///
/// 1. *Fine* ends the piece once the player has jumped back.
/// 2. *To coda* leads to the coda once the player has jumped back. The coda is new music, whose repeats are taken.
/// 3. A backward repeat leads to the beginning of its passage, until the passage was played as often as it says or as its endings
///    count. After a jump back repeats are passed by, unless they say otherwise, and the last ending is played.
/// 4. *Da capo* and *dal segno* are followed once, or at the times that they name.
///
/// Signs and instructions come from bar lines and `sound`; printed words count where they are asked for.
public struct PlayOrder: Hashable, Sendable {
    /// Why a player came to a place.
    public enum Cause: String, Sendable, CaseIterable {
        /// By playing on.
        case next
        /// By a backward repeat.
        case `repeat`
        /// By leaving out an ending.
        case ending
        /// By a da capo.
        case daCapo = "da capo"
        /// By a dal segno.
        case dalSegno = "dal segno"
        /// By a to coda.
        case coda
    }

    /// A stretch of the score that is played in one go.
    public struct Stretch: Hashable, Sendable {
        /// Where it begins, in quarter notes in written order.
        public var start: Fraction
        /// Where it ends.
        public var end: Fraction
        /// Which time the repeated passage is played, from 1.
        public var pass: Int
        /// Why the player came to its beginning.
        public var cause: Cause
    }

    /// What is played, in order. Stretches that follow upon each other in the score stand apart only when their pass differs, or when a
    /// jump leads from one to the other.
    public private(set) var stretches: [Stretch] = []
    /// How long the last note or rest sounds, in quarter notes, when the fine that ends the piece says so (XSD, attribute `fine`).
    public private(set) var lastNote: Fraction?
    /// True when the piece would go on longer than any piece does, and was cut off.
    public private(set) var isTruncated = false
    /// Instructions that lead nowhere, and those that are only printed.
    public private(set) var diagnostics: [Diagnostic] = []

    /// More than any piece needs; hostile files ask for a thousand million repeats.
    private static let mostStretches = 4096
    /// As many measures and instructions are met beyond those of the score, and no more.
    private static let mostMeasures = 1 << 18

    /// The whole score from beginning to end, without any repeats.
    public static func written(_ score: Score) -> PlayOrder {
        var order = PlayOrder()
        if score.length > .zero {
            order.stretches = [Stretch(start: .zero, end: score.length, pass: 1, cause: .next)]
        }
        return order
    }

    private init() {}

    /// The order that the signs of a score ask for. It is cut off after 4,096 stretches, or a quarter of a million measures
    /// beyond those of the score.
    ///
    /// - Parameter readsWords: Whether jumps are followed that are printed, in words or as signs, and that no `sound` says. Either
    ///   way each of them is a diagnostic.
    public init(_ score: Score, readsWords: Bool = false) {
        let map = RoadMap(score, readsWords: readsWords)
        diagnostics = map.diagnostics
        var player = Performer(map, patience: PlayOrder.mostMeasures)
        while let stretch = player.next() {
            if let last = stretches.last, stretch.cause == .next, last.pass == stretch.pass {
                stretches[stretches.count - 1].end = stretch.end
            } else if stretches.count < PlayOrder.mostStretches {
                stretches.append(stretch)
            } else {
                isTruncated = true
                break
            }
        }
        lastNote = player.lastNote
        isTruncated = isTruncated || player.isExhausted
        guard isTruncated else { return }
        diagnostics.append(
            Diagnostic(
                code: "play-order-truncated", severity: .warning,
                message: "the repeats lead on longer than any piece; the rest is left out"))
    }
}
