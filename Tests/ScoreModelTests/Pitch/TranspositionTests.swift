import ScoreModel
import Testing

@Suite struct TranspositionTests {
    static let clarinetInBFlat = Transposition(diatonic: -1, chromatic: Semitones(-2))
    static let clarinetInA = Transposition(diatonic: -2, chromatic: Semitones(-3))
    static let piccolo = Transposition(diatonic: 0, chromatic: .zero, octaveChange: 1)
    static let contrabass = Transposition(diatonic: 0, chromatic: .zero, octaveChange: -1)
    static let baritoneSaxophone = Transposition(diatonic: -5, chromatic: Semitones(-9), octaveChange: -1)
    static let octave = Transposition(diatonic: 7, chromatic: Semitones(12))

    @Test(
        arguments: [
            (clarinetInBFlat, Pitch(.d, octave: 5), "C5"), (clarinetInBFlat, Pitch(.c, octave: 4), "Bb3"),
            (clarinetInBFlat, Pitch(.f, alter: Semitones(1), octave: 4), "E4"),
            (clarinetInBFlat, Pitch(.c, alter: Semitones(-1), octave: 4), "Bbb3"),
            (clarinetInA, Pitch(.c, octave: 4), "A3"), (clarinetInA, Pitch(.e, octave: 4), "C#4"),
            (piccolo, Pitch(.b, alter: Semitones(-1), octave: 5), "Bb6"), (contrabass, Pitch(.c, octave: 3), "C2"),
            (baritoneSaxophone, Pitch(.a, octave: 4), "C3"),
            (octave, Pitch(.f, alter: Semitones(2), octave: 4), "F##5"),
            (octave, Pitch(.b, alter: Semitones(1), octave: 3), "B#4"),
        ] as [(Transposition, Pitch, String)])
    func `leads from the written to the sounding pitch`(by: Transposition, written: Pitch, sounding: String) {
        #expect(written.transposed(by: by).description == sounding)
    }

    @Test(
        arguments: [
            (0, 0), (-1, -1), (1, 1), (-2, -1), (2, 1), (-3, -2), (-4, -2), (-5, -3), (5, 3), (-7, -4), (7, 4),
            (-9, -5),
            (-11, -6), (12, 7), (-12, -7), (-14, -8), (14, 8), (24, 14), (-21, -12),
        ])
    func `has the steps of the simplest interval when the file does not say`(semitones: Int, steps: Int) {
        #expect(Transposition(chromatic: Semitones(semitones)).steps == steps)
    }

    @Test(arguments: [-24, -12, 0, 12, 24]) func `by octaves keeps the spelling`(semitones: Int) {
        let pitch = Pitch(.f, alter: Semitones(1), octave: 4)
        let sounding = pitch.transposed(by: Transposition(chromatic: Semitones(semitones)))
        #expect((sounding.step, sounding.alter, sounding.keyNumber) == (.f, Semitones(1), 66 + semitones))
    }

    @Test func `can be enharmonic`() {
        let respelling = Transposition(diatonic: 1, chromatic: .zero)
        #expect(Pitch(.c, alter: Semitones(1), octave: 4).transposed(by: respelling).description == "Db4")
        #expect(Pitch(.b, octave: 3).transposed(by: respelling).description == "Cb4")
    }

    @Test func `by quarter tones sharpens the step`() {
        let quarterTone = Transposition(chromatic: Semitones(thousandths: 250))
        #expect(Pitch(.c, octave: 4).transposed(by: quarterTone).description == "C(+0.25)4")
    }

    @Test func `moves the sounding height by its semitones, whatever the steps`() {
        for step in Pitch.Step.allCases {
            for semitones in -30...30 {
                let transposition = Transposition(chromatic: Semitones(semitones), octaveChange: -1)
                let written = Pitch(step, alter: Semitones(-1), octave: 4)
                #expect(written.transposed(by: transposition).height == written.height + (semitones - 12) * 1000)
            }
        }
    }
}
