import ScoreModel
import TestSupport
import Testing

@testable import Counterpoint

@Suite struct `A picture of a score` {
    private static let choir = [Clef.treble, .treble, .bass, .bass]

    @Test func `of a choir is a grand staff`() throws {
        let score = sketch(
            [
                "q A4 | q. C5 e B4 q A4 G#4^", "q E4 | e E4 F#4 q G4 F4 E4^", "q C4 | q G3 D4 e D4 C4 q B3^",
                "q A3 | h. E3 q E2^",
            ],
            clefs: Self.choir)
        let picture = ScorePicture(
            score, parts: [0, 1, 2, 3], measures: 0..<2, marks: [.init(part: 0, note: 1), .init(part: 3, note: 1)],
            joins: [.init(from: .init(part: 0, note: 1), to: .init(part: 3, note: 1))], title: "Measures 1 and 2",
            description: "Soprano and bass.")
        try expectSnapshot(picture.document + "\n", named: "picture-choir.svg")
    }

    @Test func `of a quartet has a staff a part`() throws {
        let score = sketch(
            ["q G4+B4+D5 s C5 D5 E5 F#5 h r", "e B4 r q /A4 G4 h G4~", "q D4 C4 h B3", "w G2"],
            clefs: [.treble, .treble, .alto, .bass], fifths: 1)
        let picture = ScorePicture(score, parts: [0, 1, 2, 3], measures: 0..<1, title: "Measure 1")
        try expectSnapshot(picture.document + "\n", named: "picture-quartet.svg")
    }

    @Test func `tells its title and description to those who do not see it`() {
        let svg = ScorePicture(
            sketch(["w C5"]), parts: [0], measures: 0..<1, title: "A & B", description: "<one> \"note\"\u{1}"
        ).svg(id: "p7")
        #expect(svg.contains("role=\"img\" aria-labelledby=\"p7-title p7-desc\""))
        #expect(svg.contains("<title id=\"p7-title\">A &amp; B</title>"))
        #expect(svg.contains("<desc id=\"p7-desc\">&lt;one&gt; &quot;note&quot;</desc>"))
    }

    @Test func `names only signs that the page has`() {
        let svg = ScorePicture(sketch(["q C5 F#5 r h Bb4 | e C5 D5"]), parts: [0], measures: 0..<2, title: "").svg(
            id: "a")
        let ids = Set(svg.split(separator: "href=\"#").dropFirst().map { String($0.prefix { $0 != "\"" }) })
        #expect(ids.count > 5)
        for id in ids { #expect(ScorePicture.symbols.contains("id=\"\(id)\"")) }
    }

    @Test func `as a file holds the signs that it uses and no others`() {
        let document = ScorePicture(sketch(["w C5"]), parts: [0], measures: 0..<1, title: "").document
        #expect(document.contains("id=\"music-headWhole\""))
        #expect(!document.contains("id=\"music-headBlack\""))
    }

    @Test func `marks notes by colour and by a ring`() {
        let score = sketch(["q C5 D5 E5 r"])
        let marks = [
            ScorePicture.Mark(part: 0, note: 1), .init(part: 0, note: 3), .init(part: 5, note: 0),
            .init(part: 0, note: -1),
        ]
        let svg = ScorePicture(score, parts: [0], measures: 0..<1, marks: marks, title: "").svg(id: "a")
        #expect(svg.count(of: "<ellipse") == 2)
        #expect(
            svg.contains(
                "<g class=\"mark\" fill=\"#c62828\" style=\"fill:var(--mark,#c62828)\"><use href=\"#music-headBlack\""))
    }

