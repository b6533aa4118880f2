import Testing

@testable import Harmonizer

struct WalkTests {
    private static let ticks = 14

    /// A model with given parameters, and a piece.
    private static func parts(seed: UInt64) -> (SteppedNetwork, tokens: [Token], contexts: [UInt8]) {
        let parameters: [Double] = SmallNetwork.parameters(seed: seed)
        let model = Model(SmallNetwork.network, parameters: parameters.map { Float($0) })
        let batch = SmallNetwork.batch(ticks: ticks, sequences: 1, seed: seed).input
        return (SteppedNetwork(model), batch.forward, batch.contexts)
    }

    /// What the network says in one pass of a block that is composed from left to right, the voices from the top down.
    private static func expected(
        _ network: SteppedNetwork, _ tokens: [Token], _ contexts: [UInt8], _ block: Range<Int>, hidden: Set<Int>
    ) -> [Float] {
        var backward = tokens
        for tick in block {
            for voice in hidden { backward[4 * tick + voice] = .hidden }
        }
        let visible: UInt16 = (0..<16).reduce(0) { bits, pair in
            let (head, voice) = (pair / 4, pair % 4)
            return head != voice && (voice < head || !hidden.contains(voice)) ? bits | 1 << UInt16(pair) : bits
        }
        let input = NetworkInput(
            ticks: ticks, batch: 1, forward: tokens, backward: backward, present: tokens,
            visible: [UInt16](repeating: visible, count: ticks), contexts: contexts)
        return network.network.logProbabilities(input, parameters: network.parameters)
    }

    @Test(
        "Tick by tick the network says the same as in one pass",
        arguments: [UInt64(1), 2, 3], [(0..<14, [1, 2, 3]), (4..<9, [0, 1, 2, 3]), (5..<14, [2]), (0..<3, [1, 3])])
    func sameAsOnePass(seed: UInt64, block: (ticks: Range<Int>, voices: [Int])) {
        let (network, tokens, contexts) = Self.parts(seed: seed)
        let hidden = Set(block.voices)
        let expected = Self.expected(network, tokens, contexts, block.ticks, hidden: hidden)
        var surroundings = Surroundings(network, tokens: tokens, contexts: contexts)
        let mask = block.ticks.flatMap { _ in (0..<4).map(hidden.contains) }
        var walk = Walk(surroundings.block(block.ticks, hidden: mask), count: 3)
        let count = network.network.vocabulary.count
        var answers = [Float](repeating: 0, count: 3 * count)
        for tick in block.ticks {
            for voice in (0..<4).filter({ !hidden.contains($0) }) {
                for setting in 0..<3 { walk.show(tokens[4 * tick + voice], voice: voice, in: setting) }
            }
            for voice in block.voices {
                walk.ask(voice, into: &answers)
                for setting in 0..<3 {
                    for token in 0..<count {
                        let truth = expected[(4 * tick + voice) * count + token]
                        #expect(abs(answers[setting * count + token] - truth) < 1e-4 * max(1, abs(truth)))
                    }
                    walk.show(tokens[4 * tick + voice], voice: voice, in: setting)
                }
            }
            walk.advance()
        }
    }

    @Test("A setting that is chosen goes on as itself", arguments: [UInt64(4), 5])
    func choosing(seed: UInt64) {
        let (network, tokens, contexts) = Self.parts(seed: seed)
        var surroundings = Surroundings(network, tokens: tokens, contexts: contexts)
        let block = surroundings.block(2..<10, hidden: [Bool](repeating: true, count: 32))
        let count = network.network.vocabulary.count
        var (apart, chosen) = (Walk(block, count: 2), Walk(block, count: 2))
        var (first, second) = ([Float](repeating: 0, count: 2 * count), [Float](repeating: 0, count: 2 * count))
        for tick in block.ticks {
            for voice in 0..<4 {
                apart.ask(voice, into: &first)
                chosen.ask(voice, into: &second)
                if tick > 5 {
                    #expect(second[..<count] == first[count...], "tick \(tick)")
                    #expect(second[count...] == first[count...], "tick \(tick)")
                }
                let other = Token(rawValue: UInt8(4 + (7 * tick + voice) % 20))
                apart.show(tokens[4 * tick + voice], voice: voice, in: 0)
                chosen.show(tick > 5 ? other : tokens[4 * tick + voice], voice: voice, in: 0)
                apart.show(other, voice: voice, in: 1)
                chosen.show(other, voice: voice, in: 1)
            }
            apart.advance()
            chosen.advance()
            if tick == 5 { chosen.choose([1, 1]) }
        }
    }

    @Test("What was kept of a piece holds after parts of it have changed", arguments: [UInt64(6), 7])
    func changes(seed: UInt64) {
        let (network, tokens, contexts) = Self.parts(seed: seed)
        var kept = Surroundings(network, tokens: tokens, contexts: contexts)
        let mask = [Bool](repeating: true, count: 16)
        _ = kept.block(3..<7, hidden: mask)
        _ = kept.block(9..<13, hidden: mask)
        var changed = tokens
        for cell in 20..<28 { changed[cell] = Token(rawValue: 30) }
        kept.change(5..<7, to: Array(changed[20..<28]))
        var fresh = Surroundings(network, tokens: changed, contexts: contexts)
        for range in [1..<5, 8..<12, 10..<14] {
            let (old, new) = (kept.block(range, hidden: mask), fresh.block(range, hidden: mask))
            #expect(old.past == new.past)
            #expect(old.heads == new.heads)
        }
    }
}
