import ScoreModel
import Testing

@Suite struct EdgeTests {
    @Test func `has number 1 where the file gives none`() {
        #expect(Edge(.start).number == nil && Edge(.start).effectiveNumber == 1)
        #expect(Edge(.stop, number: 4).effectiveNumber == 4)
    }

    static let withEdges: [Mark.Kind] = [
        .tied(Edge(.start), Curve()), .slur(Edge(.start), Curve()), .tuplet(Edge(.start), Tuplet()),
        .glissando(Edge(.start), Slide()), .slide(Edge(.start), Slide()), .other(Edge(.start), OtherNotation()),
        .ornament(Ornament(.wavyLine)), .technical(Technical(.hammerOn)),
    ]

    @Test(arguments: withEdges) func `of a mark can be changed and keeps what else is said`(kind: Mark.Kind) {
        var mark = Mark(note: 3, kind, placement: .above)
        mark.edge = Edge(.stop, number: 2, partner: 7)
        #expect(mark.edge == Edge(.stop, number: 2, partner: 7))
        #expect(mark.note == 3 && mark.placement == .above)
        var back = mark
        back.edge = Mark(note: 3, kind).edge ?? Edge(.start)
        if Mark(note: 3, kind).edge != nil { #expect(back.kind == kind) }
    }

    static let withoutEdges: [Mark.Kind] = [
        .articulation(Articulation(.accent)), .fermata(Fermata()), .arpeggio(Arpeggio()), .dynamics([.named(.p)]),
        .nonArpeggio(NonArpeggio()), .accidental(Accidental(.sharp), glyph: nil),
    ]

    @Test(arguments: withoutEdges) func `is not there for marks that stand at one note`(kind: Mark.Kind) {
        var mark = Mark(note: 0, kind)
        mark.edge = Edge(.start)
        #expect(mark.edge == nil && mark.kind == kind)
    }

    static let signs: [Direction.Sign] = [
        .wedge(Edge(.start), Direction.Wedge(.crescendo)), .dashes(Edge(.start), LineStyle()),
        .bracket(Edge(.start), Direction.Bracket()), .octaveShift(Edge(.start), Direction.OctaveShift()),
        .principalVoice(Edge(.start), symbol: "none", text: "H"),
    ]

    @Test(arguments: signs) func `of a direction can be changed and keeps what else is said`(sign: Direction.Sign) {
        var changed = sign
        changed.edge = Edge(.stop, partner: 1)
        #expect(changed.edge == Edge(.stop, partner: 1))
        changed.edge = Edge(.start)
        #expect(changed == sign)
    }

    @Test func `is not there for a pedal, whose signs are not paired`() {
        var sign = Direction.Sign.pedal(Direction.Pedal(.start))
        sign.edge = Edge(.stop)
        #expect(sign.edge == nil && sign == .pedal(Direction.Pedal(.start)))
    }
}
