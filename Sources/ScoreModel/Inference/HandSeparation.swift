/// Keyboard music divided between two hands.
public struct HandSeparation: Sendable {
    /// For each tone whether the left hand has it, on the lower staff.
    public let isLower: [Bool]
    /// How sure the division is, from 0 to 1: the share of tones that would cost clearly more in the other hand.
    public let confidence: Double

    /// Divides tones in any order.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ tones: [Tone]) {
        let (soundings, indices) = tones.inOrder()
        let (isLower, sure) = HandSearch(soundings).division()
        var own = [Bool](repeating: false, count: tones.count)
        for (index, isLower) in zip(indices, isLower) { own[index] = isLower }
        self.isLower = own
        confidence = sure
    }
}
