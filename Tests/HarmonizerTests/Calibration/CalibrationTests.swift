import Counterpoint
import Testing

@testable import Harmonizer

struct CalibrationTests {
    /// Two measures in plain style: nothing that a network of random numbers would compose.
    private let piece: Piece
    private static let model = Model(SmallNetwork.network, parameters: SmallNetwork.parameters(seed: 5))

    init() throws {
        let score = try Shorthand(
            """
            S C5 D5 E5 F5 E5 D5 C5 C5
            A G4 G4 G4 A4 G4 G4 G4 G4
            T E4 D4 C4 C4 C4 B3 C4 C4
            B C3 B2 C3 F3 C3 G3 C3 C3
            """
        ).score
        piece = Piece(name: "thirds", try Grid.Reading(score).grid)
    }

    @Test("Round by round, what is composed comes nearer to the pieces")
    func nearer() throws {
        var calibration = Calibration(Self.model, [piece], linter: Linter(), rounds: 4, share: 1)
        var divergences: [Double] = []
        while !calibration.isDone { divergences.append(try #require(calibration.advance()[.altoIntervals])) }
        let (first, last) = (divergences[0], try #require(divergences.last))
        #expect(divergences.count == 4 && last < first)
        #expect(calibration.model.idiom != Idiom() && calibration.model.parameters == Self.model.parameters)
    }

    @Test("The same seed finds the same idiom")
    func seeds() {
        func idiom(seed: UInt64) -> Idiom {
            var calibration = Calibration(Self.model, [piece], linter: Linter(), rounds: 1, seed: seed)
            calibration.advance()
            return calibration.model.idiom
        }
        let (first, again, other) = (idiom(seed: 1), idiom(seed: 1), idiom(seed: 2))
        #expect(first == again && first != other)
    }
}
