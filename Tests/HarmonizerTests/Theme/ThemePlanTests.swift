import Counterpoint
import Harmonizer
import ScoreModel
import Testing

@Suite struct ThemePlanTests {
    private let key = Tonality(TonalPitchClass(.g), .major)

    private func fermatas(_ plan: Theme.Plan) throws -> [Range<Int>] {
        let ticks = try Theme(plan).grid.ticks
        var ranges: [Range<Int>] = []
        for tick in ticks.indices where ticks[tick].endsPhrase == true {
            if let last = ranges.last, last.upperBound == tick {
                ranges[ranges.count - 1] = last.lowerBound..<tick + 1
            } else {
                ranges.append(tick..<tick + 1)
            }
        }
        return ranges
    }

    @Test(
        arguments: [
            (Meter.common, Fraction.zero, [24..<32, 56..<64]), (.common, 1, [28..<32, 60..<64]),
            (Meter(3, 4), .zero, [12..<24, 36..<48]), (Meter(3, 4), 1, [16..<24, 40..<48]),
            (Meter(6, 8), 1 / 2, [20..<24, 44..<48]),
        ] as [(Meter, Fraction, [Range<Int>])]) func `Phrases end before the next one's pickup`(
            _ meter: Meter, _ pickup: Fraction, _ ends: [Range<Int>]
        ) throws
    {
        let plan = Theme.Plan(key: key, meter: meter, measures: 4, pickup: pickup)
        #expect(try fermatas(plan) == ends)
    }

    @Test func `The last phrase has the measures that are left`() throws {
        let plan = Theme.Plan(key: key, meter: .common, measures: 5, phrase: 4)
        #expect(try fermatas(plan) == [56..<64, 72..<80])
        let one = Theme.Plan(key: key, meter: .common, measures: 5, phrase: .max)
        #expect(try fermatas(one) == [72..<80])
        #expect(throws: ThemeError.self) { try Theme(Theme.Plan(key: key, meter: .common, measures: .max)) }
    }

    @Test func `All is hidden, and what is composed gets fermatas`() throws {
        let theme = try Theme(Theme.Plan(key: key, meter: Meter(3, 2), measures: 2, pickup: 2))
        #expect(theme.grid.tokens.allSatisfy { $0 == .hidden })
        #expect(theme.grid.ticks.allSatisfy { $0.fifths == 1 && $0.beatsPerMeasure == 6 })
        #expect(theme.grid.ticks.map(\.isPickup).filter { $0 == true }.count == 8)
        var grid = theme.grid
        for index in grid.tokens.indices { grid.tokens[index] = index < 4 ? Token(rawValue: 40) : .hold }
        let score = theme.setting(grid).score
        #expect(score.parts.map(\.name) == ["Soprano", "Alto", "Tenor", "Bass"])
        #expect(score.parts[0].meters.map(\.value) == [Meter(3, 2)])
        #expect(score.measures.map(\.length) == [2, 6, 4])
        #expect(score.parts.allSatisfy { $0.fermatas.count == 1 })
        #expect(try score.violations().isEmpty)
    }

    @Test(arguments: [
        Theme.Plan(key: Tonality(TonalPitchClass(.c), .major), meter: .common, measures: 0),
        Theme.Plan(key: Tonality(TonalPitchClass(.c), .major), meter: .common, measures: 4, phrase: 0),
        Theme.Plan(key: Tonality(TonalPitchClass(.c), .major), meter: .common, measures: 4, pickup: 4),
        Theme.Plan(key: Tonality(TonalPitchClass(.c), .major), meter: .senzaMisura, measures: 4),
        Theme.Plan(key: Tonality(TonalPitchClass(.g, alter: 1), .major), meter: .common, measures: 4),
    ]) func `Plans that cannot be are refused`(_ plan: Theme.Plan) {
        #expect(throws: ThemeError.self) { try Theme(plan) }
    }
}
