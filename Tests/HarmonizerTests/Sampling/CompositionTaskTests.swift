import Counterpoint
import Testing

@testable import Harmonizer

struct CompositionTaskTests {
    /// The key of the top voice of some music in four voices, alone.
    private static func key(_ soprano: String) throws -> Tonality {
        let score = try Shorthand("\(soprano)\nA G4*12\nT E4*12\nB C3*12").score
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
        // Over a bass that says C, the end on A is no A minor.
        let score = try Shorthand(
            "S C5 D5 E5 D5 | C5 B4 C5 D5 | C5 B4 A4*2\nA G4*12\nT E4*12\nB C3 G3 C3 G2 | C3 G2 C3 G2 | C3 G2 C3*2"
        ).score
        let grid = try Grid.Reading(score).grid
        #expect(CompositionTask(grid.hiding([1, 2]), keeping: [0, 3]).key.description == "C major")
    }
}
