import ScoreModel
import Testing

@Suite struct SpellingTests {
    /// One line in quarter notes.
    static func line(_ keys: [Int]) -> [Tone] {
        keys.enumerated().map { Tone(onset: Fraction($0), duration: 1, key: $1) }
    }

    static func region(_ fifths: Int, _ mode: String = "major") -> [KeyFinding.Region] {
        [KeyFinding.Region(start: 0, end: 1000, key: .traditional(fifths: fifths, mode: mode), confidence: 1)]
    }

    static func names(_ tones: [Tone], _ fifths: Int, _ mode: String = "major", lines: [Int]? = nil) -> String {
        let spelling = Spelling(
            tones, keys: region(fifths, mode), signatures: region(fifths, mode),
            lines: lines ?? Array(repeating: 0, count: tones.count))
        return spelling.pitches.map(\.description).joined(separator: " ")
    }

    @Test(
        arguments: [
            ([60, 61, 62], "C4 C#4 D4"), ([71, 70, 69], "B4 Bb4 A4"), ([67, 66, 67], "G4 F#4 G4"),
            ([69, 70, 69], "A4 Bb4 A4"),
        ] as [([Int], String)])
    func `chromatic steps are named by where they lead`(keys: [Int], names: String) {
        #expect(Self.names(Self.line(keys), 0) == names)
    }

    @Test(
        arguments: [
            (0, [69, 68, 69, 66, 68, 69], "A4 G#4 A4 F#4 G#4 A4"), (-3, [60, 59, 60], "C4 B3 C4"),
            (5, [68, 67, 68], "G#4 F##4 G#4"),
        ] as [(Int, [Int], String)])
    func `degrees that minor raises are sharps of their own step`(fifths: Int, keys: [Int], names: String) {
        #expect(Self.names(Self.line(keys), fifths, "minor") == names)
    }

    @Test(arguments: -7...7) func `a scale has the names of its signature`(fifths: Int) {
        let tonic = 60 + (fifths * 7 % 12 + 12) % 12
        let spelling = Spelling(
            Self.line([0, 2, 4, 5, 7, 9, 11, 12].map { tonic + $0 }), keys: Self.region(fifths),
            signatures: Self.region(fifths), lines: [])
        let sharps = spelling.pitches.dropLast().reduce(0) { $0 + ($1.alter.whole ?? 0) }
        #expect(sharps == fifths)
        #expect(Set(spelling.pitches.dropLast().map(\.step)).count == 7)
    }

    @Test func `an augmented sixth opens into its octave`() {
        let tones = [(0, 56), (0, 72), (0, 78), (1, 55), (1, 71), (1, 79)].map {
            Tone(onset: Fraction($0.0), duration: 1, key: $0.1)
        }
        #expect(Self.names(tones, 0, lines: [2, 1, 0, 2, 1, 0]) == "Ab3 C5 F#5 G3 B4 G5")
    }

    @Test func `keys are written near the signature`() {
        // B major found under seven flats is C flat major.
        let spelling = Spelling(
            Self.line([71, 75, 78]), keys: Self.region(5), signatures: Self.region(-7), lines: [0, 0, 0])
        #expect(spelling.pitches.map(\.description) == ["Cb5", "Eb5", "Gb5"])
    }

    @Test(arguments: [0, -7, 7]) func `a name never changes the key that sounds`(fifths: Int) {
        let keys = Array(stride(from: -400, through: 400, by: 1)) + [5000, -5000]
        let spelling = Spelling(Self.line(keys), keys: Self.region(fifths), signatures: nil, lines: [])
        #expect(spelling.pitches.map(\.keyNumber) == keys)
        #expect(spelling.confidences.allSatisfy { (0.5...1).contains($0) })
    }

    @Test func `tones may come in any order`() {
        let tones = Self.line([60, 61, 62])
        let spelling = Spelling(tones.reversed(), keys: Self.region(0), signatures: nil, lines: [])
        #expect(spelling.pitches.map(\.description) == ["D4", "C#4", "C4"])
    }

    @Test func `no tones have no names, and hostile ones have some`() {
        #expect(Spelling([], keys: [], signatures: nil, lines: [1, 2]).pitches.isEmpty)
        let hostile = [
            Tone(onset: Fraction(.max), duration: Fraction(.max), key: .max), Tone(onset: 0, duration: -3, key: .min),
        ]
        let keys = Self.region(.max) + Self.region(.min)
        #expect(Spelling(hostile, keys: keys, signatures: keys, lines: [.max]).pitches.count == 2)
    }
}
