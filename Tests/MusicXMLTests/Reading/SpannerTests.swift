import MusicXML
import ScoreModel
import Testing

/// Slurs, wedges and their like are matched by time, number and voice or staff, whatever the order in the file.
@Suite struct SpannerTests {
    /// One part with one measure, in quarter notes.
    private func read(_ measure: String) throws -> (score: Score, diagnostics: [Diagnostic]) {
        try MusicXMLDocument(
            """
            <score-partwise><part-list><score-part id="P"><part-name/></score-part></part-list>
            <part id="P"><measure number="1">\(measure)</measure></part></score-partwise>
            """
        ).score()
    }

    private func note(_ notations: String = "", voice: Int = 1, staff: Int = 1) -> String {
        "<note><pitch><step>C</step><octave>4</octave></pitch><duration>1</duration><voice>\(voice)</voice>"
            + "<staff>\(staff)</staff><notations>\(notations)</notations></note>"
    }

    private func direction(_ type: String, staff: Int = 1) -> String {
        "<direction><direction-type>\(type)</direction-type><staff>\(staff)</staff></direction>"
    }

    private func backup(_ duration: Int) -> String { "<backup><duration>\(duration)</duration></backup>" }

    // MARK: Elements at notes

    /// Elements whose ends stand at notes, `#` being the type, and the group that they stand in.
    static let atNotes: [(open: String, close: String, code: String)] = [
        ("<slur type=\"#\" number=\"1\"/>", "", "slur-unmatched"),
        ("<glissando type=\"#\" number=\"1\"/>", "", "glissando-unmatched"),
        ("<slide type=\"#\" number=\"1\"/>", "", "slide-unmatched"),
        ("<tuplet type=\"#\" number=\"1\"/>", "", "tuplet-unmatched"),
        ("<other-notation type=\"#\" number=\"1\"/>", "", "other-notation-unmatched"),
        ("<ornaments><wavy-line type=\"#\" number=\"1\"/>", "</ornaments>", "wavy-line-unmatched"),
        ("<ornaments><tremolo type=\"#\">3</tremolo>", "</ornaments>", "tremolo-unmatched"),
        ("<technical><hammer-on type=\"#\" number=\"1\"/>", "</technical>", "hammer-on-unmatched"),
        ("<technical><pull-off type=\"#\" number=\"1\"/>", "</technical>", "pull-off-unmatched"),
    ]

    /// The notes at both ends of what runs, by onset, for each beginning.
    private func runs(_ score: Score) -> [[Fraction]] {
        let part = score.parts[0]
        return part.marks.compactMap { mark in
            guard mark.edge?.role == .start, let partner = mark.edge?.partner else { return nil }
            return [part.notes[mark.note].onset, part.notes[part.marks[Int(partner)].note].onset]
        }
    }

    @Test(arguments: atNotes) func `run from note to note`(open: String, close: String, code: String) throws {
        let (start, stop) = (open.replacing("#", with: "start") + close, open.replacing("#", with: "stop") + close)
        let (score, diagnostics) = try read(note(start) + note() + note(stop))
        #expect(runs(score) == [[0, 2]])
        #expect(diagnostics.map(\.code) == [])
    }

    @Test(arguments: atNotes) func `end before they begin in the file`(open: String, close: String, code: String) throws
    {
        let (start, stop) = (open.replacing("#", with: "start") + close, open.replacing("#", with: "stop") + close)
        // Voice 2 has the end at the second quarter; the beginning comes behind it in the file, at the first.
        let (score, diagnostics) = try read(
            "<forward><duration>1</duration></forward>" + note(stop, voice: 2) + backup(2) + note(start, voice: 2))
        #expect(runs(score) == [[0, 1]])
        #expect(diagnostics.map(\.code) == [])
    }

    @Test(arguments: atNotes) func `use a number again`(open: String, close: String, code: String) throws {
        let (start, stop) = (open.replacing("#", with: "start") + close, open.replacing("#", with: "stop") + close)
        let (score, diagnostics) = try read(note(start) + note(stop) + note(start) + note(stop))
        #expect(runs(score) == [[0, 1], [2, 3]])
        #expect(diagnostics.map(\.code) == [])
    }

    @Test(arguments: atNotes) func `stay in their voice when two have one number`(
        open: String, close: String, code: String
    ) throws {
        let (start, stop) = (open.replacing("#", with: "start") + close, open.replacing("#", with: "stop") + close)
        let (score, _) = try read(
            note(start) + note() + note(stop) + backup(3) + note(start, voice: 2) + note(stop, voice: 2))
        #expect(runs(score) == [[0, 2], [0, 1]])
    }

    @Test(arguments: atNotes) func `cross voices and staves where only one is open`(
        open: String, close: String, code: String
    ) throws {
        let (start, stop) = (open.replacing("#", with: "start") + close, open.replacing("#", with: "stop") + close)
        let (score, diagnostics) = try read(
            note(start) + backup(1) + note(voice: 2, staff: 2) + note(stop, voice: 2, staff: 2))
        #expect(runs(score) == [[0, 1]])
        #expect(diagnostics.map(\.code) == [])
    }

