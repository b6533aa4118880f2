import Counterpoint
import ScoreModel
import Testing

@Suite struct RoleTests {
    private func roles(_ names: [String], change: (inout Score) -> Void = { _ in }) throws -> [Role?] {
        var score = try Shorthand(names.map { "x\($0.filter(\.isLetter)) C4" }.joined(separator: "\n")).score
        for (index, name) in names.enumerated() { score.parts[index].name = name }
        change(&score)
        return Passage(score).voices.map(\.role)
    }

    @Test(arguments: [
        (["Soprano", "Alto", "Tenor", "Bass"], [Role.soprano, .alto, .tenor, .bass]),
        (["S.", "A.", "T.", "B."], [.soprano, .alto, .tenor, .bass]),
        (["Sopran", "Alt", "Tenore", "Basso"], [.soprano, .alto, .tenor, .bass]),
        (["Cantus", "Altus", "Tenor", "Bassus"], [.soprano, .alto, .tenor, .bass]),
        (["Violin I", "Violin II", "Viola", "Violoncello"], [.violin1, .violin2, .viola, .cello]),
        (["Violin 1", "Violin 2", "Viola", "Cello"], [.violin1, .violin2, .viola, .cello]),
        (["Violino", "Violino", "Viola", "Violoncello"], [.violin1, .violin2, .viola, .cello]),
        (["1st Violin", "2nd Violin", "Viola", "Cello"], [.violin1, .violin2, .viola, .cello]),
        (["Violon 1", "Violon 2", "Alto", "Violoncelle"], [.violin1, .violin2, .viola, .cello]),
        (["Vln1", "Vln2", "Vla", "Vc"], [.violin1, .violin2, .viola, .cello]),
        (["Flute", "Oboe", "Clarinet", "Bassoon"], [nil, nil, nil, nil]),
        (["B♭ Clarinet", "Alto Saxophone", "Bass Trombone", "Viola da gamba"], [nil, nil, nil, nil]),
        (["Soprano\nOboe", "Alto\nViolin 2", "Timpani", "Continuo"], [.soprano, .alto, nil, nil]),
        (["Violino I", "Soprano", "Alto", "Basso"], [.violin1, .soprano, .alto, .bass]),
        (["Soprano 1", "Soprano 2", "Alto solo", "Bass (choir)"], [.soprano, .soprano, .alto, .bass]),
    ])
    func `A part's name tells its role`(_ names: [String], _ expected: [Role?]) throws {
        #expect(try roles(names) == expected)
    }

    @Test func `An instrument tells it where the name does not`() throws {
        let found = try roles(["Eins", "Zwei"]) { score in
            score.parts[0].instruments = [Instrument(id: "I1")]
            score.parts[0].instruments[0].virtual.sound = "strings.viola"
            score.parts[1].instruments = [Instrument(id: "I2")]
            score.parts[1].instruments[0].midi = MIDIInstrument(instrument: "I2")
            score.parts[1].instruments[0].midi?.program = 42
        }
        #expect(found == [.viola, .cello])
    }

    @Test(arguments: [
        (
            [Clef(.g, line: 2), Clef(.g, line: 2), Clef(.g, line: 2, octaveChange: -1), Clef(.f, line: 4)],
            [Role.soprano, .alto, .tenor, .bass]
        ),
        (
            [Clef(.g, line: 2), Clef(.g, line: 2), Clef(.f, line: 4), Clef(.f, line: 4)],
            [.soprano, .alto, .tenor, .bass]
        ),
        (
            [Clef(.g, line: 2), Clef(.g, line: 2), Clef(.c, line: 3), Clef(.f, line: 4)],
            [.violin1, .violin2, .viola, .cello]
        ),
        ([Clef(.f, line: 4), Clef(.f, line: 4), Clef(.f, line: 4), Clef(.f, line: 4)], [nil, nil, nil, nil]),
    ])
    func `Clefs tell the roles of four unnamed voices`(_ clefs: [Clef], _ expected: [Role?]) throws {
        let found = try roles(["I", "J", "K", "L"]) { score in
            for index in clefs.indices {
                score.parts[index].clefs = [Timed(onset: .zero, measure: 0, value: clefs[index])]
            }
        }
        #expect(found == expected)
    }

    @Test func `Three unnamed voices have no roles`() throws {
        #expect(try roles(["I", "J", "K"]) == [nil, nil, nil])
    }
}
