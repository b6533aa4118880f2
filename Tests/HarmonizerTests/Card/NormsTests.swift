import Counterpoint
import Foundation
import Testing

@testable import Harmonizer

/// What is usual in Bach's chorales and in string quartets, measured anew; `QUARTET_RECORD=1` writes `ChoraleNorms.swift` and `QuartetNorms.swift`.
struct NormsTests {
    /// What is seen of one piece.
    private struct Look {
        let counts: StyleCounts
        let faults: FaultCounts

        init(_ name: String, _ grid: Grid, _ profile: Profile) {
            let sample = StyleSample(name: name, grid)
            counts = sample.counts
            // Rules that the profile leaves out may be asked for by others.
            var settings = Settings(profile)
            for card in RuleList.cards where settings.isOff(card) { settings.severities[card.id] = .info }
            faults = sample.faults(Linter(settings))
        }
    }

    private struct Row {
        let name: String
        let norm: Norm

        var text: String {
            let numbers = [norm.mean, norm.low, norm.high].map { "\(($0 * 10_000).rounded() / 10_000)" }
            return "        (\(name), \(numbers.joined(separator: ", "))),\n"
        }
    }

    private func source(_ name: String, _ title: String, _ rules: [Row], _ rates: [Row]) -> String {
        """
        // Made by NormsTests with QUARTET_DATA and QUARTET_RECORD=1; don't edit.

        /// \(title)
        enum \(name) {
            /// Findings for 100 chords.
            static let rules: [(rule: String, mean: Double, low: Double, high: Double)] = [
        \(rules.map(\.text).joined())    ]

            /// Rates in their units.
            static let rates: [(rate: StyleRate, mean: Double, low: Double, high: Double)] = [
        \(rates.map(\.text).joined())    ]
        }

        """
    }

    @Test(
        .enabled(if: Chorales.folder != nil, "QUARTET_DATA names no folder with chorales and their split.csv"),
        .timeLimit(.minutes(20)))
    func `The table of chorales is what they say`() throws {
        let looks = try Chorales.paths(inFourParts: true).map { path in
            try Look(path, Grid.Reading(Chorales.score(path)).grid, .chorale)
        }
        #expect(looks.count == 365)
        try check(looks, "ChoraleNorms", "What is usual in 365 chorales by Bach.")
    }

    @Test(
        .enabled(if: Quartets.folder != nil, "QUARTET_DATA names no folder with quartets and their split.csv"),
        .timeLimit(.minutes(20)))
    func `The table of quartets is what they say`() throws {
        let looks = try Quartets.paths.flatMap { path in
            // One from the beginning, one from the middle, one from the end.
            let excerpts = try Piece(
                name: path, Grid.Reading(Chorales.score(path), vocabulary: .strings).grid
            ).excerpts
            return Set([0, excerpts.count / 2, excerpts.count - 1]).sorted().map { excerpts[$0] }
        }.map { Look($0.name, $0.grid, .strings) }
        try check(
            looks, "QuartetNorms",
            "What is usual in three excerpts, as long as a chorale, of each of 152 string quartets.")
    }

    private func check(_ looks: [Look], _ name: String, _ title: String) throws {
        let counts = looks.reduce(into: StyleCounts()) { $0 += $1.counts }
        let faults = looks.reduce(into: FaultCounts()) { $0 += $1.faults }
        let rules = try RuleList.cards.map { card in
            let mean = try #require(faults.rate(card.id))
            return Row(
                name: "\"\(card.id)\"", norm: Norm(mean: mean, of: looks.compactMap { $0.faults.rate(card.id) }))
        }
        let rates = try StyleRow.rates.map { rate in
            let mean = try #require(counts.rate(rate))
            return Row(name: ".\(rate.rawValue)", norm: Norm(mean: mean, of: looks.compactMap { $0.counts.rate(rate) }))
        }
        let text = source(name, title, rules, rates)
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Harmonizer/Card/\(name).swift")
        if ProcessInfo.processInfo.environment["QUARTET_RECORD"] != nil {
            try Data(text.utf8).write(to: url)
            Issue.record("recorded \(url.lastPathComponent)")
        }
        let written = try String(contentsOf: url, encoding: .utf8)
        #expect(written == text, "set QUARTET_RECORD=1 to measure anew")
    }
}
