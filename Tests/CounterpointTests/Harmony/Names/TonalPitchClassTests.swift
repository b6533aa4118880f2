import Counterpoint
import ScoreModel
import Testing

@Suite struct TonalPitchClassTests {
    @Test(arguments: [
        ("C", 0, 0), ("G", 1, 7), ("F", -1, 5), ("B", 5, 11), ("F#", 6, 6), ("Gb", -6, 6), ("Bb", -2, 10),
        ("E#", 11, 5),
        ("Cb", -7, 11), ("F##", 13, 7), ("Bbb", -9, 9),
    ])
    func `A name is a place on the line of fifths, and back`(name: String, fifths: Int, semitones: Int) throws {
        let tone = try #require(TonalPitchClass(name))
        #expect(tone.fifths == fifths && tone.pitchClass == semitones && "\(tone)" == name)
    }

    @Test(arguments: ["", "H", "c##b", "C4x", "Cis"]) func `What is no name is none`(name: String) {
        #expect(TonalPitchClass(name) == nil)
    }

    @Test func `Quarter tones count as the semitone below`() {
        let sharp = Pitch(.c, alter: Semitones(thousandths: 500), octave: 4)
        let flat = Pitch(.c, alter: Semitones(thousandths: -500), octave: 4)
        #expect("\(TonalPitchClass(sharp)) \(TonalPitchClass(flat))" == "C Cb")
    }

    @Test(arguments: [
        ("G", "G major", 1), ("e", "E minor", 1), ("Bb major", "Bb major", -2), ("F# minor", "F# minor", 3),
        ("bb", "Bb minor", -5), ("C minor", "C minor", -3),
    ])
    func `A key is read from its name`(text: String, name: String, signature: Int) throws {
        let key = try #require(Tonality(text))
        #expect("\(key)" == name && key.signature == signature)
        #expect(Tonality(key.symbol) == key && Tonality(signature: signature, key.mode) == key)
    }

    @Test(arguments: ["", "H", "C dorian", "C major minor", "major"]) func `What is no key is none`(text: String) {
        #expect(Tonality(text) == nil)
    }
}
