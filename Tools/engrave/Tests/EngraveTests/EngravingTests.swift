import ScoreModel
import Testing

@testable import engrave

@Suite struct Engraving {
    /// The notes of the soprano when all voices sing the same.
    private func notes(_ text: String, meter: String = "4/4") throws -> [Chorale.Note] {
        let lines = Voice.allCases.map { "\($0.rawValue) \(text) |]" }.joined(separator: "\n")
        let header = "title: A\ncomposer: B\nkey: 0 major\nmeter: \(meter)\n\n"
        return try #require(try Chorale(shorthand: header + lines).measures.first?.notes.first)
    }

    @Test(arguments: [
        ("C5/2 C5/2 C5/2 C5/2", ["begin", "end", "begin", "end"]),
        ("C5/2 C5 C5/2", ["", "", ""]),
        ("C5*3/4 C5/4", ["begin", "end backward hook"]),
        ("C5/4 C5*3/4", ["begin forward hook", "end"]),
        ("C5/2 C5/4 C5/4", ["begin", "continue begin", "end end"]),
        ("C5*3/4 C5/8 C5/8", ["begin", "continue begin begin", "end end end"]),
        ("C5/2 r/2 C5/2", ["", "", ""]),
    ])
    func `beams join what begins in one beat`(_ text: String, _ beams: [String]) throws {
        let beaming = Beaming(try notes(text), offset: .zero, beat: 1, middleLine: 34)
        #expect(beaming.beams.map { $0.joined(separator: " ") } == beams)
    }

    @Test func `stems of a beam follow the note farthest from the middle line`() throws {
        let beaming = Beaming(try notes("C5/2 E4/2 B4 A4 G4*1"), offset: .zero, beat: 1, middleLine: 34)
        #expect(beaming.stems == ["up", "up", "down", "up", "up"])
    }

    @Test func `an accidental holds in its octave until the bar line`() {
        var accidentals = Accidentals(fifths: 1)
        let sharp = Pitch(.f, alter: Semitones(1), octave: 4)
        let natural = Pitch(.f, octave: 4)
        #expect(accidentals.accidental(for: sharp, isTiedBack: false) == nil)
        #expect(accidentals.accidental(for: natural, isTiedBack: false) == "natural")
        #expect(accidentals.accidental(for: natural, isTiedBack: false) == nil)
        #expect(accidentals.accidental(for: Pitch(.f, octave: 5), isTiedBack: false) == "natural")
        #expect(accidentals.accidental(for: sharp, isTiedBack: false) == "sharp")
        accidentals.reset()
        #expect(accidentals.accidental(for: natural, isTiedBack: true) == nil)
        #expect(accidentals.accidental(for: natural, isTiedBack: false) == "natural")
    }

    @Test func `a pickup is not counted, nor the rest of a measure behind a repeat sign`() throws {
        let line = "C4 | C4*4 | C4*3 :| C4 | C4*4 | C4*3 |]"
        let lines = Voice.allCases.map { "\($0.rawValue) \(line)" }.joined(separator: "\n")
        let chorale = try Chorale(shorthand: "title: A\ncomposer: B\nkey: 0 major\nmeter: 4/4\n\n" + lines)
        let plans = MeasurePlan.plans(for: chorale)
        #expect(plans.map(\.number) == ["0", "1", "2", "X2", "3", "4"])
        #expect(plans.map(\.isImplicit) == [true, false, false, true, false, false])
        #expect(plans.map(\.offset.description) == ["3", "0", "0", "3", "0", "0"])
    }
}
