import Foundation
import MusicXML
import ScoreModel
import TestSupport
import Testing

@Suite struct PerformanceTests {
    @Test func `passages tell where each stretch is played`() throws {
        let score = try Score(
            sketch: note("C4", 4) + "<barline location=\"right\"><repeat direction=\"backward\"/></barline>|"
                + note("D4", 4))
        let performance = Performance(score)
        #expect(performance.passages.map(\.onset) == [0, 4, 8])
        #expect(performance.passages.map(\.stretch.pass) == [1, 2, 1])
        #expect(performance.length == 12)
        #expect(Performance(score, order: .written(score)).length == 8)
    }

    @Test func `nothing is a performance too`() {
        let performance = Performance(Score())
        #expect(performance.notes == [] && performance.seconds == 0 && performance.losses == [])
    }

    @Test func `a note is small`() { #expect(MemoryLayout<PlayedNote>.stride <= 72) }

    /// Every mark of these files, one after another, in one style and the other.
    @Test(arguments: Fixture.all(in: "Vocabulary", withExtension: "musicxml"))
    func `every word of MusicXML can be played`(_ fixture: Fixture) throws {
        let score = try MusicXMLDocument(xml: fixture.bytes).score().score
        try expectLaws(Performance(score), score)
        try expectLaws(Performance(score, style: .plain), score)
    }

    @Test(arguments: 0..<60) func `any score can be played`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let measures = (0..<4).map { _ in anyMeasure(&generator) }.joined(separator: "|")
        let score = try Score(sketch: measures)
        let performance = Performance(score)
        try expectLaws(performance, score)
        // What is struck alone keeps the order of the written notes.
        let struck = performance.notes.filter { $0.role == .struck }
        for (earlier, later) in zip(struck, struck.dropFirst()) { #expect(earlier.writtenOnset <= later.writtenOnset) }
        #expect(performance.length == Performance(score, style: .plain).length)
    }

    /// A measure of one voice that lasts four quarter notes.
    private func anyMeasure(_ generator: inout SeededGenerator) -> String {
        var (measure, left) = ("", Fraction(4))
        while left > 0 {
            let any = Fraction(Int.random(in: 1...8, using: &generator)) / 4
            let length = min(any, left)
            for _ in 0..<max(Int.random(in: -2...3, using: &generator), 0) {
                measure += grace(
                    "D4", "16th",
                    ["", "slash=\"yes\"", "steal-time-previous=\"60\""].randomElement(using: &generator) ?? "")
            }
            let marks = [
                "", "", "", articulation("staccato"), articulation("caesura"), ornament("<trill-mark/>"),
                ornament("<turn/>"), ornament("<delayed-turn/>"), ornament("<tremolo>3</tremolo>"), "<arpeggiate/>",
                "<fermata/>",
            ]
            let name = ["C4", "E4", "G#5", "-"].randomElement(using: &generator) ?? "-"
            measure += note(name, length, name == "-" ? "" : marks.randomElement(using: &generator) ?? "")
            left -= length
        }
        return measure
    }
}

/// What holds for every performance.
func expectLaws(
    _ performance: Performance, _ score: Score, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    for note in performance.notes {
        #expect(note.duration > 0 && note.onset >= 0, sourceLocation: sourceLocation)
        #expect(note.onset < performance.length, sourceLocation: sourceLocation)
        #expect((1...127).contains(note.velocity) && note.key <= 127, sourceLocation: sourceLocation)
        #expect(
            score.parts[Int(note.part)].notes[Int(note.note)].onset == note.writtenOnset, sourceLocation: sourceLocation
        )
    }
    #expect(
        zip(performance.notes, performance.notes.dropFirst()).allSatisfy { $0.onset <= $1.onset },
        sourceLocation: sourceLocation)
    let segments = performance.tempos.segments
    #expect(
        zip(segments, segments.dropFirst()).allSatisfy { $0.onset < $1.onset && $0.seconds < $1.seconds },
        sourceLocation: sourceLocation)
    // A grace note, an ornamented note or a member of an arpeggio that could sound does.
    var heard: [[Bool]] = score.parts.map { [Bool](repeating: false, count: $0.notes.count) }
    for note in performance.notes { heard[Int(note.part)][Int(note.note)] = true }
    let lost = Set(performance.losses.map(\.kind))
    for (index, part) in score.parts.enumerated() where !lost.contains("grace") && !lost.contains("note-without-key") {
        for (place, note) in part.notes.enumerated() {
            guard !note.isRest, !note.traits.contains(.cue), note.duration > 0 || note.isGrace, !part.isContinued(note),
                performance.passages.count == 1, !part.noteDetails.contains(where: { $0.value.playing.timeOnly != nil })
            else { continue }
            #expect(heard[index][place], "part \(index) note \(place)", sourceLocation: sourceLocation)
        }
    }
}

/// The LilyPond test suite below the folder that `QUARTET_DATA` names.
@Suite(.enabled(if: Corpus.folder != nil, "QUARTET_DATA names no folder with scores"))
struct PerformanceCorpusTests {
    static let files: [String] = {
        guard let folder = Corpus.folder else { return [] }
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.contains("lilypond-suite/") && ($0.hasSuffix(".xml") || $0.hasSuffix(".musicxml")) }
            .sorted().map { folder + "/" + $0 }
    }()

    @Test(arguments: files) func `all that can sound does, and only what has an ornament moves`(path: String) throws {
        guard let document = try? MusicXMLDocument(xml: [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))),
            let score = try? document.score().score
        else { return }
        var style = Performance.Style()
        style.ordinary = 1
        let performance = Performance(score, style: style)
        try expectLaws(performance, score)
        let plain = Performance(score, style: .plain)
        let onsets = Set(
            plain.notes.map { [Int($0.part), Int($0.note), Int($0.onset.numerator), Int($0.onset.denominator)] })
        for note in performance.notes where note.role == .struck {
            let part = score.parts[Int(note.part)]
            let written = part.notes[Int(note.note)]
            let hasGrace = part.notes.contains { $0.isGrace && $0.onset == written.onset }
            let isMoved =
                hasGrace || part.noteDetails.contains { $0.note == Int(note.note) }
                || part.directions.contains { $0.value.sound?.swing != nil }
            #expect(
                isMoved
                    || onsets.contains([Int(note.part), Int(note.note), note.onset.numerator, note.onset.denominator]))
        }
    }
}