    @Test(arguments: atNotes, ["start", "stop"]) func `without their other end are kept, told and written back`(
        element: (open: String, close: String, code: String), end: String
    ) throws {
        let (score, diagnostics) = try read(note(element.open.replacing("#", with: end) + element.close) + note())
        #expect(diagnostics.map(\.code) == [element.code])
        #expect(score.parts[0].marks.map { $0.edge?.role.rawValue } == [end])
        #expect(score.parts[0].marks.map { $0.edge?.partner } == [nil])
        let isEqual = try score.readAgain().parts[0].marks.map(\.kind) == score.parts[0].marks.map(\.kind)
        #expect(isEqual)
    }

    @Test func `numbers tell slurs apart that are open together`() throws {
        func slur(_ type: String, _ number: Int) -> String { "<slur type=\"\(type)\" number=\"\(number)\"/>" }
        let (score, diagnostics) = try read(
            note(slur("start", 1) + slur("start", 2)) + note(slur("stop", 2)) + note(slur("stop", 1)))
        #expect(runs(score) == [[0, 2], [0, 1]])
        #expect(diagnostics.map(\.code) == [])
    }

    // MARK: Elements of directions

    /// Elements whose ends stand in directions: how they begin and end, and the code for one end alone.
    static let inDirections: [(start: String, stop: String, code: String)] = [
        ("<wedge type=\"crescendo\"/>", "<wedge type=\"stop\"/>", "wedge-unmatched"),
        ("<wedge type=\"diminuendo\" number=\"2\"/>", "<wedge type=\"stop\" number=\"2\"/>", "wedge-unmatched"),
        ("<octave-shift type=\"down\"/>", "<octave-shift type=\"stop\"/>", "octave-shift-unmatched"),
        (
            "<octave-shift type=\"up\" size=\"15\"/>", "<octave-shift type=\"stop\" size=\"15\"/>",
            "octave-shift-unmatched"
        ),
        ("<dashes type=\"start\"/>", "<dashes type=\"stop\"/>", "dashes-unmatched"),
        (
            "<bracket type=\"start\" line-end=\"up\"/>", "<bracket type=\"stop\" line-end=\"none\"/>",
            "bracket-unmatched"
        ),
        (
            "<principal-voice type=\"start\" symbol=\"Hauptstimme\"/>",
            "<principal-voice type=\"stop\" symbol=\"none\"/>", "principal-voice-unmatched"
        ),
    ]

    /// The onsets at both ends of what runs from direction to direction.
    private func lines(_ score: Score) -> [[Fraction]] {
        let directions = score.parts[0].directions
        return directions.flatMap { direction in
            direction.value.signs.joined().compactMap { sign in
                guard sign.edge?.role == .start, let partner = sign.edge?.partner else { return nil }
                return [direction.onset, directions[Int(partner)].onset]
            }
        }
    }

    @Test(arguments: inDirections) func `run from direction to direction`(start: String, stop: String, code: String)
        throws
    {
        let (score, diagnostics) = try read(direction(start) + note() + note() + direction(stop))
        #expect(lines(score) == [[0, 2]])
        #expect(diagnostics.map(\.code) == [])
    }

    @Test(arguments: inDirections) func `of directions end before they begin in the file`(
        start: String, stop: String, code: String
    ) throws {
        let (score, diagnostics) = try read(note() + note() + direction(stop) + backup(2) + direction(start) + note())
        #expect(lines(score) == [[0, 2]])
        #expect(diagnostics.map(\.code) == [])
    }

    @Test(arguments: inDirections) func `of directions use a number again, at one place too`(
        start: String, stop: String, code: String
    ) throws {
        let (score, diagnostics) = try read(
            direction(start) + note() + direction(start) + direction(stop) + note() + direction(stop))
        #expect(lines(score) == [[0, 1], [1, 2]])
        #expect(diagnostics.map(\.code) == [])
    }

    @Test(arguments: inDirections) func `of directions stay on their staff`(start: String, stop: String, code: String)
        throws
    {
        let (score, diagnostics) = try read(
            direction(start) + direction(start, staff: 2) + note() + direction(stop) + note()
                + direction(stop, staff: 2))
        #expect(lines(score) == [[0, 1], [0, 2]])
        #expect(diagnostics.map(\.code) == [])
    }

    @Test(arguments: inDirections, [true, false])
    func `of directions without their other end are kept, told and written back`(
        element: (start: String, stop: String, code: String), isStart: Bool
    ) throws {
        let (score, diagnostics) = try read(note() + direction(isStart ? element.start : element.stop) + note())
        #expect(diagnostics.map(\.code) == [element.code])
        #expect(score.parts[0].directions.count == 1)
        let isEqual = try score.readAgain().parts[0].directions.map(\.value) == score.parts[0].directions.map(\.value)
        #expect(isEqual)
    }

    // MARK: Ties

    @Test func `a drum is tied to itself and to no other`() throws {
        func drum(_ step: String, _ tie: String) -> String {
            "<note><unpitched><display-step>\(step)</display-step><display-octave>4</display-octave></unpitched>"
                + "<duration>1</duration><tie type=\"\(tie)\"/><voice>1</voice>"
                + "<notations><tied type=\"\(tie)\"/></notations></note>"
        }
        let same = try read(drum("F", "start") + drum("F", "stop"))
        #expect(same.score.parts[0].notes.map { $0.tiedTo } == [1, nil] && same.diagnostics.isEmpty)
        let other = try read(drum("F", "start") + drum("G", "stop"))
        #expect(other.score.parts[0].notes.map { $0.tiedTo } == [nil, nil])
        #expect(other.diagnostics.map(\.code) == ["tie-unmatched", "tie-unmatched"])
    }
}
