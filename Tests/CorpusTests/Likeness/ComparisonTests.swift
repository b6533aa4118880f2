import Counterpoint
import Foundation
import ScoreModel
import Testing

@testable import Corpus

/// A small chorale, and what may have become of it in another edition.
@Suite struct ComparisonTests {
    private func likeness(_ first: String, _ second: String) throws -> Likeness? {
        Comparison(try Music.outline(first)).likeness(try Music.outline(second))
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    @Test(arguments: [-5, 0, 3, 12]) func `another key`(_ semitones: Int) throws {
        let score = try Music.score(Music.chorale)
        let found = Comparison(Outline(score)).likeness(Outline(Music.transposed(score, by: semitones)))
        #expect(found?.transposition == semitones && found?.ofFirst == 1 && found?.ofSecond == 1)
        #expect(found?.relation == .same && found?.augmentation == 1)
    }

    @Test(arguments: [2, 1 / 2, 4, 2 / 3] as [Fraction]) func `other note values`(_ factor: Fraction) throws {
        let outline = try Music.outline(Music.chorale)
        let times = outline.times.map { Int32((Fraction(Int($0)) * factor).rounded) }
        let slow = Outline(times: times, keys: outline.keys, lines: outline.lines, parts: outline.parts)
        let found = Comparison(outline).likeness(slow)
        #expect(found?.relation == .same && found?.augmentation == factor.doubleValue)
    }

    @Test func `voices in another order, or all in one part`() throws {
        let other = lines(Music.chorale).reversed().joined(separator: "\n")
        #expect(try likeness(Music.chorale, other)?.ofFirst == 1)
        let outline = try Music.outline(Music.chorale)
        let single = Outline(
            times: outline.times, keys: outline.keys, lines: outline.lines.map { _ in 0 }, parts: [0])
        #expect(Comparison(outline).likeness(single)?.relation == .same)
    }

    @Test func `some notes changed`() throws {
        let changed = Music.chorale.replacing("G4 G4 | G4 F#4", with: "G4 A4 | G4/2 E4/2 F#4").replacing(
            "A3 G3", with: "F#3 G3")
        let found = try #require(try likeness(Music.chorale, changed))
        #expect(found.relation == .same && found.ofFirst < 1 && found.ofFirst > 0.9)
    }

    @Test func `repeats written out`() throws {
        let twice = lines(Music.chorale).map { line in
            let (name, music) = (line.prefix(1), line.dropFirst(2))
            return "\(name) \(music) | \(music)"
        }.joined(separator: "\n")
        let found = try #require(try likeness(Music.chorale, twice))
        #expect(found.ofFirst == 1 && found.ofSecond == 1 && found.relation == .same)
    }

    @Test func `a bar put in and a pickup left out`() throws {
        let cut = lines(Music.chorale).map { line in
            "\(line.prefix(1)) " + line.dropFirst(2).split(separator: " ").dropFirst().joined(separator: " ")
        }
        let longer = cut.map { line in
            var bars = line.components(separatedBy: " | ")
            bars.insert(" r*4", at: 2)
            return bars.joined(separator: " | ")
        }.joined(separator: "\n")
        let found = try #require(try likeness(Music.chorale, longer))
        #expect(found.relation == .same && found.ofSecond == 1)
        #expect(abs(found.ofFirst - 52.0 / 56) < 1e-9)
    }

    @Test func `instruments added make it a part`() throws {
        let fast = "C6/4 D6/4 E6/4 F6/4"
        let bar = Array(repeating: fast, count: 4).joined(separator: " ")
        // What is a part has to have 64 notes.
        let piece = Music.chorale.replacing("D5 C5 B4 A4 |", with: "D5/2 E5/2 D5/2 C5/2 B4/2 C5/2 B4/2 A4/2 |")
            .replacing("G3 A3 G3 D3 |", with: "G3/2 F#3/2 E3/2 A3/2 G3/2 E3/2 D3/2 C3/2 |")
        let found = try #require(
            try likeness(piece, "V \(Array(repeating: bar, count: 4).joined(separator: " | "))\n" + piece))
        #expect(found.ofFirst == 1 && found.ofSecond < Likeness.most && found.relation == .part)
    }

    @Test func `another setting of the tune is another piece`() throws {
        let found = try #require(try likeness(Music.chorale, Music.otherSetting))
        #expect(found.relation == nil && found.ofFirst < Likeness.most && found.ofSecond < Likeness.most)
    }

    @Test func `a melody is no part of its settings`() throws {
        let tune = (1...5).map { _ in lines(Music.chorale)[0].dropFirst(2) }.joined(separator: " | ")
        let setting = lines(Music.chorale).map { line in
            "\(line.prefix(1)) " + (1...5).map { _ in line.dropFirst(2) }.joined(separator: " | ")
        }.joined(separator: "\n")
        let found = try #require(try likeness("S \(tune)", setting))
        #expect(found.ofFirst == 1 && found.relation == .tune && found.ofTune == 1)
    }

    @Test func `what is short or has nothing in common is not compared`() throws {
        #expect(try likeness("S C5 D5 E5 F5 G5 A5 G5 E5 C5", "S C5 D5 E5 F5 G5 A5 G5 E5 C5") == nil)
        let other = "S " + Array(repeating: "A4 C5 E5 D5 B4 G#4 F5 E5", count: 4).joined(separator: " | ")
        #expect(try likeness(Music.chorale, other) == nil)
    }

    @Test func `either way round it is the same`() throws {
        let found = try #require(try likeness(Music.chorale, Music.otherSetting))
        let back = try #require(try likeness(Music.otherSetting, Music.chorale))
        #expect(found.ofFirst == back.ofSecond && found.ofSecond == back.ofFirst && found.relation == back.relation)
    }
}
