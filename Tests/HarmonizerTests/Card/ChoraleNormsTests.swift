import Counterpoint
import Foundation
import Testing

@testable import Harmonizer

/// What is usual in Bach's chorales, measured anew; `QUARTET_RECORD=1` writes `ChoraleNorms.swift`.
@Suite(.enabled(if: Chorales.folder != nil, "QUARTET_DATA names no folder with chorales and their split.csv"))
struct ChoraleNormsTests {
    /// What is seen of one chorale.
    private struct Look {
        let counts: StyleCounts
        let faults: FaultCounts

        init(_ path: String) throws {
            let sample = try StyleSample(name: path, Grid.Reading(Chorales.score(path)).grid)
            counts = sample.counts
            // Rules that the profile leaves out may be asked for by others.
            var settings = Settings(.chorale)
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

    private func source(_ rules: [Row], _ rates: [Row]) -> String {
        """
        // Made by ChoraleNormsTests with QUARTET_DATA and QUARTET_RECORD=1; don't edit.

        /// What is usual in 365 chorales by Bach.
        enum ChoraleNorms {
            /// Findings for 100 chords.
            static let rules: [(rule: String, mean: Double, low: Double, high: Double)] = [
        \(rules.map(\.text).joined())    ]

            /// Rates in their units.
            static let rates: [(rate: StyleRate, mean: Double, low: Double, high: Double)] = [
        \(rates.map(\.text).joined())    ]
        }

        """
    }

    @Test(.timeLimit(.minutes(10))) func `The table is what the chorales say`() throws {
        let looks = try Chorales.paths(inFourParts: true).map { try Look($0) }
        #expect(looks.count == 365)
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
        let text = source(rules, rates)
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Harmonizer/Card/ChoraleNorms.swift")
        if ProcessInfo.processInfo.environment["QUARTET_RECORD"] != nil {
            try Data(text.utf8).write(to: url)
            Issue.record("recorded \(url.lastPathComponent)")
        }
        let written = try String(contentsOf: url, encoding: .utf8)
        #expect(written == text, "set QUARTET_RECORD=1 to measure anew")
    }
}
