import ScoreModel
import Testing

@testable import Counterpoint

@Suite struct `An engraving` {
    private static let choir = [Clef.treble, .treble, .bass, .bass]

    private func engrave(
        _ lines: [String], clefs: [Clef] = [], fifths: Int = 0, measures: Range<Int>? = nil
    ) -> Engraving {
        let score = sketch(lines, clefs: clefs, fifths: fifths)
        return Engraving(
            score, parts: Array(score.parts.indices), measures: measures ?? score.measures.indices, marks: [], joins: []
        )
    }

    private func head(_ engraving: Engraving, _ part: Int, _ note: Int) throws -> PlacedHead {
        try #require(engraving.heads[.init(part: part, note: note)])
    }

    // MARK: Time

    @Test func `goes from left to right, and sets together what begins together`() throws {
        let engraving = engrave(
            ["q C5 e D5 E5 h F5 | w G5", "h C4 q D4 E4 | e C4 D4 E4 F4 h G4"], clefs: [.treble, .bass])
        for (part, notes) in [(0, 0..<5), (1, 0..<8)] {
            let lefts = try notes.map { try head(engraving, part, $0).left }
            #expect(zip(lefts, lefts.dropFirst()).allSatisfy { $0 + 11 < $1 })
        }
        #expect(try head(engraving, 0, 0).left == head(engraving, 1, 0).left)
        #expect(try head(engraving, 0, 3).left == head(engraving, 1, 1).left)
        #expect(try head(engraving, 0, 4).left == head(engraving, 1, 3).left)
    }

    @Test func `gives a longer note more room`() throws {
        let engraving = engrave(["h C5 q D5 e E5 F5"])
        let lefts = try (0..<4).map { try head(engraving, 0, $0).left }
        #expect(lefts[1] - lefts[0] > lefts[2] - lefts[1])
        #expect(lefts[2] - lefts[1] > lefts[3] - lefts[2])
    }

    // MARK: Accidentals

    @Test(arguments: [
        ("q F#5 F#5 F5 F5", 0, 1, 1), ("h F#5 | h F#5", 0, 2, 0), ("q F#5 F#4 r r", 0, 2, 0), ("q F#5 F5 r r", 1, 1, 1),
        ("q C5 F#5 r r", 1, 1, 0), ("h F#5~ | q F#5 F#5", 0, 2, 0), ("q F#5 Gb5 r r", 0, 1, 0),
    ])
    func `prints an accidental only where the signature and the measure do not tell it`(
        line: String, fifths: Int, sharps: Int, naturals: Int
    ) {
        let elements = engrave([line], fifths: fifths).elements
        #expect(elements.count(of: "#music-sharp") == sharps)
        #expect(elements.count(of: "#music-natural") == naturals)
    }

    @Test func `repeats the accidental of a tie at the beginning of a picture only`() {
        let line = "w F#5~ | w F#5~ | w F#5"
        #expect(engrave([line], measures: 0..<3).elements.count(of: "#music-sharp") == 1)
        #expect(engrave([line], measures: 1..<3).elements.count(of: "#music-sharp") == 1)
    }

    @Test func `prints both accidentals of a contradiction, and one for a unison`() {
        let apart = engrave(["w F#4", "w F4", "w C4", "w C3"], clefs: Self.choir).elements
        #expect((apart.count(of: "#music-sharp"), apart.count(of: "#music-natural")) == (1, 1))
        #expect(engrave(["h F#4", "h F#4", "h C4", "h C3"], clefs: Self.choir).elements.count(of: "#music-sharp") == 1)
    }

    // MARK: Voices that share a staff

    @Test func `lets two voices share the head of a unison of one value`() throws {
        let engraving = engrave(["h G4", "h G4", "h C4", "h C3"], clefs: Self.choir)
        #expect(try head(engraving, 0, 0).left == head(engraving, 1, 0).left)
    }

    @Test(arguments: ["h G4", "w A4"]) func `sets unlike heads side by side`(alto: String) throws {
        let engraving = engrave(["q. G4 e G4", alto, "h C4", "h C3"], clefs: Self.choir)
        let (soprano, other) = (try head(engraving, 0, 0), try head(engraving, 1, 0))
        #expect(soprano.right <= other.left || other.right <= soprano.left)
    }

    @Test func `sets the lower note of a second to the right, so that stems meet`() throws {
        let engraving = engrave(["h A4", "h G4", "h C4", "h C3"], clefs: Self.choir)
        #expect(abs(try head(engraving, 0, 0).right - head(engraving, 1, 0).left) < 1.5)
    }

