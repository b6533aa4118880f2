import Counterpoint
import ScoreModel
import Testing

@testable import Harmonizer

@Suite struct StopHabitsTests {
    /// Four measures of C major in half notes; all of the viola's are sixths.
    private static func music() throws -> Grid {
        let score = try quartet(
            "G5*2 G5*2 | A5*2 A5*2 | G5*2 F5*2 | E5*4", measures: [4, 4, 4, 4])
        var grid = try Grid.Reading(score, vocabulary: .strings).grid
        for note in grid.notes(ofVoice: 2) { grid.stops[4 * note.ticks.lowerBound + 2] = Stop(intervals: [-5]) }
        return grid
    }

    @Test func `Stops come back as often as they were written, and on no other instrument`() throws {
        let music = try Self.music()
        let habits = StopHabits([music])
        #expect(habits.notes.reduce(0, +) == 7 + 3 * 4)
        #expect(habits.stopped.reduce(0, +) == 4)
        var plain = music
        plain.stops = [:]
        let stopped = habits.adding(to: plain, where: plain.tokens.map { _ in true }, seed: 1)
        // All of the viola's notes were stops in that situation, and G3 below C4 is in the chord of C as long as that sounds.
        #expect(stopped.stops == music.stops.filter { cell, _ in stopped.stops[cell] != nil })
        #expect(stopped.stops[2] == Stop(intervals: [-5]))
        #expect(stopped.tokens == plain.tokens)
    }

    @Test func `What was given is left alone`() throws {
        let music = try Self.music()
        var plain = music
        plain.stops = [:]
        let same = StopHabits([music]).adding(to: plain, where: plain.tokens.indices.map { $0 % 4 != 2 }, seed: 1)
        #expect(same == plain)
    }

    @Test func `Notes that are not in the chord, below the bass, or beyond a hand are not added`() throws {
        for interval in [-6, -24, -19] {
            var music = try Self.music()
            for cell in music.stops.keys { music.stops[cell] = Stop(intervals: [interval]) }
            var plain = music
            plain.stops = [:]
            let result = StopHabits([music]).adding(to: plain, where: plain.tokens.map { _ in true }, seed: 1)
            #expect(result.stops.isEmpty)
        }
    }

    @Test func `A model's file keeps them, and one with a stop that is none is refused`() throws {
        let habits = StopHabits([try Self.music()])
        var file = Safetensors(metadata: [:])
        habits.add(to: &file)
        #expect(try StopHabits(Safetensors(bytes: file.bytes)) == habits)
        #expect(try StopHabits(Safetensors(metadata: [:])) == nil)
        file.set("stops.shapes", shape: [1, 5], [2, 4, 0, 0, 0])
        #expect(throws: SafetensorsError.self) { try StopHabits(file) }
        file.set("stops.shapes", shape: [1, 5], [7, 4, -5, 0, 0])
        #expect(throws: SafetensorsError.self) { try StopHabits(file) }
    }
}
