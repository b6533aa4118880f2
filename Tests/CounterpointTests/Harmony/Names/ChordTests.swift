import Counterpoint
import Testing

@Suite struct ChordTests {
    @Test(arguments: [
        (ChordQuality.major, "C E G"), (.minor, "C Eb G"), (.diminished, "C Eb Gb"), (.augmented, "C E G#"),
        (.dominantSeventh, "C E G Bb"), (.majorSeventh, "C E G B"), (.minorSeventh, "C Eb G Bb"),
        (.halfDiminishedSeventh, "C Eb Gb Bb"), (.diminishedSeventh, "C Eb Gb Bbb"), (.italianSixth, "C E A#"),
        (.germanSixth, "C E G A#"), (.frenchSixth, "C E F# A#"),
    ])
    func `A chord has its tones, spelled`(quality: ChordQuality, tones: String) throws {
        let chord = Chord(try #require(TonalPitchClass("C")), quality)
        let own = Chord.Member.allCases.compactMap { chord[$0] }
        #expect(own.map { "\($0)" }.joined(separator: " ") == tones)
        for tone in own { #expect(chord.member(tone.pitchClass).flatMap { chord[$0] } == tone) }
        #expect(chord.member(1) == nil)
    }

    @Test func `A bass that a chord lacks is its root`() {
        let triad = Chord(TonalPitchClass(fifths: 0), .major, bass: .seventh)
        #expect(triad.inversion == 0)
        #expect(Chord(TonalPitchClass(fifths: 0), .dominantSeventh, bass: .seventh).inversion == 3)
    }

    @Test(arguments: [
        ("C", "C", ChordQuality.major, Chord.Member.third, "I6"), ("C", "D", .minorSeventh, .third, "ii65"),
        ("C", "B", .halfDiminishedSeventh, .root, "viiø7"), ("C", "D", .dominantSeventh, .third, "V65/V"),
        ("C", "F#", .diminishedSeventh, .root, "viio7/V"), ("C", "E", .major, .root, "V/vi"),
        ("C", "C", .dominantSeventh, .seventh, "V42/IV"), ("C", "F", .minor, .root, "iv"),
        ("C", "Ab", .major, .root, "bVI"), ("C", "Db", .major, .third, "bII6"),
        ("C", "Ab", .germanSixth, .root, "bGer65"),
        ("a", "G#", .diminished, .third, "viio6"), ("a", "G", .major, .root, "VII"),
        ("a", "C", .augmented, .third, "III+6"),
        ("a", "E", .dominantSeventh, .root, "V7"), ("a", "E", .minor, .root, "v"), ("a", "D", .major, .root, "IV"),
        ("a", "A", .major, .root, "I"), ("a", "G", .dominantSeventh, .root, "VII7"),
        ("a", "D", .dominantSeventh, .third, "IV65"),
        ("a", "Bb", .major, .third, "bII6"),
        ("a", "F#", .halfDiminishedSeventh, .root, "#viø7"), ("a", "B", .diminished, .third, "iio6"),
    ])
    func `A chord has its name in a key`(
        key: String, root: String, quality: ChordQuality, bass: Chord.Member, name: String
    ) throws {
        let chord = Chord(try #require(TonalPitchClass(root)), quality, bass: bass)
        let numeral = Numeral(chord, in: try #require(Tonality(key)))
        #expect("\(numeral)" == name.replacing("bGer", with: "Ger"))
    }

    @Test func `A borrowed chord that goes where a dominant goes is one`() throws {
        let key = try #require(Tonality("C"))
        let flat = Chord(TonalPitchClass(fifths: -2), .major)
        let third = Chord(TonalPitchClass(fifths: -3), .major)
        #expect("\(Numeral(flat, in: key))" == "bVII")
        let minor = try #require(Tonality("a"))
        let tonic = Chord(TonalPitchClass(fifths: 3), .major)
        #expect("\(Numeral(tonic, in: minor, next: Chord(TonalPitchClass(fifths: 2), .minor)))" == "V/iv")
        #expect("\(Numeral(tonic, in: minor, next: third))" == "I")
        let seventh = Chord(TonalPitchClass(fifths: 1), .dominantSeventh)
        #expect("\(Numeral(seventh, in: minor, next: Chord(TonalPitchClass(fifths: 0), .major)))" == "V7/III")
    }
}
