import Foundation
import Harmonizer
import Testing

/// What quartets that nobody learned from share with those that the model `quartet` has learned from.
@Suite(.enabled(if: Quartets.folder != nil, "QUARTET_DATA names no folder with quartets and their split.csv"))
struct QuartetCopiesTests {
    private static func pieces(_ parts: Dataset.Part...) throws -> [Piece] {
        try parts.flatMap(Quartets.paths).map { path in
            let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            return try Piece(name: name, Grid.Reading(Chorales.score(path), vocabulary: .strings).grid)
        }
    }

    @Test(.timeLimit(.minutes(20))) func `a copy is what shares more than 99 of 100 held-out excerpts do`() throws {
        let learned = CopiedRuns(try Self.pieces(.train).map { ($0.name, $0.grid) }, voices: [1, 2, 3])
        let excerpts = try Self.pieces(.valid, .test).flatMap(\.excerpts)
        let runs = excerpts.map { learned.longest(in: $0.grid) }
        let ticks = try #require(Spread(runs.map { Double($0.byTicks?.ticks.count ?? 0) }))
        let attacks = try #require(Spread(runs.map { Double($0.byAttacks?.attacks ?? 0) }))
        print("\(excerpts.count) excerpts; ticks \(ticks); notes \(attacks)")
        let most = Ensemble.strings.mostCopied
        #expect(most.ticks == Int(ticks.percentile99) && most.attacks == Int(attacks.percentile99))
    }
}
