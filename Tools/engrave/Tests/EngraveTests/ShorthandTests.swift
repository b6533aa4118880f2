import ScoreModel
import Testing

@testable import engrave

@Suite struct `Reading shorthand` {
    static let header = "title: A\ncomposer: B\nkey: -1 minor\nmeter: 3/4\n\n"

    @Test func `all parts of a note are read`() throws {
        let chorale = try Chorale(shorthand: Self.header + "S Bb3~*3/2 Bb3/2^ r |]\nA D4*3 |]\nT A3*3 |]\nB D2*3 |]")
        let notes = try #require(chorale.measures.first?.notes.first)
        #expect(notes.map { $0.pitch?.description } == ["Bb3", "Bb3", nil])
        #expect(notes.map(\.value.quarters.description) == ["3/2", "1/2", "1"])
        #expect(notes.map(\.isTied) == [true, false, false])
        #expect(notes.map(\.hasFermata) == [false, true, false])
    }

    /// What is wrong, after the header, and how the error begins.
    static let wrongSystems: [(String, String)] = [
        ("", "1:1: there are no notes"),
        ("S C4 |]", "6:1: a system has four lines"),
        ("S C4 |]\nB C4 |]\nT C4 |]\nB C4 |]", "7:1: this line of the system should begin with 'A '"),
        ("S C4 H4 |]\nA C4 |]\nT C4 |]\nB C4 |]", "6:6: 'H4' is neither a note, a rest nor a bar line"),
        ("S C4*5/4 |]\nA C4 |]\nT C4 |]\nB C4 |]", "6:3: no plain or dotted note is 5/4 quarters long"),
        ("S C4*4 |]\nA C4*4 |]\nT C4*4 |]\nB C4*4 |]", "6:3: the measure has 4 quarters"),
        ("S C4 |]\nA C4*2 |]\nT C4 |]\nB C4 |]", "7:3: the alto has 2 quarters"),
        ("S C4 | C4 |]\nA C4 |]\nT C4 |]\nB C4 |]", "7:6: the soprano has '|' here, not '|]'"),
        ("S C4~ | D4 |]\nA C4 | C4 |]\nT C4 | C4 |]\nB C4 | C4 |]", "6:9: the note before is tied"),
        ("S C4~ |]\nA C4 |]\nT C4 |]\nB C4 |]", "6:3: no note follows"),
        ("S C4 |\nA C4 |\nT C4 |\nB C4 |", "6:6: the last bar line should be '|]' or ':|'"),
    ]

    @Test(arguments: wrongSystems)
    func `errors in a system name line and column`(_ system: String, _ message: String) throws {
        let error = try #require(throws: ShorthandError.self) { try Chorale(shorthand: Self.header + system) }
        #expect(error.description.hasPrefix(message))
    }

    @Test(arguments: [
        ("", "1:1: the file is empty"),
        ("title A", "1:8: a header line is a name, a colon and a value"),
        ("title: A\nkey: 8 major", "2:6: a key is a number from -7 to 7"),
        ("title: A\u{1}", "1:1: 'title' has a character that XML does not allow"),
    ])
    func `errors in the header name line and column`(_ text: String, _ message: String) throws {
        let error = try #require(throws: ShorthandError.self) { try Chorale(shorthand: text) }
        #expect(error.description.hasPrefix(message))
    }
}
