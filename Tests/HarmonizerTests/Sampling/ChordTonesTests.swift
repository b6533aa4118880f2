import Counterpoint
import MusicXML
import ScoreModel
import Testing

@testable import Harmonizer

@Suite struct ChordTonesTests {
    private static let (everything, scale): (UInt16, UInt16) = (0xFFF, 0b1010_1011_0101)
    private static let (major, seventh): (UInt16, UInt16) = (0b0000_1001_0001, 0b1000_1010_0100)
    private static let key = Tonality(signature: 0, .major)

    private static func grid(_ text: String) throws -> (Score, Grid) {
        let score = try choir(text)
        return (score, try Grid.Reading(score).grid)
    }

    @Test func `On beats and where a chord begins its tones may begin, between them the scale`() throws {
        let (score, grid) = try Self.grid(
            "S C5*4\nA C5*4\nT C4*4\nB C3*4\nH C: I*3/2 V65*1/2 r V7/V")
        let tones = try #require(ChordTones(of: score, on: grid, in: Self.key)).pitchClasses
        #expect(tones.count == 64)
        func upper(_ tick: Int) -> UInt16 { tones[4 * tick] }
        func bass(_ tick: Int) -> UInt16 { tones[4 * tick + 3] }
        for tick in 0..<16 {
            #expect(tones[4 * tick + 1] == upper(tick) && tones[4 * tick + 2] == upper(tick))
        }
        #expect((0..<6).map(upper) == [Self.major, Self.scale, Self.scale, Self.scale, Self.major, Self.scale])
        #expect((0..<6).map(bass) == [1, Self.scale, Self.scale, Self.scale, 1, Self.scale])
        // V65 begins between beats, so that it is heard there: D F G B over B.
        #expect(upper(6) == 0b1000_1010_0100 && bass(6) == 1 << 11)
        #expect(upper(7) == Self.scale && bass(7) == Self.scale)
        #expect((8..<12).allSatisfy { upper($0) == Self.everything && bass($0) == Self.everything })
        // V7/V is D F# A C over D, and F is no tone of the scale as long as it lasts.
        #expect(upper(12) == 0b0010_0100_0101 && bass(12) == 0b100)
        #expect(upper(13) == 0b1010_1101_0101)
    }

    @Test func `Chord symbols of a file, a slash for the bass`() throws {
        let text = """
            <score-partwise><part-list><score-part id="P1"><part-name>Voice</part-name></score-part></part-list>
            <part id="P1"><measure number="1"><attributes><divisions>2</divisions></attributes>
            <harmony><root><root-step>C</root-step></root><kind>major</kind>
            <bass><bass-step>D</bass-step></bass></harmony>
            <note><pitch><step>C</step><octave>5</octave></pitch><duration>1</duration></note>
            <harmony><root><root-step>G</root-step></root><kind>dominant</kind></harmony>
            <note><pitch><step>B</step><octave>4</octave></pitch><duration>3</duration></note></measure></part>
            </score-partwise>
            """
        let score = try MusicXMLDocument(xml: Array(text.utf8)).score().score
        let tones = try #require(
            ChordTones(
                of: score,
                on: Grid(
                    voiceCount: 4, tokens: Array(repeating: .rest, count: 32),
                    ticks: Array(repeating: TickContext(), count: 8)), in: Self.key)
        ).pitchClasses
        #expect(Array(tones[0..<4]) == [Self.major, Self.major, Self.major, 1 << 2])
        #expect(Array(tones[4..<8]) == [UInt16](repeating: Self.scale, count: 4))
        #expect(Array(tones[8..<12]) == [UInt16](repeating: 0b1000_1010_0100, count: 4))
        #expect(Array(tones[12..<16]) == [UInt16](repeating: Self.scale, count: 4))
        #expect(Array(tones[16..<20]) == [UInt16](repeating: 0b1000_1010_0100, count: 4))
    }

    @Test func `Where nothing is said there is nothing to obey`() throws {
        let (score, grid) = try Self.grid("S C5*4\nA C5*4\nT C4*4\nB C3*4")
        #expect(ChordTones(of: score, on: grid, in: Self.key) == nil)
    }

    @Test func `Numerals go before symbols`() throws {
        var (score, grid) = try Self.grid("S C5*4\nA C5*4\nT C4*4\nB C3*4\nH C: r*2 IV*2")
        let chord = Harmony.Chord(base: .root(Harmony.Tone(step: .c)), kind: "major")
        score.parts[0].harmonies = [Timed(onset: .zero, measure: 0, value: Harmony([chord]))]
        let tones = try #require(ChordTones(of: score, on: grid, in: Self.key)).pitchClasses
        #expect([0, 4, 8, 12].map { tones[4 * $0] } == [Self.major, Self.major, 0b0010_0010_0001, 0b0010_0010_0001])
    }
}
