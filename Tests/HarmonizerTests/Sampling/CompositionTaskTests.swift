import Counterpoint
import Testing

@testable import Harmonizer

struct CompositionTaskTests {
    /// The key of the top voice of some music in four voices, alone.
    private static func key(_ soprano: String) throws -> Tonality {
        let score = try Shorthand("\(soprano)\nA G4*4 | G4*4 | G4*4\nT E4*4 | E4*4 | E4*4\nB C3*4 | C3*4 | C3*4").score
        return CompositionTask(try Grid.Reading(score).grid.hiding([1, 2, 3]), keeping: [0]).key
    }

    /// Around A and E, which C major and A minor have in common.
    private static let neutral = "S A4 E5 C5 B4 | A4 B4 C5 A4 |"

    @Test("Of two keys with one signature, a tune is in the one on whose tonic it ends")
    func ends() throws {
        #expect(try Self.key("\(Self.neutral) A4*4").description == "A minor")
        #expect(try Self.key("\(Self.neutral) C5*4").description == "C major")
    }

    @Test("What ends on no tonic, or has a bass, is in what its notes say")
    func others() throws {
        let open = try Self.key("\(Self.neutral) E4*4")
        #expect(open.signature == 0)
        let score = try Shorthand(
            """
            S C5 D5 E5 D5 | C5 B4 C5 D5 | C5 B4 A4*2
            A G4*4        | G4*4        | G4*4
            T E4*4        | E4*4        | E4*4
            B C3 G3 C3 G2 | C3 G2 C3 G2 | C3 E3 A3*2
            """
        ).score
        let grid = try Grid.Reading(score).grid.hiding([1, 2])
        let heard = HarmonicAnalysis(Passage(grid.score()), of: grid.score()).home.key
        #expect(CompositionTask(grid, keeping: [0, 3]).key == heard)
    }
}
