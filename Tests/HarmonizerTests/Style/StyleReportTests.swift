import Counterpoint
import Foundation
import Harmonizer
import Testing

struct StyleReportTests {
    private func samples(_ texts: String...) throws -> [StyleSample] {
        try texts.map { try StyleSample(name: "", Grid.Reading(choir($0)).grid) }
    }

    private func report(_ name: String = "Ours") throws -> StyleReport {
        let plain = "S C5 A4 B4 C5^\nA E4 D4 D4 E4\nT G3 A3 G3 G3\nB C3 F3 G3 C3"
        let parallel = "S C5 A4 B4 C5^\nA E4 D4 D4 E4\nT G3 A3 G3 G3\nB E3 D3 G3 C3"
        return try StyleReport(
            name, samples(plain, parallel), against: StyleReference(samples(plain)), Linter(Settings(.chorale)))
    }

    @Test func `All numbers of a collection`() throws {
        let report = try report()
        #expect(report.pieces == 2 && report.ticks == 32)
        #expect(report.rates[.parallelOctaves] == 0.5 && report.rates[.cleanPieces] == 50)
        #expect(report.faultless == 50 && report.faults["parallel-octaves"]?.errors == 1)
        #expect(report.divergences[.altoIntervals] == 0)
        #expect(try #require(report.divergences[.bassMoves]) > 0)
        #expect(report.distances.count == 9)
        #expect(report.copiedTicks?.greatest == 16 && report.copiedAttacks?.greatest == 8)
    }

    @Test func `JSON brings it back, with names as keys`() throws {
        let report = try report()
        let json = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(StyleReport.self, from: json) == report)
        #expect(String(decoding: json, as: UTF8.self).contains(#""parallelOctaves":0.5"#))
    }

    @Test func `A table has a column a collection`() throws {
        let table = try StyleReport.table([report("Bach"), report()], .choir).split(separator: "\n")
        #expect(table[0].hasSuffix("  Bach   Ours"))
        #expect(
            table.contains { $0.hasPrefix("parallel octaves a piece, tick to tick") && $0.hasSuffix("  0.50   0.50") })
        #expect(Set(table.map(\.count)).count == 1)
    }

    @Test func `Numbers are spread`() throws {
        let spread = try #require(Spread([1, 5, 2, 4]))
        #expect(spread.median == 3 && spread.greatest == 5 && abs(spread.percentile99 - 4.97) < 1e-12)
        #expect(abs(spread.deviation * spread.deviation - 2.5) < 1e-12)
        #expect(Spread([]) == nil)
    }
}