    @Test func `joins notes from middle to middle, and none that it lacks`() throws {
        let score = sketch(["h C5 D5", "h E4 F4"])
        let (one, two, gone) = (
            ScorePicture.Mark(part: 0, note: 0), ScorePicture.Mark(part: 1, note: 1),
            ScorePicture.Mark(part: 1, note: 9)
        )
        let picture = ScorePicture(
            score, parts: [0, 1], measures: 0..<1, joins: [.init(from: one, to: two), .init(from: one, to: gone)],
            title: "")
        let (from, to) = (try #require(picture.engraving.heads[one]), try #require(picture.engraving.heads[two]))
        let path = "M\(((from.left + from.right) / 2).svg) \(from.y.svg)L\(((to.left + to.right) / 2).svg) \(to.y.svg)"
        #expect(picture.svg(id: "a").contains("class=\"join\" d=\"\(path)\""))
    }

    @Test func `says what it has no room for`() {
        let many = sketch(Array(repeating: "w C5", count: 20))
        #expect(
            ScorePicture(many, parts: Array(0..<20), measures: 0..<1, title: "").svg(id: "a").contains(
                "4 more parts are not drawn."))
        let long = sketch([Array(repeating: "w C5", count: 30).joined(separator: "|")])
        #expect(
            ScorePicture(long, parts: [0], measures: 2..<30, title: "").svg(id: "a").contains(
                "The last 16 measures are not drawn."))
        let dense = sketch(["s " + String(repeating: "C5 ", count: 10_000)])
        let picture = ScorePicture(dense, parts: [0], measures: 0..<1, title: "", description: "Dense.")
        #expect(picture.svg(id: "a").contains("Dense. Not all notes are drawn."))
        #expect(picture.engraving.heads.count == 1200)
    }

    // MARK: Captions

    @Test func `has captions under its lowest staff, in the columns of their times`() throws {
        let score = sketch(["q C5 D5 E5 F5", "h C4 G3"], clefs: [.treble, .bass])
        let engraving = Engraving(
            score, parts: [0, 1], measures: 0..<1, marks: [], joins: [],
            captions: [
                .init(at: 0, "C: I", row: .chords), .init(at: 1, "p", row: .tones), .init(at: 2, "V65/V", row: .chords),
                .init(at: 2, "HC", row: .phrases), .init(at: 9, "nowhere", row: .chords),
            ])
        try expectSnapshot(engraving.elements + "\n", named: "picture-captions.svg")
        let plain = Engraving(score, parts: [0, 1], measures: 0..<1, marks: [], joins: [])
        #expect(engraving.height > plain.height + 30)
        #expect(!engraving.elements.contains("nowhere"))
    }

    @Test func `makes room where captions are wider than notes`() throws {
        let score = sketch(["s C5 D5 E5 F5 q r h r"])
        let long = (0..<4).map { ScorePicture.Caption(at: Fraction($0, over: 4) ?? .zero, "viio65/V", row: .chords) }
        func lefts(_ captions: [ScorePicture.Caption]) throws -> [Double] {
            let engraving = Engraving(score, parts: [0], measures: 0..<1, marks: [], joins: [], captions: captions)
            return try (0..<4).map { try #require(engraving.heads[.init(part: 0, note: $0)]).left }
        }
        let width = Canvas.width(of: "viio65/V", size: 16)
        let (wide, narrow) = (try lefts(long), try lefts([]))
        #expect(zip(wide, wide.dropFirst()).allSatisfy { $1 - $0 >= width })
        #expect(zip(narrow, narrow.dropFirst()).allSatisfy { $1 - $0 < width })
    }

    @Test func `gives a caption where no note begins a column between its neighbours`() throws {
        let score = sketch(["w C5"])
        let elements = Engraving(
            score, parts: [0], measures: 0..<1, marks: [], joins: [],
            captions: [.init(at: 0, "I", row: .chords), .init(at: 2, "vi", row: .chords)]
        ).elements
        let places = elements.matches(of: /<text x="([0-9.]+)"[^>]*class="chords"/).compactMap { Double($0.output.1) }
        #expect(places.count == 2 && places[0] + 20 < places[1])
    }

    @Test func `says when there are more captions than it has room for`() {
        let score = sketch(["w C5"])
        let captions = (0..<2000).map {
            ScorePicture.Caption(at: Fraction($0, over: 500) ?? .zero, "I", row: .chords)
        }
        let engraving = Engraving(score, parts: [0], measures: 0..<1, marks: [], joins: [], captions: captions)
        #expect(engraving.omissions == ["Not all texts are written."])
    }
}
