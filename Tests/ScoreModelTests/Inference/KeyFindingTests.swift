import ScoreModel
import Testing

@Suite struct KeyFindingTests {
    /// Chords of a quarter note each, given by their keys from the bass up.
    static func chords(_ chords: [[Int]], from start: Int = 0) -> [Tone] {
        chords.enumerated().flatMap { index, keys in
            keys.map { Tone(onset: Fraction(start + index), duration: 1, key: $0) }
        }
    }

    static func times(_ count: Int, _ chords: [[Int]]) -> [[Int]] {
        Array(repeating: chords, count: count).flatMap { $0 }
    }

    /// I, IV, V, I.
    static let major = [[48, 64, 67, 72], [53, 65, 69, 72], [55, 62, 67, 71], [48, 64, 67, 72]]
    /// i, iv, V, i in A.
    static let minor = [[45, 64, 69, 72], [50, 65, 69, 74], [52, 64, 68, 71], [45, 64, 69, 72]]

    static func moved(_ chords: [[Int]], by semitones: Int) -> [[Int]] { chords.map { $0.map { $0 + semitones } } }

    @Test(arguments: zip(0..<12, [0, -5, 2, -3, 4, -1, 6, 1, -4, 3, -2, 5]))
    func `a cadence tells its major key, wherever it is`(semitones: Int, fifths: Int) {
        let found = KeyFinding(Self.chords(Self.moved(Self.major, by: semitones)), boundaries: [0, 4])
        #expect(found.regions.map(\.key) == [.traditional(fifths: fifths, mode: "major")])
        #expect(found.signatures.map(\.key) == [.traditional(fifths: fifths, mode: "major")])
    }

    @Test func `a raised seventh does not hide a minor key`() {
        let found = KeyFinding(Self.chords(Self.minor + Self.minor), boundaries: [0, 4])
        #expect(found.regions.map(\.key) == [.traditional(fifths: 0, mode: "minor")])
        #expect(found.signatures.map(\.key) == [.traditional(fifths: 0, mode: "minor")])
    }

    @Test func `keys change at bar lines`() throws {
        let tones =
            Self.chords(Self.times(8, Self.major))
            + Self.chords(Self.moved(Self.times(8, Self.major), by: 4), from: 32)
        let found = KeyFinding(tones, boundaries: (0..<16).map { Fraction($0 * 4) })
        try #require(found.regions.count == 2)
        #expect(found.regions[0].key.tonic == "C" && found.regions[1].key.tonic == "E")
        #expect(found.regions[0].end == 32 && found.regions[1].start == 32 && found.regions[1].end == 64)
    }

    @Test func `a signature is changed for long stretches only`() {
        let home = Self.times(32, Self.major)
        let away = Self.moved(home, by: 4)
        let short = KeyFinding(
            Self.chords(home + away.prefix(32) + home), boundaries: (0..<100).map { Fraction($0 * 4) })
        #expect(short.signatures.map(\.key.tonic) == ["C"] && short.regions.count == 3)
        let long = KeyFinding(Self.chords(home + away + home))
        #expect(long.signatures.map(\.key.tonic) == ["C", "E", "C"])
    }

    @Test func `silence has no key`() {
        let found = KeyFinding([])
        #expect(found.regions.isEmpty && found.signatures.isEmpty)
    }

    @Test func `regions cover the piece and confidences are shares`() {
        let tones = Self.chords(Self.major + Self.moved(Self.minor, by: 1) + Self.moved(Self.major, by: 6))
        let found = KeyFinding(tones)
        #expect(found.regions.first?.start == 0 && found.regions.last?.end == 12)
        for (one, next) in zip(found.regions, found.regions.dropFirst()) { #expect(one.end == next.start) }
        for region in found.regions + found.signatures { #expect((0...1).contains(region.confidence)) }
    }

    @Test func `hostile times are taken as they are`() {
        let tones = [
            Tone(onset: Fraction(.min), duration: Fraction(.max), key: .min),
            Tone(onset: Fraction(.max), duration: Fraction(.max), key: .max), Tone(onset: 0, duration: -1, key: 60),
        ]
        let found = KeyFinding(tones, boundaries: [Fraction(.max), 0, 0, Fraction(.min)])
        #expect(!found.regions.isEmpty && !KeyFinding(tones).signatures.isEmpty)
    }
}
