import Testing

@testable import Harmonizer

struct TrainingBatchTests {
    private let set = TrainingSet(SmallPieces.pieces(3))

    @Test func `crops do not depend on how a step is divided`() {
        let settings = SmallPieces.settings
        let whole = TrainingBatch(set, settings, step: 5, crops: 0..<4)
        let half = TrainingBatch(set, settings, step: 5, crops: 2..<4)
        for tick in 0..<settings.cropTicks {
            let (second, all) = (
                half.truth[(8 * tick)..<(8 * tick + 8)], whole.truth[(16 * tick + 8)..<(16 * tick + 16)]
            )
            #expect(Array(second) == Array(all))
        }
    }

    @Test func `pieces are moved within the ranges of all, and the key with them`() {
        var settings = SmallPieces.settings
        settings.withholding = 0
        let lowest = (0..<4).map { voice in set.pieces.compactMap { $0.ranges[voice]?.lowerBound }.min() ?? 0 }
        let highest = (0..<4).map { voice in set.pieces.compactMap { $0.ranges[voice]?.upperBound }.max() ?? 0 }
        #expect(set.shifts.contains { $0.count > 1 })
        for step in 0..<40 {
            let batch = TrainingBatch(set, settings, step: step, crops: 0..<2)
            for cell in batch.truth.indices where batch.truth[cell].rawValue >= 4 {
                #expect((lowest[cell % 4]...highest[cell % 4]).contains(Int(batch.truth[cell].rawValue)))
            }
        }
    }

    @Test func `what is hidden is hidden from those it should be`() {
        var settings = SmallPieces.settings
        settings.crops = 1
        var kinds = (none: 0, symmetric: 0, ancestral: 0)
        for step in 0..<400 {
            let batch = TrainingBatch(set, settings, step: step, crops: 0..<1)
            let hidden = batch.input.backward.map { $0 == .hidden }
            let symmetric = batch.input.forward.contains(.hidden)
            if !hidden.contains(true) {
                kinds.none += 1
            } else if symmetric {
                kinds.symmetric += 1
            } else {
                kinds.ancestral += 1
            }
            for cell in hidden.indices {
                #expect(hidden[cell] || batch.input.backward[cell] == batch.truth[cell])
                #expect(!hidden[cell] || batch.truth[cell] != .outside)
                #expect(batch.input.forward[cell] == (symmetric && hidden[cell] ? .hidden : batch.truth[cell]))
            }
            for (row, visible) in batch.input.visible.enumerated() {
                #expect(visible & ~NetworkInput.allVisible == 0, "a head sees its own voice")
                for pair in 0..<16 where pair / 4 != pair % 4 {
                    let (head, voice) = (pair / 4, pair % 4)
                    let (sees, isSeen) = (
                        visible >> UInt16(pair) & 1 == 1, visible >> UInt16(4 * voice + head) & 1 == 1
                    )
                    if !hidden[4 * row + voice] { #expect(sees) }
                    // Of two hidden voices at most one sees the other.
                    if hidden[4 * row + voice], hidden[4 * row + head] { #expect(!(sees && isSeen)) }
                }
            }
        }
        #expect(kinds.none > 40 && kinds.symmetric > 40 && kinds.ancestral > 150)
    }

    @Test func `contexts are withheld as often as is asked for`() {
        var settings = SmallPieces.settings
        settings.withholding = 0.25
        settings.crops = 400
        let batch = TrainingBatch(set, settings, step: 1, crops: 0..<400)
        let known = (0..<400).filter { batch.truth[4 * (15 * 400 + $0)] != .outside }
        for part in [2, 3] {
            let withheld = known.count { batch.input.contexts[6 * (15 * 400 + $0) + part] == 0 }
            #expect((0.17...0.33).contains(Double(withheld) / Double(known.count)))
        }
    }
}