    @Test func `sets the upper voice to the right where voices cross`() throws {
        let engraving = engrave(["h E4", "h A4", "h C4", "h C3"], clefs: Self.choir)
        #expect(try head(engraving, 0, 0).left > head(engraving, 1, 0).right)
    }

    @Test func `sets one of two heads a second apart on the other side of the stem`() throws {
        let engraving = engrave(["h G4+A4 C5+D5"])
        #expect(abs(try head(engraving, 0, 0).right - head(engraving, 0, 1).left) < 1.5)
        #expect(abs(try head(engraving, 0, 2).right - head(engraving, 0, 3).left) < 1.5)
    }

    @Test func `moves the rest of a voice away from the other`() throws {
        let engraving = engrave(["q r C5", "q F4 r", "h C4", "h C3"], clefs: Self.choir)
        let (above, middle) = (try head(engraving, 0, 0), try head(engraving, 1, 0))
        #expect(above.y + 15 <= middle.y - 5)
        #expect(try head(engraving, 1, 1).y - 15 >= head(engraving, 0, 1).y + 5)
    }

    @Test func `moves a rest away from a beam that runs under it`() throws {
        var score = sketch(["e G5 r G5 r h G5"])
        (score.parts[0].notes[0].beams[1], score.parts[0].notes[2].beams[1]) = (.begin, .end)
        let engraving = Engraving(score, parts: [0], measures: 0..<1, marks: [], joins: [])
        #expect(try head(engraving, 0, 1).y < head(engraving, 0, 3).y)
    }

    @Test func `merges rests that two voices have together`() {
        let elements = engrave(["q r C5", "q r A4", "h C4", "h C3"], clefs: Self.choir).elements
        #expect(elements.count(of: "#music-restQuarter") == 1)
    }

    // MARK: Staves

