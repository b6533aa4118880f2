import ScoreModel
import Testing

@Suite struct PlayOrderSecondsTests {
    /// Tempos by their onset.
    static func tempos(_ list: [(onset: Fraction, quartersPerMinute: Fraction)]) throws -> [Timed<Tempo>] {
        try list.map { onset, quarters in
            Timed(onset: onset, measure: 0, value: try #require(Tempo(quartersPerMinute: quarters)))
        }
    }

    @Test(
        arguments: [
            ("1 2", [], 4), ("1 2", [(0, 60)], 8), ("1 2", [(0, 60), (4, 120)], 6), ("1 2", [(4, 60)], 6),
            ("1 2", [(0, 60), (2, 240), (3, 30)], 2 + 0.25 + 10), ("|: 1 :| 2", [(0, 60), (4, 120)], 10),
            ("1 Fine 2 DC", [(4, 30)], 2 + 8 + 2), ("1", [(0, 60), (0, 120)], 2), ("1", [(4, 1)], 2),
            ("1", [(0, 200 / 3)], 3.6),
        ] as [(String, [(Fraction, Fraction)], Double)])
    func `a piece lasts as long as its tempos say`(
        sketch: String, tempos: [(Fraction, Fraction)], seconds: Double
    ) throws {
        let order = PlayOrder(try Score(roadMap: sketch))
        #expect(order.seconds(tempos: try PlayOrderSecondsTests.tempos(tempos)) == seconds)
    }

    @Test func `no piece lasts no time`() {
        #expect(PlayOrder(Score()).seconds(tempos: []) == 0)
    }

    @Test func `a duration has its seconds`() throws {
        #expect(try #require(Tempo(quartersPerMinute: 90)).seconds(for: 3) == 2)
        #expect(Tempo.standard.seconds(for: 1 / 3) == 1.0 / 6)
    }
}
