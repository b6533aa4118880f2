import Counterpoint
import Foundation
import ScoreModel
import Testing

@testable import Harmonizer

struct ComposerTests {
    /// A sampler whose network says nothing in particular.
    private static func sampler(seed: UInt64) -> Sampler {
        let parameters: [Double] = SmallNetwork.parameters(seed: seed)
        return Sampler(Model(SmallNetwork.network, parameters: parameters.map { Float($0) }))
    }

    /// Four voices that hold one note each in every measure of 4/4.
    private static func grid(measures: Int) throws -> Grid {
        var grid = Grid(
            voiceCount: 4, tokens: Array(repeating: .hold, count: 64 * measures),
            ticks: (0..<(16 * measures)).map {
                TickContext(
                    placeInBeat: Fraction($0 % 4) / 4, beatInMeasure: $0 / 4 % 4, endsPhrase: $0 + 4 >= 16 * measures,
                    fifths: 0,
                    isPickup: false, beatsPerMeasure: 4)
            })
        for measure in 0..<measures {
            for (voice, pitch) in [72, 67, 64, 48].enumerated() {
                grid[16 * measure, voice] = try #require(Vocabulary.voices.token(pitch: pitch + measure % 3))
            }
        }
        return grid
    }

    private static func settings(particles: Int) -> SamplingSettings {
        var settings = SamplingSettings()
        settings.particles = particles
        return settings
    }

    @Test("The last chord stands on the tonic", arguments: [UInt64(1), 2, 3])
    func ending(seed: UInt64) throws {
        let score = try Shorthand("S C5 D5 E5 D5 | C5*4\nA G4*4 | G4*4\nT E4*4 | E4*4\nB C3*4 | C3*4").score
        let task = CompositionTask(try Grid.Reading(score).grid.hiding([1, 2, 3]), keeping: [0])
        #expect(task.key.description == "C major")
        var settings = Self.settings(particles: 16)
        // The network says nothing in particular, so that it takes more to be heard.
        settings.ending = 12
        var composer = Composer(Self.sampler(seed: seed), task, settings, seed: seed)
        let grid = try #require(composer.compose().first).grid
        let bass = try #require(grid.notes(ofVoice: 3).last)
        #expect(bass.pitch.modulo12 == 0)
    }

    /// A network that says nothing in particular, of strings under a top voice that moves slowly.
    private static func strings(_ change: (inout SamplingSettings) -> Void) throws -> Grid {
        var settings = SamplingSettings(.strings)
        settings.particles = 2
        change(&settings)
        let network = Network(SmallNetwork.shape, vocabulary: .strings)
        let parameters: [Double] = SmallNetwork.parameters(seed: 1, of: network)
        let score = try Shorthand("S C5*4 D5*4 | E5*4 C5*4\nA G4*8 | G4*8\nT E4*8 | E4*8\nB C3*8 | C3*8").score
        let task = CompositionTask(try Grid.Reading(score, vocabulary: .strings).grid, keeping: [0])
        var composer = Composer(
            Sampler(Model(network, parameters: parameters.map { Float($0) })), task, settings, seed: 1)
        return try #require(composer.compose().first).grid
    }

    @Test("Silence costs strings what the settings say")
    func silence() throws {
        func rests(_ price: Float) throws -> Int {
            try Self.strings { $0.silence = price }.tokens.count { $0 == .rest }
        }
        let (free, dear) = try (rests(-40), rests(400))
        #expect(free > 20 && dear == 0)
    }

    @Test("Striking a note again for the first time under a slow theme costs what the settings say")
    func repetition() throws {
        func firstRepetitions(_ price: Float) throws -> Int {
            let grid = try Self.strings { $0.repetition = price }
            return (1..<4).reduce(0) { sum, voice in
                let pitches = grid.notes(ofVoice: voice).map(\.pitch)
                return sum
                    + pitches.indices.dropFirst().count { index in
                        pitches[index] == pitches[index - 1] && (index < 2 || pitches[index - 2] != pitches[index])
                    }
            }
        }
        let (free, dear) = try (firstRepetitions(-8), firstRepetitions(100))
        #expect(free > 5 && dear == 0)
    }

