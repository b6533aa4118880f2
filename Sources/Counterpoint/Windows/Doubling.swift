/// Two voices that go on in octaves or unisons: a texture, and not so many faults.
public struct Doubling: Sendable {
    /// Its motions, in order.
    public let motions: ArraySlice<Motion>
    /// True when all its intervals are unisons.
    public let isUnison: Bool

    /// The doublings among the motions of two voices.
    ///
    /// A doubling goes on as long as both voices strike together, without a rest, and keep octaves (or unisons); notes that both repeat
    /// belong to it without being counted.
    ///
    /// - Parameters:
    ///   - count: How many motions make a doubling.
    ///   - areLinked: Whether the second of two motions goes on from the first.
    static func doublings(
        in motions: [Motion], count: Int, areLinked: (_ first: Motion, _ second: Motion) -> Bool
    ) -> [Doubling] {
        var doublings: [Doubling] = []
        var start = 0
        while start < motions.count {
            guard let kind = Kind(motions[start]) else {
                start += 1
                continue
            }
            var end = start + 1
            while end < motions.count, Kind(motions[end]) == kind, areLinked(motions[end - 1], motions[end]) {
                end += 1
            }
            if end - start >= count {
                doublings.append(Doubling(motions: motions[start..<end], isUnison: kind == .unisons))
            }
            start = end
        }
        return doublings
    }

    private enum Kind {
        case octaves, unisons

        init?(_ motion: Motion) {
            guard motion.isSameDirection else { return nil }
            if motion.before.isUnison, motion.after.isUnison {
                self = .unisons
            } else if motion.before.isOctave, motion.after.isOctave {
                self = .octaves
            } else {
                return nil
            }
        }
    }
}
