import ScoreModel
import Testing

@Suite struct MetronomeTests {
    static let quarter = Metronome.Beat(NoteValue(.quarter))

    @Test(
        arguments: [
            ("92", 92), ("c. 92", 92), ("60-66", 60), ("ca 72,5", 72), ("132.5", 265 / 2), ("= 48", 48), ("♩=100", 100),
            ("", nil), ("fast", nil), ("0", nil), ("..", nil),
        ] as [(String, Fraction?)])
    func `tells the first number that is printed`(text: String, quarters: Fraction?) {
        let tempo = Metronome(.perMinute(MetronomeTests.quarter, text)).tempo
        #expect(tempo?.quartersPerMinute == quarters)
    }

    @Test(
        arguments: [
            (Metronome.Beat(NoteValue(.half)), 120), (Metronome.Beat(NoteValue(.quarter, dots: 1)), 90),
            (Metronome.Beat(NoteValue(.eighth)), 30),
            (Metronome.Beat(NoteValue(.quarter), tied: [NoteValue(.eighth), NoteValue(.sixteenth)]), 105),
        ] as [(Metronome.Beat, Fraction)])
    func `counts beats of its own value`(beat: Metronome.Beat, quarters: Fraction) {
        #expect(Metronome(.perMinute(beat, "60")).tempo?.quartersPerMinute == quarters)
    }

    @Test func `tells no tempo when it relates note values`() {
        let beat = MetronomeTests.quarter
        #expect(Metronome(.equal(beat, beat)).tempo == nil)
        let note = Metronome.GroupNote(NoteValue(.eighth))
        #expect(Metronome(.notes([note], relation: "equals", [note], hasArrows: false)).tempo == nil)
    }
}