    @Test("Voices that go on under a rest of the top voice fall silent on beats", arguments: [UInt64(1), 2, 3, 4])
    func rests(seed: UInt64) throws {
        var grid = try Self.grid(measures: 3)
        // The top voice falls silent on the second sixteenth of a beat.
        for tick in 21..<32 { grid[tick, 0] = .rest }
        var composer = Composer(
            Self.sampler(seed: seed), CompositionTask(grid, keeping: [0]), Self.settings(particles: 3), seed: seed)
        let composed = try #require(composer.compose().first).grid
        for voice in 1..<4 {
            let falls = (1..<48).filter { composed[$0, voice] == .rest && composed[$0 - 1, voice] != .rest }
            let areInTime = falls.allSatisfy { $0 == 21 || $0.isMultiple(of: 4) }
            #expect(areInTime, "\(falls)")
        }
    }

    @Test(
        "What is given stays, what is composed lies in the ranges", arguments: [UInt64(1), 2, 3], [[0], [1, 3], []])
    func givenCells(seed: UInt64, kept: [Int]) throws {
        let grid = try Self.grid(measures: 3)
        let ranges = [65...75, 60...66, 52...60, 45...52]
        let task = CompositionTask(grid, keeping: Set(kept), ranges: ranges)
        var composer = Composer(Self.sampler(seed: seed), task, Self.settings(particles: 5), seed: seed)
        let drafts = composer.compose()
        let isFirst = composer.grid == drafts[0].grid
        #expect(isFirst)
        for draft in drafts {
            let isCanonical = draft.grid == draft.grid.canonical
            #expect(isCanonical)
            #expect(!draft.grid.tokens.contains(.hidden) && !draft.grid.tokens.contains(.outside))
            for voice in 0..<4 {
                if kept.contains(voice) {
                    #expect(draft.grid.notes(ofVoice: voice) == grid.notes(ofVoice: voice))
                } else {
                    #expect(draft.grid.notes(ofVoice: voice).allSatisfy { ranges[voice].contains($0.pitch) })
                }
            }
        }
    }

    @Test("The same seed gives the same music, another one other music")
    func determinism() throws {
        let task = CompositionTask(try Self.grid(measures: 2), keeping: [0])
        let sampler = Self.sampler(seed: 4)
        func music(_ seed: UInt64) -> [Composer.Draft] {
            var composer = Composer(sampler, task, Self.settings(particles: 4), seed: seed)
            return composer.compose()
        }
        let (first, again, other) = (music(1), music(1), music(2))
        #expect((first == again) && (first != other))
    }

    @Test("Only pitch classes that are allowed begin")
    func pitchClasses() throws {
        let grid = try Self.grid(measures: 2)
        // C, E and G in the first measure, D, F and A in the second.
        let classes = grid.ticks.indices.map { $0 < 16 ? UInt16(0b0000_1001_0001) : 0b0010_0010_0100 }
        let task = CompositionTask(
            grid, isFree: grid.tokens.indices.map { $0 % 4 != 0 },
            pitchClasses: grid.tokens.indices.map { classes[$0 / 4] })
        var composer = Composer(Self.sampler(seed: 5), task, Self.settings(particles: 4), seed: 1)
        for draft in composer.compose() {
            for voice in 1..<4 {
                for note in draft.grid.notes(ofVoice: voice) {
                    let bit: UInt16 = 1 << UInt16(note.pitch % 12)
                    #expect(classes[note.ticks.lowerBound] & bit != 0)
                }
            }
        }
    }

    @Test("A block is composed anew to the ends of its notes, and nothing else")
    func redrawing() throws {
        let task = CompositionTask(try Self.grid(measures: 3), keeping: [0])
        var composer = Composer(Self.sampler(seed: 6), task, Self.settings(particles: 16), seed: 3)
        _ = composer.compose()
        let before = composer.grid
        let cells = before.tokens.indices.map { (12..<20).contains($0 / 4) && $0 % 4 == 2 }
        for _ in 0..<5 { composer.redraw(cells) }
        let after = composer.grid
        let hasChanged = before != after
        #expect(hasChanged)
        let end = (20..<48).first { before[$0, 2] != .hold } ?? 48
        for tick in 0..<48 {
            for voice in 0..<4 where voice != 2 || !(12..<end).contains(tick) {
                #expect(before[tick, voice] == after[tick, voice])
            }
        }
        let drafts = composer.redraft(cells)
        let isUntouched = composer.grid == after
        #expect(isUntouched)
        #expect(!drafts.isEmpty && drafts.allSatisfy { $0.grid != after })
    }

