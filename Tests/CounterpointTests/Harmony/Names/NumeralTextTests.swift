import Counterpoint
import Testing

@Suite struct NumeralTextTests {
    @Test(arguments: [
        ("I", "C major"), ("V7", "G major-minor-seventh"), ("V65", "G major-minor-seventh/B"),
        ("V6/5", "G major-minor-seventh/B"), ("V4/3", "G major-minor-seventh/D"), ("V42", "G major-minor-seventh/F"),
        ("V2", "G major-minor-seventh/F"), ("viio7", "B diminished-seventh"), ("vii°65", "B diminished-seventh/D"),
        ("vii7", "B diminished-minor-seventh"), ("viiø", "B diminished-minor-seventh"),
        ("vii/o4/3", "B diminished-minor-seventh/F"), ("vii6", "B diminished/D"), ("III+", "E augmented"),
        ("bII6", "Db major/F"), ("N6", "Db major/F"), ("N", "Db major"), ("♭VI", "Ab major"),
        ("#ivo7", "F# diminished-seventh"), ("♯ivø7", "F# diminished-minor-seventh"),
        ("V65/V", "D major-minor-seventh/F#"), ("V 6/5 / V", "D major-minor-seventh/F#"),
        ("viio7/ii", "C# diminished-seventh"), ("vii/o7/V", "F# diminished-minor-seventh"),
        ("V7/bVI", "Eb major-minor-seventh"), ("It6", "Ab augmented-sixth-italian"),
        ("Ger65", "Ab augmented-sixth-german"), ("Ger7", "Ab augmented-sixth-german/F#"),
        ("Fr43", "Ab augmented-sixth-french"), ("Fr6", "Ab augmented-sixth-french"),
        ("Ger65/V", "Eb augmented-sixth-german"), ("Cad64", "C major/G"), ("IV7", "F major-seventh"),
        ("IVmaj65", "F major-seventh/A"), ("iv7", "F minor-seventh"), ("ii7", "D minor-seventh"),
        ("bVII7", "Bb major-minor-seventh"), ("V[no3]", "G major"), ("V9", "G major-minor-seventh"),
    ])
    func `A numeral is a chord of C major`(_ text: String, _ chord: String) throws {
        let key = try #require(Tonality("C"))
        #expect(Numeral(text, in: key)?.chord(in: key).description == chord)
    }

    @Test(arguments: [
        ("i", "C minor"), ("I", "C major"), ("iio6", "D diminished/F"), ("iiø65", "D diminished-minor-seventh/F"),
        ("ii", "D minor"), ("III", "Eb major"), ("III7", "Eb major-seventh"), ("III+6", "Eb augmented/G"),
        ("iv7", "F minor-seventh"), ("IV7", "F major-minor-seventh"), ("v", "G minor"),
        ("V7", "G major-minor-seventh"), ("VI", "Ab major"), ("bVI", "Ab major"), ("VI7", "Ab major-seventh"),
        ("vio", "A diminished"), ("#vio", "A diminished"), ("vi/o7", "A diminished-minor-seventh"),
        ("VII", "Bb major"), ("VII7", "Bb major-minor-seventh"), ("vii7", "B diminished-seventh"),
        ("#viio7", "B diminished-seventh"), ("viio6", "B diminished/D"), ("N6", "Db major/F"),
        ("V7/III", "Bb major-minor-seventh"), ("viio7/iv", "E diminished-seventh"), ("Cad64", "C minor/G"),
    ])
    func `A numeral is a chord of C minor`(_ text: String, _ chord: String) throws {
        let key = try #require(Tonality("c"))
        #expect(Numeral(text, in: key)?.chord(in: key).description == chord)
    }

    @Test(arguments: [
        "", " ", "H", "C", "IIII", "iV", "V8", "V66", "V/", "/V", "V//V", "V7/V/V", "####I", "N.C.", "o7", "I?",
        "It43", String(repeating: "b", count: 100_000) + "I",
    ])
    func `What is no numeral is none`(_ text: String) throws {
        let key = try #require(Tonality("C"))
        #expect(Numeral(text, in: key) == nil)
    }

    private static let keys = (-8...8).flatMap { fifths in
        Tonality.Mode.allCases.map { Tonality(TonalPitchClass(fifths: fifths), $0) }
    }

    @Test(arguments: keys) func `The numeral of a chord is that chord`(_ key: Tonality) {
        for root in -17...17 {
            for quality in ChordQuality.allCases {
                for bass in Chord.Member.allCases {
                    let chord = Chord(key.tonic + root, quality, bass: bass)
                    let next = Chord(key.tonic + root + -1, .major)
                    for numeral in [Numeral(chord, in: key), Numeral(chord, in: key, next: next)]
                    where numeral.chord(in: key) != chord {
                        Issue.record("\(chord) is \(numeral)")
                    }
                }
            }
        }
    }

    /// The chords that are written with a numeral that means them alone: those without a seventh that the key has to tell, and not the
    /// minor chords on the sixth degree of minor and on the seventh.
    @Test(arguments: keys) func `The text of a numeral is that numeral`(_ key: Tonality) {
        let told: [ChordQuality] = [
            .major, .minor, .diminished, .augmented, .minorSeventh, .halfDiminishedSeventh, .diminishedSeventh,
        ]
        for root in -5...6 {
            for quality in told {
                for bass in Chord.Member.allCases {
                    let numeral = Numeral(Chord(key.tonic + root, quality, bass: bass), in: key)
                    let isSmall = quality.triad == .minor || quality.triad == .diminished
                    if isSmall, numeral.degree.number == 7, quality.triad == .minor { continue }
                    if isSmall, numeral.degree == Numeral.Degree(6), key.mode == .minor { continue }
                    #expect(Numeral(numeral.description, in: key) == numeral)
                }
            }
        }
    }

    @Test(arguments: keys) func `Sevenths of the scale and dominants are read as they are written`(_ key: Tonality) {
        let steps: [(Int, ChordQuality)] =
            key.mode == .major
            ? [(0, .majorSeventh), (-1, .majorSeventh), (1, .dominantSeventh), (2, .dominantSeventh)]
            : [(-3, .majorSeventh), (-4, .majorSeventh), (1, .dominantSeventh), (-2, .dominantSeventh)]
        for (root, quality) in steps {
            let chord = Chord(key.tonic + root, quality, bass: .seventh)
            let numeral = Numeral(chord, in: key)
            #expect(Numeral(numeral.description, in: key)?.chord(in: key) == chord)
        }
    }

    @Test(arguments: keys) func `Augmented sixths are read as they are written, whichever degree they lead to`(
        _ key: Tonality
    ) {
        for root in -5...6 {
            for quality in [ChordQuality.italianSixth, .germanSixth, .frenchSixth] {
                for bass in Chord.Member.allCases {
                    let chord = Chord(key.tonic + root, quality, bass: bass)
                    let numeral = Numeral(chord, in: key)
                    #expect(Numeral(numeral.description, in: key)?.chord(in: key) == chord)
                }
            }
        }
    }
}
