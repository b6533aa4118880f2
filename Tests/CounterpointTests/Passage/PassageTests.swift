import Counterpoint
import MusicXML
import ScoreModel
import Testing

/// What a score is to the rules: voices, events, moments, boundaries.
@Suite struct PassageTests {
    /// The events of each voice, as `C4@0-1`, with `^` for fermatas and `'` for what is not struck.
    private func outline(_ passage: Passage) -> [String] {
        passage.voices.map { voice in
            voice.events.map { event in
                "\(event.pitch)@\(event.onset)-\(event.end)\(event.isStruck ? "" : "'")\(event.hasFermata ? "^" : "")"
            }.joined(separator: " ")
        }
    }

    private func passage(part: String, staves: Int = 1) throws -> Passage {
        let text = """
            <score-partwise version="4.0"><part-list><score-part id="P1"><part-name>Parts</part-name></score-part></part-list>
            <part id="P1">\(part)</part></score-partwise>
            """
        return Passage(try MusicXMLDocument(xml: Array(text.utf8)).score().score)
    }

    private func note(
        _ pitch: String, _ duration: Int, voice: Int = 1, staff: Int = 1, _ more: String = "", chord: Bool = false
    ) -> String {
        let (step, octave) = (String(pitch.prefix(1)), String(pitch.suffix(1)))
        var text = "<note>" + (chord ? "<chord/>" : "")
        text += "<pitch><step>\(step)</step><octave>\(octave)</octave></pitch>"
        text += "<duration>\(duration)</duration>\(more)<voice>\(voice)</voice><staff>\(staff)</staff></note>"
        return text
    }

    private func backup(_ duration: Int) -> String { "<backup><duration>\(duration)</duration></backup>" }

    private func measure(_ content: String, number: Int = 1, divisions: Int = 1) -> String {
        "<measure number=\"\(number)\"><attributes><divisions>\(divisions)</divisions></attributes>\(content)</measure>"
    }

    @Test func `Tied notes are one event`() throws {
        let passage = Passage(try Shorthand("S C5*2 D5~*2 | D5~ D5 E5*2\nB C3*4 | D3*4").score)
        #expect(outline(passage) == ["C5@0-2 D5@2-6 E5@6-8", "C3@0-4 D3@4-8"])
        #expect(passage.moments.map { "\($0.time)" } == ["0", "2", "4", "6", "8"])
    }

    @Test func `A voice rests where nothing sounds`() throws {
        let passage = Passage(try Shorthand("S C5 r D5\nB r*2 C3").score)
        #expect(outline(passage) == ["C5@0-1 D5@2-3", "C3@2-3"])
        #expect(passage.moments.map(\.boundary) == [nil, .generalRest, .generalRest, nil])
    }

    @Test func `A fermata ends a phrase for all voices where its note ends`() throws {
        let passage = Passage(try Shorthand("S C5*2^ D5*2\nB C3*3^ C3").score)
        #expect(passage.moments.map(\.boundary) == [nil, .fermata, .fermata, nil])
    }

    @Test func `A double bar ends a phrase`() throws {
        let passage = Passage(try Shorthand("S C5 || D5\nB C3 || D3").score)
        #expect(passage.moments.map(\.boundary) == [nil, .doubleBar, nil])
    }

    @Test func `A part with several voices has one for each`() throws {
        let passage = try passage(
            part: measure(note("C5", 2) + backup(2) + note("E4", 1, voice: 2) + note("F4", 1, voice: 2)))
        #expect(outline(passage) == ["C5@0-2", "E4@0-1 F4@1-2"])
        #expect(passage.voices.map(\.label) == ["Parts (voice 1)", "Parts (voice 2)"])
    }

    @Test func `Staves come before voices, and four voices on two staves are a choir`() throws {
        let clefs =
            "<attributes><staves>2</staves><clef number=\"1\"><sign>G</sign><line>2</line></clef>"
            + "<clef number=\"2\"><sign>F</sign><line>4</line></clef></attributes>"
        let notes = [
            note("C5", 1), note("C3", 1, voice: 6, staff: 2), note("E4", 1, voice: 2),
            note("G3", 1, voice: 5, staff: 2),
        ]
        let content = clefs + notes.joined(separator: backup(1))
        let passage = try passage(part: measure(content))
        #expect(outline(passage) == ["C5@0-1", "E4@0-1", "G3@0-1", "C3@0-1"])
        #expect(passage.voices.map(\.role) == [.soprano, .alto, .tenor, .bass])
        #expect(passage.voices.map(\.label) == ["Soprano", "Alto", "Tenor", "Bass"])
    }

