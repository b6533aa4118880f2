import Counterpoint
import ScoreModel
import Testing

@testable import Harmonizer

@Suite struct PieceExcerptsTests {
    @Test func `A quartet is divided at bar lines, and what is held over one begins anew`() throws {
        // Forty measures; the violin ties over the bar line before measure 17.
        let line = (1...40).map { $0 == 16 ? "C5*3 E5~" : $0 == 17 ? "E5*2 D5*2" : "C5*4" }.joined(separator: " | ")
        let score = try quartet(line, measures: [Fraction](repeating: 4, count: 40))
        let piece = Piece(name: "a", try Grid.Reading(score, vocabulary: .strings).grid)
        let excerpts = piece.excerpts.map(\.grid)
        #expect(excerpts.map { $0.times[$0.ticks.count] } == [64, 64, 32])
        #expect(excerpts[1].line(0).hasPrefix("76 - - - - - - - 74"))
        #expect(excerpts.allSatisfy { $0.times[0] == .zero })
        #expect(excerpts[0].excerpt(0..<16).line(3) == piece.grid.excerpt(0..<16).line(3))
    }

    @Test func `A chorale is one`() throws {
        let piece = Piece(name: "a", try Grid.Reading(choir("S C5*4\nA G4*4\nT E4*4\nB C3*4")).grid)
        #expect(piece.excerpts == [piece])
    }

    @Test func `The same notes in tokens of another vocabulary; what is no pitch there is not known`() throws {
        let score = try quartet("C7*2 C5*2")
        let piece = Piece(name: "a", try Grid.Reading(score, vocabulary: .strings).grid)
        let other = piece.inTokens(of: .voices)
        #expect(other.grid.line(0) == "? ? ? ? ? ? ? ? 72 - - - - - - -")
        #expect(other.grid.line(3) == piece.grid.line(3))
        #expect(other.inTokens(of: .strings).grid.line(2) == piece.grid.line(2))
    }
}
