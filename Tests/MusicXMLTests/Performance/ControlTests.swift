import ScoreModel
import Testing

@Suite struct ControlTests {
    private func controls(_ measures: String) throws -> [String] {
        try Performance(sketch: measures).controls.map { "\($0.onset) \($0.kind)" }
    }

    private func pedal(_ type: String) -> String { direction("<pedal type=\"\(type)\" line=\"yes\"/>") }

    private let repeated = "<barline location=\"right\"><repeat direction=\"backward\"/></barline>"

    @Test func `pedal signs`() throws {
        #expect(
            try controls(
                pedal("start") + note("C4", 1) + pedal("change") + note("D4", 1) + pedal("stop") + note("E4", 2))
                == ["0 damper(127)", "1 damper(0)", "1 damper(127)", "2 damper(0)"])
        #expect(
            try controls(pedal("sostenuto") + note("C4", 2) + pedal("stop") + note("D4", 2))
                == ["0 sostenuto(127)", "2 sostenuto(0)"])
    }

    @Test func `a line that stops or goes on moves no pedal`() throws {
        #expect(
            try controls(
                pedal("start") + note("C4", 1) + pedal("discontinue") + note("D4", 1) + pedal("resume") + note("E4", 1)
                    + pedal("stop") + note("F4", 1)) == ["0 damper(127)", "3 damper(0)"])
    }

    @Test func `what is said for playback wins over the sign, and may be in percent`() throws {
        #expect(
            try controls(
                direction("<pedal type=\"start\"/>", sound: "<sound damper-pedal=\"50\"/>") + note("C4", 2)
                    + direction("<pedal type=\"stop\"/>", sound: "<sound damper-pedal=\"no\"/>") + note("D4", 2))
                == ["0 damper(64)", "2 damper(0)"])
        #expect(
            try controls(direction("", sound: "<sound soft-pedal=\"yes\" pan=\"-30\"/>") + note("C4", 4))
                == ["0 soft(127)", "0 pan(-30)", "4 soft(0)"])
    }

    @Test func `pedals are up at the end, and after a jump as they are there`() throws {
        #expect(try controls(pedal("start") + note("C4", 4)) == ["0 damper(127)", "4 damper(0)"])
        #expect(
            try controls(note("C4", 2) + pedal("start") + note("D4", 2) + repeated)
                == ["2 damper(127)", "4 damper(0)", "6 damper(127)", "8 damper(0)"])
    }

    @Test func `an instrument that changes is back after a jump`() throws {
        let instrument = """
            <score-instrument id="I1"><instrument-name>Reed</instrument-name></score-instrument>\
            <midi-instrument id="I1"><midi-program>72</midi-program></midi-instrument>
            """
        let change = direction(
            "", sound: "<sound><midi-instrument id=\"I1\"><midi-program>1</midi-program></midi-instrument></sound>")
        let performance = try Performance(
            sketch: note("C4", 2) + change + note("D4", 2) + repeated, instruments: instrument)
        let programs = performance.controls.map { control in
            if case .change(.midi(let midi)) = control.kind { midi.program } else { Int?.none }
        }
        #expect(programs == [0, 71, 0])
        #expect(performance.controls.map(\.onset) == [2, 4, 6])
    }
}