    /// The probabilities of all settings of a few ticks of one voice that has two pitches, from the network alone.
    private static func exact(_ sampler: Sampler, _ task: CompositionTask, ticks: Range<Int>) throws -> [[Token]:
        Double]
    {
        let pitches = try task.ranges[1].map { try #require(Vocabulary.voices.token(pitch: $0)) }
        var settings: [[Token]] = [[]]
        for _ in ticks { settings = settings.flatMap { start in (pitches + [.hold]).map { start + [$0] } } }
        let (front, back) = (NetworkInput.front, NetworkInput.back)
        var weights: [[Token]: Double] = [:]
        for setting in settings {
            var grid = task.grid
            for (tick, token) in zip(ticks, setting) { grid[tick, 1] = token }
            var backward = grid.tokens
            for tick in ticks { backward[4 * tick + 1] = .hidden }
            func padded(_ tokens: [Token]) -> [Token] {
                Array(repeating: .outside, count: 4 * front) + tokens + Array(repeating: .outside, count: 4 * back)
            }
            let rows = front + grid.ticks.count + back
            let contexts =
                [UInt8](repeating: 0, count: 6 * front) + grid.contextIds
                + [UInt8](repeating: 0, count: 6 * back)
            let input = NetworkInput(
                ticks: rows, batch: 1, forward: padded(grid.tokens), backward: padded(backward),
                visible: [UInt16](repeating: NetworkInput.allVisible, count: rows), contexts: contexts)
            let answers = sampler.network.network.logProbabilities(input, parameters: sampler.network.parameters)
            var sum = 0.0
            for tick in ticks {
                let start = (4 * (front + tick) + 1) * 60
                // Nothing else is possible in this voice: probabilities are those among its three tokens.
                let row = (pitches + [.hold]).map { Double(answers[start + Int($0.rawValue)]) }
                let own = Double(answers[start + Int(setting[tick - ticks.lowerBound].rawValue)])
                sum += own - log(row.reduce(0) { $0 + exp($1) })
            }
            weights[setting] = exp(sum)
        }
        return weights
    }

    @Test(
        "Composing a block again and again gives each setting as often as the network says", arguments: [UInt64(7), 8])
    func stationary(seed: UInt64) throws {
        var grid = try Self.grid(measures: 1)
        grid[0, 1] = try #require(Vocabulary.voices.token(pitch: 60))
        // The block reaches over a beat, where settings are chosen among, to the end of the piece.
        let ticks = 11..<14
        grid = Grid(voiceCount: 4, tokens: grid.tokens.dropLast(8), ticks: grid.ticks.dropLast(2))
        let task = CompositionTask(
            grid, isFree: grid.tokens.indices.map { $0 % 4 == 1 && ticks.contains($0 / 4) },
            ranges: [60...81, 60...61, 48...69, 38...64])
        var settings = Self.settings(particles: 3)
        settings.prices = Prices([:])
        (settings.consonance, settings.ending, settings.typicality) = (0, 0, 0)
        (settings.tempering.pitch, settings.tempering.rhythm, settings.tempering.busyness) = (1, 1, 0)
        let sampler = Self.sampler(seed: seed)
        let expected = try Self.exact(sampler, task, ticks: ticks)
        var composer = Composer(sampler, task, settings, seed: seed)
        _ = composer.compose()
        var counts: [[Token]: Int] = [:]
        let rounds = 1500
        for _ in 0..<rounds {
            composer.redraw(task.isFree)
            counts[ticks.map { composer.grid[$0, 1] }, default: 0] += 1
        }
        let total = expected.values.reduce(0, +)
        let distance = expected.reduce(0.0) { sum, setting in
            sum + abs(setting.value / total - Double(counts[setting.key] ?? 0) / Double(rounds)) / 2
        }
        #expect(counts.values.reduce(0, +) == rounds && counts.keys.allSatisfy { expected[$0] != nil })
        // By chance alone about 0.05 for 27 settings and as many rounds.
        #expect(distance < 0.09, "\(distance)")
    }
}
