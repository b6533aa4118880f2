/// Crops of pieces, moved, with cells hidden and contexts withheld: what a step learns from.
struct TrainingBatch: Sendable {
    let input: NetworkInput
    /// The tokens that should be said.
    let truth: [Token]
    /// How many of them count.
    let cells: Int

    /// Some crops of a step. Each follows from the seed, the step and its own number alone, so that a run can go on from any step.
    init(_ set: TrainingSet, _ settings: TrainingSettings, step: Int, crops: Range<Int>) {
        let (ticks, batch) = (settings.cropTicks, crops.count)
        var truth = [Token](repeating: .outside, count: 4 * ticks * batch)
        var (forward, backward) = (truth, truth)
        var visible = [UInt16](repeating: 0, count: ticks * batch)
        var contexts = [UInt8](repeating: 0, count: 6 * ticks * batch)
        for (place, crop) in crops.enumerated() {
            var generator = SplitMix64(
                seed: SplitMix64.mix(settings.seed &+ SplitMix64.mix(UInt64(step))) &+ UInt64(crop))
            let (tokens, ids) = Self.crop(set, settings, &generator)
            let masking = Masking(tokens, &generator)
            for tick in 0..<ticks {
                let row = tick * batch + place
                for voice in 0..<4 {
                    let token = tokens[4 * tick + voice]
                    let isHidden = masking.hidden[4 * tick + voice]
                    truth[4 * row + voice] = token
                    backward[4 * row + voice] = isHidden ? .hidden : token
                    forward[4 * row + voice] = isHidden && masking.isSymmetric ? .hidden : token
                }
                visible[row] = masking.visible(tick: tick, &generator)
                for part in 0..<6 { contexts[6 * row + part] = ids[6 * tick + part] }
            }
        }
        self.truth = truth
        cells = truth.count { $0 != .outside && $0 != .hidden }
        input = NetworkInput(
            ticks: ticks, batch: batch, forward: forward, backward: backward, present: truth, visible: visible,
            contexts: contexts)
    }

    /// A crop: up to a quarter of it may lie before or after the piece.
    private static func crop(
        _ set: TrainingSet, _ settings: TrainingSettings, _ generator: inout SplitMix64
    ) -> (tokens: [Token], ids: [UInt8]) {
        let number = set.draw(&generator)
        let (piece, ticks) = (set.pieces[number], settings.cropTicks)
        let first = Int.random(in: (-ticks / 4)...max(-ticks / 4, piece.ticks - ticks + ticks / 4), using: &generator)
        let shift = Int.random(in: set.shifts[number], using: &generator)
        let withholdsFermatas = generator.unit() < settings.withholding
        let withholdsKey = generator.unit() < settings.withholding
        var tokens = [Token](repeating: .outside, count: 4 * ticks)
        var ids = [UInt8](repeating: 0, count: 6 * ticks)
        for tick in max(0, -first)..<max(0, -first, min(ticks, piece.ticks - first)) {
            for voice in 0..<4 {
                let token = piece.tokens[4 * (first + tick) + voice]
                let isPitch = token.rawValue >= UInt8(Vocabulary.firstPitch)
                tokens[4 * tick + voice] = isPitch ? Token(rawValue: UInt8(Int(token.rawValue) + shift)) : token
            }
            for part in 0..<6 { ids[6 * tick + part] = piece.contexts[6 * (first + tick) + part] }
            if withholdsFermatas { ids[6 * tick + 2] = 0 }
            let key = Int(ids[6 * tick + 3])
            if key > 0 { ids[6 * tick + 3] = withholdsKey ? 0 : UInt8(((key - 1 + 7 * shift) % 12 + 12) % 12 + 1) }
        }
        return (tokens, ids)
    }
}
