import ScoreModel
import TestSupport
import Testing

/// The examples of `Docs/PlayOrder.md`, and harder cases. The lists were worked out by hand.
@Suite struct PlayOrderCaseTests {
    /// What the page shows as `sketch` is 1 2 3, and in tables as `sketch` | 1 2 3.
    static let examples: [(sketch: String, played: String)] = {
        let page = ((try? Fixture("../Docs/PlayOrder.md").text) ?? "").replacing(#"\|"#, with: "|")
        return page.matches(of: /`(?<sketch>[^`\n]+)` (?:is|\|) (?<played>[0-9]+(?: [0-9]+)*)/).map {
            (String($0.output.sketch), String($0.output.played))
        }
    }()

    @Test(arguments: examples) func `the examples of the page are true`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test func `the page has examples`() { #expect(PlayOrderCaseTests.examples.count == 17) }

    @Test(arguments: [
        // A repeat inside an ending, first or second, is a passage of its own.
        ("|: 1 [1 2 |: 3 :| 4 ] :| [2 5 ] 6", "1 2 3 3 4 1 5 6"),
        ("|: 1 [1 2 ] :| [2 3 |: 4 :| 5 ] :| [3 6 ]", "1 2 1 3 4 4 5 1 6"),
        // A repeat that begins at the last ending and ends behind it.
        ("|: 1 [1 2 ] :| |: [2 3 ] 4 :| 5", "1 2 1 3 4 3 4 5"),
        // A passage that begins with its endings.
        ("[1 1 ] :| [2 2 ] 3", "1 2 3"), ("|: 1 [1 2 ] :| [2 3 ] |: [1 4 ] :| [2 5 ] 6", "1 2 1 3 4 5 6"),
    ])
    func `passages can lie in endings and over them`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test(arguments: [
        ("|: 1 [1 2 ] [2 3 ] 4 :| 5", "1 2 4 1 3 4 5"), ("|: 1 [1 2 ] [2 3 ] :| 4", "1 2 1 3 4"),
        ("|: 1 [2 2 ] :| 3", "1 1 2 3"), ("|: 1 [1,3 2 ] [2 3 ] 4 :| 5", "1 2 4 1 3 4 1 2 4 5"),
        ("1 [1 2 ] [2 3 ] 4", "1 2 4"),
    ])
    func `endings without a repeat sign only choose`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test(arguments: [
        ("1 [1 2 ] [2 3 ] Fine 4 DC", "1 2 4 1 3"), ("1 [1 2 ] 3 DC", "1 2 3 1 3"),
        ("|: 1 [1 2 ] :| [2 3 ] [3 4 ] 5 DC", "1 2 1 3 5 1 4 5"),
    ])
    func `an ending can be meant for the larger repeat`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test(arguments: [
        ("|: 1 [1,2 2 ] :| 3", "1 2 1 2 1 3"), ("|: 1 [ 2 ] :| [ 3 ] 4", "1 2 1 3 4"), ("|: 1 [ 2 ] :| 3", "1 2 1 3"),
        ("|: 1 [1,2 2 ] :| [2,3 3 ] :| 4", "1 2 1 2 1 3 4"), ("|: 1 [1 2 ] :|5 [2 3 ] 4", "1 2 1 3 4"),
        ("|: 1 [1 2 ] 3 4 :| [2 5 ] 6", "1 2 3 4 1 5 6"), ("|: 1 [1 2 ] |: 3 :| [2 4 ] 5", "1 2 3 3 5"),
        ("|: 1 [1 2 :| [2 3 |: 4 :| 5", "1 2 1 3 4 4 5"), ("|: 1 [1 2 :| [2 3 4 5", "1 2 1 3 4 5"),
    ])
    func `endings count as they say, and end where they must`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test(arguments: [
        ("1 segno 2 3 DS 4 segno 5 6 DS 7", "1 2 3 2 3 4 5 6 5 6 7"),
        ("segno=a 1 segno=b 2 DS=a 3 DS=b 4", "1 2 1 2 3 2 3 4"),
        ("segno 1 ToCoda 2 DS coda 3 coda 4", "1 2 1 3 4"), ("1 ToCoda=b 2 DC coda=a 3 coda=b 4", "1 2 1 4"),
        ("1 Fine 2 DC 3 DC", "1 2 1"), ("1 2 DC 3 DC 4", "1 2 1 2 3 1 2 3 4"),
    ])
    func `signs are told apart by their names, then by their distance`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test(arguments: [
        ("1 ToCoda 2 DC coda 3 Fine 4", "1 2 1 3"),
        ("segno=a 1 ToCoda=a 2 DS=a coda=a 3 segno=b 4 Fine 5 DS=b", "1 2 1 3 4 5 4"),
    ])
    func `a fine in the coda ends the piece unless somebody still leads back`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test(arguments: [
        ("1 ToCoda 2 DC coda [2 3 ] 4", "1 2 1 3 4"), ("|: 1 segno [1 2 ] :| [2 3 ] 4 DS 5", "1 2 1 3 4 2 3 4 5"),
        ("|: 1 [1 2 ] :| [2 3 DC ] 4", "1 2 1 3 1 3 4"), ("|: 1 [1 2 ] :| [2 3 DC@2 ] 4", "1 2 1 3 1 3 4"),
        ("|: 1 [1 2 DC ] :| [2 3 ]", "1 2 1 3"), ("|: 1 [1 2 Fine ] :| [2 3 ToCoda 4 ] DC coda 5", "1 2 1 3 4 1 3 5"),
    ])
    func `jumps can stand in endings and lead into them`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test(arguments: [
        ("|: 1 ToCoda@3 2 :| 3 DC coda 4", "1 2 1 2 3 1 4"), ("1 2 DC@1,2 3", "1 2 1 2 1 2 3"),
        ("|: 1 2 DC@1 :| 3", "1 2 1 2 3"), ("1 Fine@3 2 DC@1,2 3", "1 2 1 2 1"),
    ])
    func `times are counted on through jumps`(sketch: String, played: String) throws {
        #expect(try Score(roadMap: sketch).played == played)
    }

    @Test func `says why the player came`() throws {
        let order = PlayOrder(try Score(roadMap: "segno 1 |: 2 [1 3 ] :| [2 4 ] ToCoda 5 DS 6 coda 7 DC"))
        #expect(
            order.stretches.map(\.cause) == [
                .next, .repeat, .ending, .next, .dalSegno, .ending, .coda, .daCapo, .ending, .coda,
            ])
    }

    @Test func `a segno in the middle of a measure is returned to exactly`() throws {
        var score = try Score(roadMap: "1 2 DS 3")
        score.parts[0].sounds.append(Timed(onset: 3, measure: 0, value: Sound(Jump(.segno("")))))
        #expect(PlayOrder(score).stretches.map { [$0.start, $0.end] } == [[0, 8], [3, 12]])
    }

    @Test(arguments: [("yes", nil), ("3", 3 / 2), ("0", nil), ("-1", nil)] as [(String, Fraction?)])
    func `a fine can say how long the last note is`(value: String, length: Fraction?) throws {
        var score = try Score(roadMap: "1 2 DC")
        var sound = Sound()
        sound.fine = value
        score.parts[0].divisions = [Timed(onset: 0, measure: 0, value: 2)]
        score.parts[0].sounds.append(Timed(onset: 4, measure: 0, value: sound))
        #expect(PlayOrder(score).lastNote == length)
        #expect(score.played == "1 2 1")
    }

    @Test(arguments: [("1 2 DS segno 3", "1 2 3"), ("1 coda 2 ToCoda 3 DC", "1 2 3 1 2 3")])
    func `an instruction that leads nowhere is passed by and told`(sketch: String, played: String) throws {
        let score = try Score(roadMap: sketch)
        #expect(score.played == played)
        #expect(PlayOrder(score).diagnostics.map(\.code) == ["jump-without-target"])
        #expect(PlayOrder(score).diagnostics.first?.place.measure == "2")
    }

    @Test(arguments: ["[5 1 ] :|\(Int.max) 2", "|: 1 [\(Int.max) 2 ] :| 3", "|: 1 [1 2 ] :| [\(Int.max) 3 ] 4 :| 5"])
    func `numbers beyond measure do no harm`(sketch: String) throws {
        let order = PlayOrder(try Score(roadMap: sketch))
        #expect(order.stretches.count <= 4096)
        #expect(order.isTruncated == order.diagnostics.contains { $0.code == "play-order-truncated" })
    }
}