    @Test func `puts a choir on two staves, and others on one each`() {
        let lines = ["w C5", "w E4", "w G3", "w C3"]
        #expect(engrave(lines, clefs: Self.choir).elements.count(of: "#music-clef") == 2)
        #expect(
            engrave(lines, clefs: [.treble, .treble, Clef(.g, line: 2, octaveChange: -1), .bass]).elements.count(
                of: "#music-clef") == 2)
        #expect(engrave(lines, clefs: [.treble, .treble, .alto, .bass]).elements.count(of: "#music-clef") == 4)
        // What lies too high for the bass staff keeps its own.
        #expect(engrave(["w C5", "w E4", "w C6", "w C3"], clefs: Self.choir).elements.count(of: "#music-clef") == 4)
    }

    @Test func `shows a meter where it begins, and at the beginning of the piece`() {
        let lines = ["w C5 | w D5"]
        #expect(engrave(lines, measures: 0..<1).elements.contains("#music-digit4"))
        #expect(!engrave(lines, measures: 1..<2).elements.contains("#music-digit4"))
    }

    @Test func `sets one fermata over the upper staff of a choir and one under the lower`() {
        let elements = engrave(["h C5^", "h E4^", "h G3^", "h C3^"], clefs: Self.choir).elements
        #expect(elements.count(of: "#music-fermata") == 2)
        #expect(elements.count(of: "scale(1 -1)") == 1)
    }

    @Test func `beams by beats where the file has no beams`() {
        // Two beams of two, one flag.
        #expect(engrave(["e C5 D5 E5 F5 q G5 e A5 r"]).elements.count(of: "#music-flag") == 1)
    }

    @Test func `leaves a viola that reads the treble clef on a staff of its own`() {
        let clefs = [Clef.treble, .treble, .treble, .bass]
        #expect(engrave(["w C5", "w E4", "w C4", "w C3"], clefs: clefs).elements.count(of: "#music-clef") == 4)
    }

    @Test func `draws the clef that changes, before the bar line or the note, and the places that it makes`() throws {
        var score = sketch(["h C4 C4 | w C4"])
        score.parts[0].clefs.append(Timed(onset: 2, measure: 0, value: .bass))
        score.parts[0].clefs.append(Timed(onset: 4, measure: 1, value: .alto))
        let engraving = Engraving(score, parts: [0], measures: 0..<2, marks: [], joins: [])
        #expect(engraving.elements.count(of: "scale(0.8 0.8)") == 2)
        // One leger line below the treble clef, one above the bass clef, and the middle line of the alto clef.
        let (first, second, third) = (try head(engraving, 0, 0), try head(engraving, 0, 1), try head(engraving, 0, 2))
        #expect((first.y - second.y).rounded() == 60)
        #expect((first.y - third.y).rounded() == 30)
    }

    @Test(
        arguments: [
            (nil, 0, 1), ("light-light", 0, 2), ("none", 0, 0),
        ] as [(String?, Int, Int)])
    func `draws the bar line that is written`(style: String?, dots: Int, lines: Int) {
        var score = sketch(["w C5 | w C5"])
        score.parts[0].barlines = [Timed(onset: 4, measure: 0, value: Barline(location: .right, style: style))]
        let elements = Engraving(score, parts: [0], measures: 0..<1, marks: [], joins: []).elements
        #expect(elements.count(of: "V40") == lines)
        #expect(elements.count(of: "a2 2 0 1 0 4 0") == dots)
    }

    @Test func `joins the end of one repeat and the beginning of the next`() {
        var score = sketch(["w C5 | w C5"])
        score.parts[0].barlines = [
            Timed(
                onset: 4, measure: 0, value: Barline(location: .right, repeat: .backward(times: 2, afterJump: false))),
            Timed(onset: 4, measure: 1, value: Barline(location: .left, repeat: .forward)),
        ]
        func dots(_ measures: Range<Int>) -> Int {
            Engraving(score, parts: [0], measures: measures, marks: [], joins: []).elements.count(of: "a2 2 0 1 0 4 0")
        }
        #expect((dots(0..<2), dots(0..<1), dots(1..<2)) == (4, 2, 2))
    }

    @Test func `ends the piece with a final bar line, and no other measure`() {
        let lines = ["w C5 | w D5"]
        #expect(!engrave(lines, measures: 0..<1).elements.contains("stroke-width=\"5\""))
        #expect(engrave(lines, measures: 1..<2).elements.contains("stroke-width=\"5\""))
    }

    // MARK: Signs at notes

    @Test func `draws a tie once, and at the edges of the picture its end`() {
        // Bows are the only curves of the path that is filled.
        func bows(_ measures: Range<Int>) -> Int {
            engrave(["w C5~ | w C5~ | w C5"], measures: measures).elements.split(separator: "<path d=").map {
                $0.count(of: "C")
            }.max() ?? 0
        }
        let single = bows(0..<1)
        #expect(bows(1..<2) == 2 * single)
        #expect(bows(0..<3) == 2 * single)
    }

    @Test func `numbers a triplet once, without a bracket where a beam shows it`() {
        var score = sketch(["e C5 D5 E5 q F5 h G5"])
        for index in 0..<3 {
            score.parts[0].notes[index].ratio = TupletRatio(actual: 3, normal: 2) ?? .none
            score.parts[0].notes[index].duration = 1 / 3
            score.parts[0].notes[index].onset = Fraction(index) / 3
        }
        let elements = Engraving(score, parts: [0], measures: 0..<1, marks: [], joins: []).elements
        #expect(elements.count(of: ">3</text>") == 1)
        #expect(elements.count(of: "H") < 20)
    }

    @Test func `sets grace notes before their note, smaller`() throws {
        let engraving = engrave(["q C5 /D5 /E5 F5 h G5"])
        let lefts = try (0..<5).map { try head(engraving, 0, $0).left }
        #expect(zip(lefts, lefts.dropFirst()).allSatisfy { $0 < $1 })
        #expect(try head(engraving, 0, 1).right - lefts[1] < head(engraving, 0, 0).right - lefts[0])
    }

    @Test func `sets the rest of a whole measure in its middle`() throws {
        var score = sketch(["w r", "q C5 D5 E5 F5"])
        score.parts[0].notes[0].traits = .wholeMeasure
        let engraving = Engraving(score, parts: [0, 1], measures: 0..<1, marks: [], joins: [])
        let (rest, second, third) = (try head(engraving, 0, 0), try head(engraving, 1, 1), try head(engraving, 1, 2))
        #expect(rest.left > second.left && rest.right < third.right)
    }

    @Test func `keeps heads apart that begin together in any two voices`() throws {
        for upper in ["C4", "E4", "F#4", "G4", "A4", "B4+C5", "G4+A4+C5"] {
            for lower in ["C4", "F4", "G4", "G#4", "A4", "F4+G4", "C5"] {
                for value in ["q", "h.", "w"] {
                    let engraving = engrave(
                        ["q \(upper) r h r", "\(value) \(lower)", "w C4", "w C3"], clefs: Self.choir)
                    let heads = engraving.heads.filter { $0.key.part < 2 }.sorted { $0.value.left < $1.value.left }
                    for (index, (mark, head)) in heads.enumerated() {
                        for (other, beside) in heads[(index + 1)...] where mark.part != other.part {
                            let isShared = head.left == beside.left && head.y == beside.y
                            #expect(
                                isShared || head.right <= beside.left + 1.5 || abs(head.y - beside.y) > 9,
                                "\(upper) over \(lower) as \(value)")
                        }
                    }
                }
            }
        }
    }
}