    @Test func `The top note stands for a chord, in the lowest voice the bottom note`() throws {
        let chord = note("E4", 1) + note("G4", 1, chord: true)
        let text = """
            <score-partwise version="4.0"><part-list><score-part id="P1"><part-name>I</part-name></score-part>
            <score-part id="P2"><part-name>II</part-name></score-part></part-list>
            <part id="P1">\(measure(chord))</part><part id="P2">\(measure(chord))</part></score-partwise>
            """
        let score = try MusicXMLDocument(xml: Array(text.utf8)).score().score
        #expect(outline(Passage(score)) == ["G4@0-1", "E4@0-1"])
    }

    @Test func `What sounded already under a higher note is not struck`() throws {
        let tie = "<tie type=\"start\"/>"
        let content =
            note("E4", 1, tie) + note("G4", 1, chord: true) + note("E4", 1, "<tie type=\"stop\"/>")
        let part = measure(content) + measure(note("F4", 1), number: 2)
        let text = """
            <score-partwise version="4.0"><part-list><score-part id="P1"><part-name>I</part-name></score-part>
            <score-part id="P2"><part-name>II</part-name></score-part></part-list>
            <part id="P1">\(part)</part><part id="P2">\(measure(note("C3", 2)))</part></score-partwise>
            """
        let score = try MusicXMLDocument(xml: Array(text.utf8)).score().score
        #expect(outline(Passage(score))[0] == "G4@0-1 E4@1-2' F4@2-3")
    }

    @Test func `Grace and cue notes are no events`() throws {
        let grace = "<note><grace/><pitch><step>D</step><octave>5</octave></pitch><voice>1</voice></note>"
        let cue =
            "<note><cue/><pitch><step>D</step><octave>6</octave></pitch><duration>1</duration><voice>1</voice></note>"
        #expect(try outline(passage(part: measure(grace + note("C5", 1) + cue))) == ["C5@0-1"])
    }

    @Test func `Parts may count differently, in thirds too`() throws {
        let text = """
            <score-partwise version="4.0"><part-list><score-part id="P1"><part-name>I</part-name></score-part>
            <score-part id="P2"><part-name>II</part-name></score-part></part-list>
            <part id="P1">\(measure(note("C5", 2) + note("D5", 2) + note("E5", 2), divisions: 6))</part>
            <part id="P2">\(measure(note("C4", 5) + note("D4", 5), divisions: 10))</part></score-partwise>
            """
        let passage = Passage(try MusicXMLDocument(xml: Array(text.utf8)).score().score)
        #expect(passage.moments.map { "\($0.time)" } == ["0", "1/3", "1/2", "2/3", "1"])
    }

    @Test func `A further voice that sounds now and then does not stand between neighbours`() throws {
        let content =
            note("C5", 3) + note("D5", 1) + backup(1) + note("A4", 1, voice: 2)
        let text = """
            <score-partwise version="4.0"><part-list><score-part id="P1"><part-name>I</part-name></score-part>
            <score-part id="P2"><part-name>II</part-name></score-part></part-list>
            <part id="P1">\(measure(content))</part><part id="P2">\(measure(note("C4", 4)))</part></score-partwise>
            """
        let passage = Passage(try MusicXMLDocument(xml: Array(text.utf8)).score().score)
        #expect(passage.voices.map(\.isOccasional) == [false, true, false])
        #expect(passage.mainVoices == [0, 2])
    }

    @Test func `Voices of one name are told apart`() throws {
        #expect(Passage(try Shorthand("X C5\nX C4\nY C3").score).voices.map(\.label) == ["X", "X (2)", "Y"])
    }

    @Test func `A transposed part is judged as it sounds`() throws {
        var score = try Shorthand("X D5\nY C4").score
        score.parts[0].transpositions = [
            Timed(onset: .zero, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
        ]
        #expect(outline(Passage(score)) == ["C5@0-1", "C4@0-1"])
    }

    @Test func `Notes of one voice that overlap are cut`() throws {
        let content = note("C5", 2) + backup(1) + note("D5", 1)
        #expect(try outline(passage(part: measure(content))) == ["C5@0-1 D5@1-2"])
    }

    @Test(arguments: ["", "S r*4", "S C5\nA r"]) func `A score with little in it is a passage, too`(_ text: String)
        throws
    {
        let passage = Passage(try Shorthand(text).score)
        #expect(Linter().findings(in: passage, of: try Shorthand(text).score).isEmpty)
        #expect(passage.voices.count == text.filter { $0 == "C" }.count)
    }
}
