import ScoreModel
import Testing

@Suite struct KeyTests {
    @Test(
        arguments: [
            (0, "major", "C major"), (0, "minor", "A minor"), (1, "major", "G major"), (1, "minor", "E minor"),
            (-1, "major", "F major"), (-3, "minor", "C minor"), (7, "major", "C# major"), (7, "minor", "A# minor"),
            (-7, "major", "Cb major"), (-7, "minor", "Ab minor"), (2, nil, "2 sharps"), (1, nil, "1 sharp"),
            (-1, nil, "1 flat"), (-4, nil, "4 flats"), (0, nil, "no sharps or flats"),
            (2, "dorian", "2 sharps (dorian)"),
            (0, "dorian", "no sharps or flats (dorian)"), (8, "major", "8 sharps (major)"), (-9, nil, "9 flats"),
        ] as [(Int, String?, String)])
    func `is named by its tonic, or by what it shows`(fifths: Int, mode: String?, description: String) {
        #expect(Key.traditional(fifths: fifths, mode: mode).description == description)
    }

    @Test(
        arguments: [
            (0, "major", "C"), (-5, "major", "Db"), (6, "minor", "D#"), (0, nil, nil), (0, "lydian", nil),
            (8, "major", nil), (-8, "minor", nil),
        ] as [(Int, String?, String?)])
    func `has a tonic when it is major or minor`(fifths: Int, mode: String?, tonic: String?) {
        #expect(Key.traditional(fifths: fifths, mode: mode).tonic == tonic)
    }

    @Test(arguments: [
        ("major", ["Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#"]),
        ("minor", ["Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#"]),
    ])
    func `goes round the circle of fifths`(mode: String, tonics: [String]) {
        #expect((-7...7).map { Key.traditional(fifths: $0, mode: mode).tonic } == tonics)
    }

    @Test func `of other alterations lists them in order`() {
        let key = Key.alterations([
            .init(step: .f, alter: Semitones(1)), .init(step: .b, alter: Semitones(-1)),
            .init(step: .e, alter: Semitones(thousandths: -500)),
        ])
        #expect(key.description == "F# Bb E(-0.5)" && key.tonic == nil)
    }

    @Test func `of absurdly many fifths is no mistake that stops the program`() async {
        await #expect(processExitsWith: .success) {
            for fifths in [Int.max, Int.min] { _ = Key.traditional(fifths: fifths, mode: "major").description }
        }
    }
}
