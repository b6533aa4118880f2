import ScoreModel
import Testing

@Suite struct PlayOrderTests {
    // MARK: Repeats

    @Test(arguments: [
        ("1 2 3", "1 2 3"), ("|: 1 2 :| 3", "1 2 1 2 3"), ("1 |: 2 3 :| 4", "1 2 3 2 3 4"), ("1 2 :| 3", "1 2 1 2 3"),
        ("1 |: 2 :|", "1 2 2"), ("1 |: 2 3", "1 2 3"), ("1 |: 2 :|3 3", "1 2 2 2 3"), ("1 |: 2 :|1 3", "1 2 3"),
        ("1 2 :| 3 4 :| 5", "1 2 1 2 3 4 3 4 5"), ("|: 1 :| |: 2 :| 3 |: 4 :|", "1 1 2 2 3 4 4"),
        ("|: 1 :|3 |: 2 :| |: 3 :|3", "1 1 1 2 2 3 3 3"),
    ])
    func `follows repeats`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [
        ("|: 1 |: 2 :| 3", "1 2 2 3"), ("|: 1 |: 2 :| 3 :| 4", "1 2 2 3 3 4"), ("|: 1 |: 2 |: 3 :|", "1 2 3 3"),
    ])
    func `goes back to the nearest beginning, for repeats do not nest`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [("1 forward 2 3 :| 4", "1 2 3 2 3 4"), ("|: 1 :| 2 forward 3 :|", "1 1 2 3 3")])
    func `goes back to a beginning that is not printed`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test func `goes back in the middle of a measure`() throws {
        var score = try Score(roadMap: "1 2 3")
        score.parts[0].barlines = [
            Timed(onset: 2, measure: 0, value: Barline(location: .middle, repeat: .forward)),
            Timed(
                onset: 6, measure: 1, value: Barline(location: .middle, repeat: .backward(times: 2, afterJump: false))),
        ]
        let spans = PlayOrder(score).stretches.map { [$0.start, $0.end, Fraction($0.pass)] }
        #expect(spans == [[0, 6, 1], [2, 6, 2], [6, 12, 1]])
    }

    // MARK: Endings

    @Test(arguments: [
        ("|: 1 [1 2 ] :| [2 3 ] 4", "1 2 1 3 4"), ("|: 1 [1,2 2 ] :| [3 3 ] 4", "1 2 1 2 1 3 4"),
        ("|: 1 [1 2 ] :| [2 3 ] :| [3 4 ] 5", "1 2 1 3 1 4 5"), ("|: 1 [1 2 3 ] :| [2 4 5 ]", "1 2 3 1 4 5"),
        ("|: 1 [1 2 :| [2 3", "1 2 1 3"), ("|: 1 [1 2 ] :| 3", "1 2 1 3"),
        ("|: 1 [1,3 2 ] :| [2,4 3 ] :| 4", "1 2 1 3 1 2 1 3 4"),
        ("|: 1 [1 2 ] :| [2 3 ] :| 4", "1 2 1 3 4"),
    ])
    func `plays each ending on its passes`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [
        ("|: 1 [1 2 ] :| [2 3 ] |: 4 :| 5", "1 2 1 3 4 4 5"), ("|: 1 [1 2 ] :| [2 3 ] 4 |: 5 :| 6", "1 2 1 3 4 5 5 6"),
        ("|: 1 [1 2 ] :| [2 3 ] |: 4 [1 5 ] :| [2 6 ] 7", "1 2 1 3 4 5 4 6 7"),
        ("|: 1 [1 2 ] :| |: 3 :|", "1 2 1 3 3"),
    ])
    func `counts anew behind the last ending`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [
        ("|: 1 [1 2 ] :| [2 3 ] 4 :| 5", "1 2 1 3 4 4 5"),
        ("|: 1 [1 2 ] :| [2 3 ] 4 [1 5 ] :| [2 6 ]", "1 2 1 3 4 5 4 6"),
    ])
    func `a new passage begins behind the last ending`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test func `tells the pass of each stretch`() throws {
        let order = PlayOrder(try Score(roadMap: "1 |: 2 [1 3 ] :| [2 4 ]"))
        #expect(order.stretches.map(\.pass) == [1, 2, 2])
        #expect(order.stretches.map(\.start) == [0, 4, 12])
        #expect(order.stretches.map(\.end) == [12, 8, 16])
    }

    // MARK: Jumps

    @Test(arguments: [
        ("1 2 Fine 3 4 DC", "1 2 3 4 1 2"), ("1 2 3 DC", "1 2 3 1 2 3"), ("1 segno 2 3 Fine 4 DS", "1 2 3 4 2 3"),
        ("1 segno 2 3 ToCoda 4 5 DS coda 6 7", "1 2 3 4 5 2 3 6 7"), ("1 ToCoda 2 3 DC coda 4", "1 2 3 1 4"),
        ("segno=a 1 segno=b 2 3 DS=b", "1 2 3 2 3"),
    ])
    func `follows jumps`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [
        ("segno 1 ToCoda 2 DS coda 3 |: 4 :| 5", "1 2 1 3 4 4 5"),
        ("1 ToCoda 2 DC coda |: 3 [1 4 ] :| [2 5 ]", "1 2 1 3 4 3 5"),
        ("segno=a 1 ToCoda=a 2 DS=a coda=a 3 segno=b 4 ToCoda=b 5 DS=b coda=b 6", "1 2 1 3 4 5 4 6"),
    ])
    func `the coda is new music, with repeats and jumps of its own`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [
        ("1 Fine 2 3", "1 2 3"), ("1 ToCoda 2 coda 3", "1 2 3"), ("|: 1 Fine 2 :| 3", "1 2 1 2 3"),
        ("1 2 DS 3", "1 2 3"), ("segno 1 coda 2", "1 2"),
    ])
    func `passes by what holds only after a jump, and signs nobody asks for`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [("1 >Fine 2 3 DC", "1 2 3 1 2"), ("1 2 >DC 3 4", "1 2 3 1 2 3 4")])
    func `takes an instruction at the beginning of a measure for its end`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test func `stops at a fine in the middle of a measure`() throws {
        var score = try Score(roadMap: "1 2 DC")
        score.parts[0].sounds.append(Timed(onset: 2, measure: 0, value: Sound(Jump(.fine))))
        #expect(PlayOrder(score).stretches.map(\.end) == [8, 2])
    }

    @Test(arguments: [
        ("|: 1 :| 2 Fine |: 3 :| DC", "1 1 2 3 3 1 2"), ("|: 1 [1 2 ] :| [2 3 ] Fine 4 DC", "1 2 1 3 4 1 3"),
        ("|: 1 [1,2 2 ] :| [3 3 ] Fine 4 DC", "1 2 1 2 1 3 4 1 3"), ("1 |: segno 2 :| 3 DS 4", "1 2 2 3 2 3 4"),
        ("|: 1 [1 2 ] :| 3 Fine 4 DC", "1 2 1 3 4 1 3"),
    ])
    func `takes no repeats after a jump, and the last ending`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [
        ("|: 1 :|jump 2 Fine 3 DC", "1 1 2 3 1 1 2"), ("|: 1 [1 2 ] :|jump [2 3 ] Fine 4 DC", "1 2 1 3 4 1 2 1 3"),
        ("|: 1 :| 2 |: 3 :|jump 4 Fine 5 DC", "1 1 2 3 3 4 5 1 2 3 3 4"),
    ])
    func `takes the repeats after a jump that ask for it`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    @Test(arguments: [
        ("|: 1 ToCoda@2 2 :| coda 3", "1 2 1 3"), ("|: 1 Fine@2 2 :|", "1 2 1"),
        ("|: 1 Fine 2 :| DC@2 3", "1 2 1 2 1"), ("|: 1 Fine 2 DC@2 3 :| 4", "1 2 3 1 2 1"),
        ("1 2 DC@1 3", "1 2 1 2 3"),
    ])
    func `follows an instruction on its passes only`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
    }

    // MARK: Scores

    @Test func `signs that stand in several parts count once`() throws {
        var score = try Score(roadMap: "|: 1 [1 2 ] :| [2 3 ] Fine 4 DC")
        score.parts += [score.parts[0], Part(id: "P3")]
        #expect(score.played == "1 2 1 3 4 1 3")
    }

    @Test func `signs that only one part has count for all`() throws {
        var score = try Score(roadMap: "|: 1 :| 2")
        score.parts.insert(Part(id: "P0"), at: 0)
        #expect(score.played == "1 1 2")
    }

    @Test func `in written order nothing is repeated`() throws {
        let score = try Score(roadMap: "|: 1 [1 2 ] :| [2 3 ] Fine 4 DC")
        let order = PlayOrder.written(score)
        #expect(order.stretches.map { [$0.start, $0.end, Fraction($0.pass)] } == [[0, 16, 1]])
        #expect(!order.isTruncated)
    }

    @Test func `of no measures is nothing`() {
        #expect(PlayOrder(Score()).stretches.isEmpty && PlayOrder.written(Score()).stretches.isEmpty)
    }

    @Test(arguments: [":|1000000000", ":|\(Int.max)"]) func `is cut off where it would never end`(sign: String) throws {
        let order = PlayOrder(try Score(roadMap: "1 |: 2 \(sign) 3"))
        #expect(order.isTruncated && order.stretches.count <= 5000)
    }

    @Test func `a hundred times is not too often`() throws {
        let order = PlayOrder(try Score(roadMap: "|: 1 :|100"))
        #expect(!order.isTruncated && order.stretches.count == 100)
    }
}
