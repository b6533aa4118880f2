import ScoreModel
import Testing

@Suite struct PitchTests {
    @Test(
        arguments: [
            (Pitch(.c, octave: 4), "C4"), (Pitch(.f, alter: Semitones(1), octave: 4), "F#4"),
            (Pitch(.b, alter: Semitones(-1), octave: 3), "Bb3"), (Pitch(.f, alter: Semitones(2), octave: 5), "F##5"),
            (Pitch(.a, alter: Semitones(-3), octave: -1), "Abbb-1"),
            (Pitch(.e, alter: Semitones(thousandths: -500), octave: 4), "E(-0.5)4"),
            (Pitch(.g, alter: Semitones(thousandths: 1500), octave: 2), "G(+1.5)2"),
            (Pitch(.c, alter: Semitones(10), octave: 4), "C(+10)4"),
        ] as [(Pitch, String)])
    func `are written with sharps, flats and the octave`(pitch: Pitch, description: String) {
        #expect(pitch.description == description)
    }

    @Test(
        arguments: [
            (Pitch(.c, octave: 4), 60), (Pitch(.a, octave: 4), 69), (Pitch(.c, octave: -1), 0),
            (Pitch(.b, alter: Semitones(1), octave: 3), 60), (Pitch(.c, alter: Semitones(-1), octave: 4), 59),
            (Pitch(.g, octave: 9), 127), (Pitch(.c, alter: Semitones(-1), octave: -1), -1),
            (Pitch(.a, octave: 9), 129),
        ] as [(Pitch, Int)])
    func `have a key number, middle C being 60`(pitch: Pitch, keyNumber: Int) {
        #expect(pitch.keyNumber == keyNumber)
    }

    @Test(
        arguments: [
            (499, 60), (500, 61), (1499, 61), (1500, 62), (-499, 60), (-500, 60), (-501, 59), (-1500, 59),
        ] as [(Int32, Int)])
    func `round quarter tones up to a key`(thousandths: Int32, keyNumber: Int) {
        #expect(Pitch(.c, alter: Semitones(thousandths: thousandths), octave: 4).keyNumber == keyNumber)
    }

    @Test(
        arguments: [
            (Pitch(.c, octave: 0), 0), (Pitch(.c, octave: 4), 28), (Pitch(.c, alter: Semitones(1), octave: 4), 28),
            (Pitch(.d, alter: Semitones(-1), octave: 4), 29), (Pitch(.b, octave: -1), -1),
        ] as [(Pitch, Int)])
    func `stand on a staff whatever their alteration`(pitch: Pitch, diatonic: Int) {
        #expect(pitch.diatonic == diatonic)
    }

    @Test func `of the farthest octaves and alterations do not trap`() {
        for octave in [Int8.min, Int8.max] {
            for thousandths in [Int32.min, Int32.max] {
                let pitch = Pitch(.b, alter: Semitones(thousandths: thousandths), octave: octave)
                #expect(pitch.keyNumber == (pitch.height + 500 - ((pitch.height + 500) % 1000 + 1000) % 1000) / 1000)
            }
        }
    }

    @Test func `spelled differently are different though they sound the same`() {
        let (sharp, flat) = (Pitch(.f, alter: Semitones(1), octave: 4), Pitch(.g, alter: Semitones(-1), octave: 4))
        #expect(sharp != flat && sharp.height == flat.height)
    }
}
