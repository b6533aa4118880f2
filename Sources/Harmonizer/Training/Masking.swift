/// Which cells of a crop are hidden while it is learned, and from whom.
///
/// A sampler that composes from left to right knows all that is past and, of the future, only what was given. So more than half of the crops
/// hide cells from the backward stack alone, and let each head see those voices of its own tick that come earlier in a random order. A fifth
/// hide nothing. The rest hide cells from both stacks, which is what Gibbs sampling by blocks meets.
struct Masking {
    /// The hidden cells, four a tick.
    private(set) var hidden: [Bool]
    /// True when the forward stack does not know them either.
    private(set) var isSymmetric = false
    /// True when heads see those hidden voices of their own tick that come earlier in a random order.
    private(set) var isOrdered = false

    /// Draws what is hidden in a crop of given tokens.
    init(_ tokens: [Token], _ generator: inout SplitMix64) {
        let ticks = tokens.count / 4
        hidden = [Bool](repeating: false, count: tokens.count)
        let kind = generator.unit()
        // Mostly all voices but the top one: a melody is harmonized.
        let voices =
            generator.unit() < 0.65
            ? [false, true, true, true] : (0..<4).map { _ in generator.unit() < 0.6 }
        switch kind {
        case ..<0.2: return
        case ..<0.45:
            isSymmetric = true
            isOrdered = generator.unit() < 0.5
            if kind < 0.32 {
                hide(share: 0.5 + 0.5 * generator.unit(), of: voices, &generator)
            } else {
                hide(share: generator.unit(), of: [true, true, true, true], &generator)
            }
        case ..<0.65:
            isOrdered = true
            hide(share: 1, of: voices, &generator)
        case ..<0.9:
            isOrdered = true
            hideSpans(of: voices, ticks: ticks, tokens, &generator)
        default:
            isOrdered = true
            hide(share: generator.unit(), of: [true, true, true, true], &generator)
        }
        for cell in tokens.indices where tokens[cell] == .outside { hidden[cell] = false }
    }

    private mutating func hide(share: Double, of voices: [Bool], _ generator: inout SplitMix64) {
        for cell in hidden.indices where voices[cell % 4] && generator.unit() < share { hidden[cell] = true }
    }

    /// Hides spans of one to eight beats, with gaps, each up to the end of the notes that it begins.
    private mutating func hideSpans(
        of voices: [Bool], ticks: Int, _ tokens: [Token], _ generator: inout SplitMix64
    ) {
        let length = [4, 8, 16, 32][Int(generator.next() % 4)]
        let gap = [4, 8, 16, 32, 64][Int(generator.next() % 5)]
        var tick = Int(generator.next() % 32)
        while tick < ticks {
            for cell in (4 * tick)..<(4 * min(tick + length, ticks)) where voices[cell % 4] { hidden[cell] = true }
            tick += length + gap
        }
        for cell in hidden.indices.dropFirst(4) where hidden[cell - 4] && tokens[cell] == .hold { hidden[cell] = true }
    }

    /// The bits of ``NetworkInput/visible`` for a tick: what is not hidden, and what comes earlier in a random order.
    func visible(tick: Int, _ generator: inout SplitMix64) -> UInt16 {
        var order = [0, 1, 2, 3]
        if isOrdered { order.shuffle(using: &generator) }
        return (0..<16).reduce(0) { bits, pair in
            let (head, voice) = (pair / 4, pair % 4)
            guard head != voice, !hidden[4 * tick + voice] || (isOrdered && order[voice] < order[head]) else {
                return bits
            }
            return bits | 1 << UInt16(pair)
        }
    }
}
