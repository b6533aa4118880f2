import Counterpoint
import Harmonizer
import ScoreModel
import TestSupport
import Testing

/// Random grids become scores and grids again.
@Suite struct GridScoreTests {
    @Test(
        arguments: [(4, 4), (3, 4), (3, 2), (6, 8), (5, 4), (2, 2), (12, 8), (3, 8), (5, 8), (9, 16)],
        Grid.Layout.allCases)
    func `A grid becomes a score and the same grid again`(_ meter: (Int, Int), _ layout: Grid.Layout) throws {
        for seed in 0..<15 {
            let fifths = seed - 7
            let grid = RandomGrid(Meter(meter.0, meter.1), fifths: fifths, seed: UInt64(seed)).grid
            let score = grid.score(layout: layout)
            #expect(score.inconsistencies.isEmpty)
            let reading = try Grid.Reading(score)
            #expect(reading.losses.isEmpty)
            #expect(reading.grid == grid.canonical, "\(meter) \(fifths)")
            if seed % 7 == 0 {
                #expect(try score.violations().isEmpty, "\(meter) \(fifths)")
                #expect(try Grid.Reading(score.reread()).grid == grid.canonical, "\(meter) \(fifths)")
            }
            let other = RandomGrid(Meter(meter.0, meter.1), fifths: fifths, seed: UInt64(seed)).other
            let kept: Set<Int> = [seed % 4]
            let rewriting = Rewriting(score, reading, as: other, keeping: kept)
            #expect(rewriting.score.inconsistencies.isEmpty)
            let again = try Grid.Reading(rewriting.score).grid
            for voice in 0..<4 {
                #expect(again.line(voice) == (kept.contains(voice) ? grid : other).canonical.line(voice))
            }
        }
    }

    @Test func `Four parts have the clefs of a choir, or two staves hold it`() throws {
        let grid = RandomGrid(.common, fifths: 1, seed: 1).grid
        let open = grid.score()
        #expect(open.parts.map(\.name) == ["Soprano", "Alto", "Tenor", "Bass"])
        #expect(open.parts.map { $0.clefs.first?.value.octaveChange } == [0, 0, -1, 0])
        let close = grid.score(layout: .closeScore)
        #expect(close.parts.map(\.staves) == [2])
        #expect(try Grid.Reading(close).places.map(\.role) == [.soprano, .alto, .tenor, .bass])
    }

    @Test func `Meters are told by their beats`() {
        let meters = [(4, 4), (3, 4), (3, 2), (6, 8), (5, 4), (12, 8), (3, 8), (5, 8), (9, 16)]
        for (beats, type) in meters {
            let score = RandomGrid(Meter(beats, type), fifths: 0, seed: 3).grid.score()
            #expect(score.parts[0].meters.map(\.value.description) == ["\(beats)/\(type)"])
        }
    }

    @Test func `A grid of which nothing but notes is known is in 4 of 4`() throws {
        var grid = Grid(
            voiceCount: 4, tokens: Array(repeating: .rest, count: 80), ticks: Array(repeating: TickContext(), count: 20)
        )
        for voice in 0..<4 { try grid.sing(voice, "60 - - - 62 - - - 64 - - - 65 - - - - - - -") }
        let score = grid.score()
        #expect(score.measures.map(\.length) == [4, 1])
        #expect(score.parts[0].meters.map(\.value.description) == ["4/4"])
        #expect(try Grid.Reading(score).grid.tokens == grid.tokens)
    }
}

/// Two grids with the same measures and any notes: steps, leaps, rests and holds of silence, some fermatas.
private struct RandomGrid {
    private(set) var grid: Grid
    private(set) var other: Grid

    init(_ meter: Meter, fifths: Int, seed: UInt64) {
        var random = SeededGenerator(seed)
        let component = meter.components[0]
        let full = 16 / component.beatType * component.beats[0]
        let isCompound = component.beats[0] % 3 == 0
        let ticksPerBeat = isCompound && component.beatType == 8 ? 6 : isCompound && component.beatType == 16 ? 3 : 4
        let pickup = Bool.random(using: &random) ? 0 : Int.random(in: 1..<full, using: &random)
        let count = pickup + full * 4
        let ticks = (0..<count).map { tick in
            let place = (tick - pickup + full) % full
            return TickContext(
                placeInBeat: Fraction(place % ticksPerBeat) / 4, beatInMeasure: place / ticksPerBeat, fifths: fifths,
                isPickup: tick < pickup, beatsPerMeasure: (full + ticksPerBeat - 1) / ticksPerBeat)
        }
        grid = Grid(voiceCount: 4, tokens: RandomGrid.tokens(count, &random), ticks: ticks)
        other = Grid(voiceCount: 4, tokens: RandomGrid.tokens(count, &random), ticks: ticks)
        setFermatas()
        other.ticks = grid.ticks
    }

    /// Every third note of the top voice.
    private mutating func setFermatas() {
        let notes = grid.notes(ofVoice: 0)
        guard notes.count > 2 else { return }
        for tick in grid.ticks.indices { grid.ticks[tick].endsPhrase = false }
        for index in notes.indices where index % 3 == 2 {
            for tick in notes[index].ticks { grid.ticks[tick].endsPhrase = true }
        }
    }

    private static func tokens(_ count: Int, _ random: inout SeededGenerator) -> [Token] {
        (0..<count * 4).map { cell in
            let low = [62, 55, 48, 36][cell % 4]
            let pitch = Int.random(in: low..<low + 20, using: &random)
            // Each voice has a note, so that it is there.
            return switch cell < 4 ? 0 : Int.random(in: 0..<10, using: &random) {
            case 0, 1: Vocabulary.voices.token(pitch: pitch) ?? .rest
            case 2: .rest
            default: .hold
            }
        }
    }
}
