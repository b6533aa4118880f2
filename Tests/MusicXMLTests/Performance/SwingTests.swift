import ScoreModel
import Testing

@Suite struct SwingTests {
    private static let swing = direction(
        "", sound: "<sound><swing><first>2</first><second>1</second></swing></sound>")

    private func lines(_ measures: String) throws -> [String] { try Performance(sketch: measures).lines }

    @Test func `eighths are long and short`() throws {
        #expect(
            try lines(SwingTests.swing + note("C4", 1 / 2) + note("D4", 1 / 2) + note("E4", 3))
                == ["0 2/3 60", "2/3 1/3 62", "1 3 64"])
    }

    @Test func `shorter notes keep their place in the pair`() throws {
        #expect(
            try lines(
                SwingTests.swing + note("C4", 1 / 4) + note("D4", 1 / 4) + note("E4", 1 / 2) + note("F4", 3))
                == ["0 1/3 60", "1/3 1/3 62", "2/3 1/3 64", "1 3 65"])
    }

    @Test func `syncopations swing at both ends`() throws {
        #expect(
            try lines(SwingTests.swing + note("C4", 1 / 2) + note("D4", 1) + note("E4", 1 / 2) + note("F4", 2))
                == ["0 2/3 60", "2/3 1 62", "5/3 1/3 64", "2 2 65"])
    }

    @Test func `sixteenths can swing`() throws {
        let swing = direction(
            "",
            sound: "<sound><swing><first>3</first><second>1</second><swing-type>16th</swing-type></swing></sound>")
        #expect(
            try lines(swing + note("C4", 1 / 4) + note("D4", 1 / 4) + note("E4", 7 / 2))
                == ["0 3/8 60", "3/8 1/8 62", "1/2 7/2 64"])
    }

    @Test func `notes without a type, and triplets, are straight`() throws {
        let untyped = SwingTests.swing + note("C4", 1 / 2, type: " ") + note("D4", 1 / 2, type: " ") + note("E4", 3)
        #expect(try lines(untyped) == ["0 1/2 60", "1/2 1/2 62", "1 3 64"])
        let third = "<type>eighth</type>"
        let triplet =
            SwingTests.swing + note("C4", 1 / 3, type: third) + note("D4", 1 / 3, type: third)
            + note("E4", 1 / 3, type: third) + note("F4", 3)
        #expect(try lines(triplet) == ["0 1/3 60", "1/3 1/3 62", "2/3 1/3 64", "1 3 65"])
    }

    @Test func `straight ends it`() throws {
        let straight = direction("", sound: "<sound><swing><straight/></swing></sound>")
        #expect(
            try lines(SwingTests.swing + note("C4", 4) + "|" + straight + note("D4", 1 / 2) + note("E4", 7 / 2))[1]
                == "4 1/2 62")
    }

    @Test func `a metronome mark can ask for it`() throws {
        func notes(_ types: [(String, String)]) -> String {
            types.map { "<metronome-note><metronome-type>\($0.0)</metronome-type>\($0.1)</metronome-note>" }.joined()
        }
        func tuplet(_ role: String) -> String {
            "<metronome-tuplet type=\"\(role)\"><actual-notes>3</actual-notes><normal-notes>2</normal-notes></metronome-tuplet>"
        }
        let mark = direction(
            "<metronome>" + notes([("eighth", ""), ("eighth", "")]) + "<metronome-relation>equals</metronome-relation>"
                + notes([("quarter", tuplet("start")), ("eighth", tuplet("stop"))]) + "</metronome>")
        #expect(try lines(mark + note("C4", 1 / 2) + note("D4", 7 / 2))[0] == "0 2/3 60")
    }

    @Test func `parts that say nothing swing along`() throws {
        let measure = note("C4", 1 / 2) + note("D4", 1 / 2) + note("E4", 3)
        let onsets = Performance(try Score(sketch: SwingTests.swing + measure, measure)).onsets
        #expect(onsets == [0, 0, 2 / 3, 2 / 3, 1, 1])
    }
}
