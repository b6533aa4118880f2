import ScoreModel
import Testing

@Suite struct JumpWordsTests {
    /// Measures of four quarters with directions at the beginning of theirs.
    private func score(_ count: Int, _ directions: [(measure: Int, Direction)]) -> Score {
        var score = Score()
        for index in 0..<count {
            score.measures.append(Measure(number: "\(index + 1)", onset: Fraction(index * 4), length: 4))
        }
        var part = Part(id: "P1")
        part.measures = (0..<count).map { PartMeasure(index: $0, number: "\($0 + 1)", filled: 4) }
        part.directions = directions.map { Timed(onset: Fraction($0 * 4 - 4), measure: $0 - 1, value: $1) }
        score.parts = [part]
        return score
    }

    private func words(_ text: String) -> Direction { Direction([[.words(text)]]) }

    @Test(arguments: [
        "D.C. al Fine", "D. C. al Fine", "DC al Fine", "d.c.al fine", "Da Capo al Fine", "da capo\nal  Fine",
        "D.C. al Fine senza rep.", "Von Anfang bis Ende", "\u{1D10A} al Fine", "DA CAPO AL FINE.",
    ])
    func `da capo al fine`(text: String) {
        let score = score(4, [(2, words("Fine")), (4, words(text))])
        #expect(score.played(readsWords: true) == "1 2 3 4 1 2")
        #expect(score.played(readsWords: false) == "1 2 3 4")
    }

    @Test(
        arguments: [
            [.words("D.S. al Coda")], [.words("Dal Segno al Coda")],
            [.words("D."), .words("S. al"), .coda(glyph: nil)],
            [.words("D.S."), .segno(glyph: nil), .words("e poi la Coda")], [.words("D.S. \u{1D10B} al \u{1D10C}")],
            [.symbol("dalSegno"), .words("al"), .symbol("coda")], [.words("D.S. al Segno, poi la Coda")],
        ] as [[Direction.Sign]])
    func `dal segno al coda`(signs: [Direction.Sign]) {
        let score = score(
            5,
            [
                (2, Direction([[.segno(glyph: nil)]])), (3, words("To Coda")), (4, Direction([signs])),
                (5, Direction([[.coda(glyph: nil)]])),
            ])
        #expect(score.played(readsWords: true) == "1 2 3 4 2 3 5")
    }

    @Test(arguments: ["To Coda", "to  coda 5", "Al Coda", "alla Coda", "zur Coda", "à la Coda", "To \u{2295}"])
    func `to coda`(text: String) {
        let score = score(3, [(1, words(text)), (2, words("D.C.")), (3, words("Coda"))])
        #expect(score.played(readsWords: true) == "1 2 1 3")
    }

    @Test func `a coda sign that stands twice is left from, then gone on at`() {
        let sign = Direction([[.coda(glyph: nil)]])
        let score = score(4, [(2, sign), (3, words("D.C. al Coda")), (4, sign)])
        #expect(score.played(readsWords: true) == "1 2 3 1 2 4")
    }

    @Test(arguments: ["\u{1D10C}", "\u{E048}", " \u{2295} "]) func `a character can be a sign`(text: String) {
        let score = score(4, [(2, words(text)), (3, words("D.C. al Coda")), (4, words(text))])
        #expect(score.played(readsWords: true) == "1 2 3 1 2 4")
        #expect(PlayOrder(score).diagnostics.map(\.severity) == [.warning, .warning, .note])
    }

    @Test func `what is said last decides between fine and coda`() {
        let signs = [(1, words("Fine")), (2, words("To Coda")), (4, words("Coda"))]
        #expect(score(4, signs + [(3, words("D.C. al Coda"))]).played(readsWords: true) == "1 2 3 1 2 4")
        #expect(score(4, signs + [(3, words("D.C. al Fine"))]).played(readsWords: true) == "1 2 3 1")
    }

    @Test func `signs at bar lines count`() {
        var score = score(4, [(3, words("D.S. al Coda"))])
        var segno = Barline(location: .left)
        segno.segno = .init()
        var leave = Barline(location: .right)
        leave.coda = .init()
        var coda = Barline(location: .left)
        coda.coda = .init()
        score.parts[0].barlines = [
            Timed(onset: 4, measure: 1, value: segno), Timed(onset: 8, measure: 1, value: leave),
            Timed(onset: 12, measure: 3, value: coda),
        ]
        #expect(score.played(readsWords: true) == "1 2 3 2 4")
    }

    @Test(arguments: [
        "Codetta", "%", "play D.C. later", "Finely", "al Fine", "D", "segno of spring", "dolce", "",
        "D.C. ad lib. at the concert",
        "in fine style", String(repeating: "D.C. ", count: 99),
    ])
    func `other words are no jumps`(text: String) {
        #expect(PlayOrder(score(2, [(1, words(text))])).diagnostics.isEmpty)
    }

    @Test(arguments: [(true, "jump-from-words"), (false, "jump-words-ignored")])
    func `each is told, with its part and measure`(readsWords: Bool, code: String) {
        var score = score(4, [(2, words("Fine")), (4, words("D.C. al Fine"))])
        score.parts.append(score.parts[0])
        score.parts[1].id = "P2"
        let diagnostics = PlayOrder(score, readsWords: readsWords).diagnostics
        #expect(diagnostics.map(\.code) == [code, code])
        #expect(diagnostics.map { "\($0.place)" } == ["part P1, measure 2", "part P1, measure 4"])
        #expect(diagnostics[1].message.hasPrefix("\"D.C. al Fine\""))
    }

    @Test func `words beside a sound are that sound's`() {
        var score = score(3, [(1, words("Fine")), (3, words("D.C. al Fine"))])
        score.parts[0].directions[1].value.sound = Sound(Jump(.daCapo))
        score.parts[0].sounds = [Timed(onset: 4, measure: 0, value: Sound(Jump(.fine)))]
        let order = PlayOrder(score, readsWords: true)
        #expect(order.diagnostics.isEmpty)
        #expect(order.stretches.map(\.end) == [12, 4])
    }
}
