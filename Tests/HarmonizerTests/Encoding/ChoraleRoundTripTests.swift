import Counterpoint
import Foundation
import Harmonizer
import MusicXML
import ScoreModel
import TestSupport
import Testing

/// The four-part chorales of the folder `chorales` in the one that `QUARTET_DATA` names, into grids and back.
@Suite(.enabled(if: Chorales.folder != nil, "QUARTET_DATA names no folder with chorales and their split.csv"))
struct ChoraleRoundTripTests {
    @Test(.timeLimit(.minutes(10))) func `all notes of all voices come back`() throws {
        var tally = Tally()
        for path in Chorales.paths(inFourParts: true) {
            let score = try Chorales.score(path)
            let reading = try Grid.Reading(score)
            let rewriting = Rewriting(score, reading, as: reading.grid)
            tally.count(path, score, reading, rewriting)
            let again = try Grid.Reading(rewriting.score)
            #expect(again.grid == reading.grid, "\(path)")
            #expect(again.losses.isEmpty, "\(path): \(again.losses)")
            let document = try MusicXMLDocument(xml: rewriting.score.musicXML().xml)
            #expect(document.violations().isEmpty, "\(path): \(document.violations(limit: 3))")
        }
        print(tally.text)
        #expect(tally.exceptions == tally.accountedFor)
        #expect(tally.exceptions * 100 < tally.notes)
    }

    @Test func `the choir is found among instruments`() throws {
        let unclear = try Chorales.paths(inFourParts: false).filter { path in
            let score = try Chorales.score(path)
            guard let reading = try? Grid.Reading(score) else { return true }
            #expect(reading.places.map(\.role) == [.soprano, .alto, .tenor, .bass], "\(path)")
            return false
        }
        // Its parts have names such as "Soprano Oboe 1 Violin1".
        #expect(unclear.allSatisfy { $0.hasSuffix("bwv41.6.mxl") }, "\(unclear)")
    }
}

/// What became of the notes.
private struct Tally {
    var files = 0
    var notes = 0
    var same = 0
    var named = 0
    var readingLosses: [String: Int] = [:]
    var rewritingLosses: [String: Int] = [:]

    var exceptions: Int { notes - same }
    /// The exceptions for which the reading gives a reason.
    var accountedFor: Int { (readingLosses["note-off-grid"] ?? 0) + (readingLosses["note-too-short"] ?? 0) }

    mutating func count(_ path: String, _ score: Score, _ reading: Grid.Reading, _ rewriting: Rewriting) {
        files += 1
        for loss in reading.losses { readingLosses[loss.kind, default: 0] += loss.count }
        for loss in rewriting.losses { rewritingLosses[loss.kind, default: 0] += loss.count }
        for place in reading.places {
            let before = score.sung(at: place)
            let after = Dictionary(rewriting.score.sung(at: place).map { ($0.tone, $0.name) }) { first, _ in first }
            notes += before.count
            for note in before {
                guard let name = after[note.tone] else { continue }
                same += 1
                if name == note.name { named += 1 }
            }
        }
    }

    var text: String {
        """
        \(files) chorales, \(notes) notes: \(same) the same again, \(named) with the same name
        not in the grid: \(readingLosses.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
        not written again: \(rewritingLosses.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
        """
    }
}

extension Score {
    /// The notes of a voice with their ties merged, and their written pitches.
    fileprivate func sung(at place: VoicePlace) -> [(tone: Tone, name: Pitch)] {
        let part = parts[place.part]
        return part.notes.compactMap { note in
            guard Int(note.staff) == place.staff, Int(note.voice) == place.voice, !part.isContinued(note),
                !note.isGrace, let key = part.soundingKey(of: note), let pitch = note.pitch
            else { return nil }
            return (Tone(onset: note.onset, duration: part.tiedDuration(of: note), key: key), pitch)
        }
    }
}

enum Chorales {
    static let folder: String? = ProcessInfo.processInfo.environment["QUARTET_DATA"].flatMap { root in
        let folder = root + "/chorales/"
        return FileManager.default.fileExists(atPath: folder + "split.csv") ? folder : nil
    }

    static func paths(inFourParts: Bool) -> [String] {
        guard let folder, let text = try? String(contentsOfFile: folder + "split.csv", encoding: .utf8) else {
            return []
        }
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let file = lines.first?.firstIndex(of: "file"), let hasFour = lines.first?.firstIndex(of: "has_4_parts")
        else { return [] }
        return lines.dropFirst().filter { ($0[hasFour] == "yes") == inFourParts }.map { folder + $0[file] }
    }

    static func score(_ path: String) throws -> Score {
        let archive = try MXLArchive.read([UInt8](Data(contentsOf: URL(fileURLWithPath: path)))).archive
        return try MusicXMLDocument(xml: archive.score).score().score
    }
}
