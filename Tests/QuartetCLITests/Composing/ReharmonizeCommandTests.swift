import Counterpoint
import Foundation
import MusicXML
import ScoreModel
import TestSupport
import Testing

@testable import Harmonizer
@testable import QuartetCLI

/// The command with a model that has learned nothing, which composes fast.
struct ReharmonizeCommandTests {
    private let folder: TemporaryFolder
    private static let choir = """
        S C5 | D5 | B4 | C5
        A G4 | A4 | G4 | G4
        T E4 | D4 | D4 | E4
        B C3 | F3 | G3 | C3
        """
    private let options: [String]

    init() throws {
        folder = try TemporaryFolder()
        let weights = folder.file("small.safetensors")
        try Data(SmallModel.model.safetensors().bytes).write(to: URL(fileURLWithPath: weights))
        options = ["--model", weights, "--candidates", "1", "--quiet"]
    }

    private func melody(_ text: String = "S C5 D5 | E5*2") throws -> String {
        let path = folder.file("melody.musicxml")
        try Data(Shorthand(text).score.musicXML().xml).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func score(_ path: String) throws -> Score {
        try MusicXMLDocument(xml: [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))).score().score
    }

    private func notes(of part: Part) -> [String] {
        part.notes.map { "\($0.onset) \($0.duration) \($0.pitch.map { "\($0)" } ?? "r")" }
    }

    @Test func `a melody gets three voices, and stays as it is`() async throws {
        let output = folder.file("out.musicxml")
        let run = await Run(["reharmonize", try melody(), "-o", output] + options)
        #expect(run.status == 0, "\(run.errors)")
        let (before, after) = (try score(try melody()), try score(output))
        #expect(after.parts.count == 4)
        #expect(after.credits.creators.last == Credits.Creator(role: "arranger", name: "Quartet"))
        #expect(notes(of: after.parts[0]) == notes(of: before.parts[0]))
        for part in after.parts.dropFirst() { #expect(part.notes.contains { !$0.isRest }) }
        let valid = await Run("validate", output)
        #expect(valid.status == 0, "\(valid.output)")
    }

    @Test func `the same seed gives the same bytes, whatever the jobs`() async throws {
        var bytes: [[UInt8]] = []
        for (seed, jobs) in [("5", "1"), ("5", "2"), ("6", "1")] {
            let arguments = ["reharmonize", try melody(), "-o", "-", "--seed", seed, "--jobs", jobs]
            let run = await Run(arguments + ["--model", folder.file("small.safetensors"), "--candidates", "2", "-q"])
            #expect(run.status == 0, "\(run.errors)")
            bytes.append(run.bytes)
        }
        let (isSame, isOther) = (bytes[0] == bytes[1], bytes[0] != bytes[2])
        #expect(isSame && isOther)
    }

    @Test(arguments: ["--consonance", "--busyness", "--adventure"])
    func `sliders go below zero, as they are written`(slider: String) async throws {
        let output = folder.file("out.musicxml")
        let run = await Run(["reharmonize", try melody(), "-o", output, slider, "-1"] + options)
        #expect(run.status == 0, "\(run.errors)")
        let beyond = await Run(["reharmonize", try melody(), "-o", output, slider, "-1.5"] + options)
        #expect(beyond.status == 2)
    }

    @Test func `a region is composed anew, and the rest of the score stays`() async throws {
        let output = folder.file("out.musicxml")
        let run = await Run(["reharmonize", try melody(Self.choir), "-o", output, "--region", "2-3"] + options)
        #expect(run.status == 0, "\(run.errors)")
        let (before, after) = (try Shorthand(Self.choir).score, try score(output))
        func rest(_ part: Part) -> [String] {
            var part = part
            part.notes.removeAll { (1...2).contains($0.measure) }
            return notes(of: part)
        }
        for part in 0..<4 { #expect(rest(before.parts[part]) == rest(after.parts[part])) }
        #expect(notes(of: before.parts[0]) == notes(of: after.parts[0]))
        #expect((1..<4).contains { notes(of: before.parts[$0]) != notes(of: after.parts[$0]) })
    }

    @Test func `voices that are kept are named`() async throws {
        let output = folder.file("out.musicxml")
        let run = await Run(["reharmonize", try melody(Self.choir), "-o", output, "--keep", "s", "bass"] + options)
        #expect(run.status == 0, "\(run.errors)")
        let (before, after) = (try Shorthand(Self.choir).score, try score(output))
        #expect(notes(of: before.parts[0]) == notes(of: after.parts[0]))
        #expect(notes(of: before.parts[3]) == notes(of: after.parts[3]))
        #expect(notes(of: before.parts[1]) != notes(of: after.parts[1]))
    }

    @Test func `who stays close changes little`() async throws {
        func changed(_ closeness: String) async throws -> Int {
            let output = folder.file("out.musicxml")
            let run = await Run(
                ["reharmonize", try melody(Self.choir), "-o", output, "--stay-close", closeness] + options)
            #expect(run.status == 0, "\(run.errors)")
            let before = try Grid.Reading(Shorthand(Self.choir).score)
            let after = try Grid.Reading(score(output))
            return zip(before.grid.tokens, after.grid.tokens).count { $0 != $1 }
        }
        let (near, far) = (try await changed("1"), try await changed("0"))
        #expect(near * 2 < far, "\(near) of \(far)")
    }

    @Test func `ranges are kept`() async throws {
        let output = folder.file("out.musicxml")
        let run = await Run(
            ["reharmonize", try melody(), "-o", output, "--range", "alto=C4-G4", "bass=C3-A3"] + options)
        #expect(run.status == 0, "\(run.errors)")
        let parts = try score(output).parts
        #expect(parts[1].notes.allSatisfy { $0.pitch.map { (60...67).contains($0.keyNumber) } ?? true })
        #expect(parts[3].notes.allSatisfy { $0.pitch.map { (48...57).contains($0.keyNumber) } ?? true })
    }

    @Test(arguments: [
        ["--keep", "sopranino"], ["--region", ""], ["--stay-close", "2"], ["--consonance", "1.5"],
        ["--candidates", "0"],
        ["--temperature", "0"], ["--range", "alto=G5-C4"], ["--range", "oboe=C4-C5"], ["--phrases", "4:0"],
        ["-o", "out.pdf"],
        ["--seed", "-1"],
    ])
    func `wrong usage is told`(_ arguments: [String]) async throws {
        let output = arguments[0] == "-o" ? [] : ["-o", folder.file("out.musicxml")]
        let run = await Run(["reharmonize", try melody()] + output + arguments)
        #expect(run.status == 2, "\(run.errors)")
        #expect(!run.errors.isEmpty)
        #expect(folder.contents.filter { $0.hasPrefix("out") }.isEmpty)
    }

    @Test(arguments: [
        ("S r*4 | r*4", [], "no-notes"),
        ("S C4*4 | C7*4", [], "range-too-wide"),
        ("S C5 D5 E5 D5", ["--region", "7-8"], "region-missing"),
        ("S C5 D5 E5 D5", ["--phrases", "9"], "phrase-missing"),
        ("S C5 D5 E5 D5\nB C3 B2 C3 G2", ["--keep", "alto"], "voice-missing"),
    ])
    func `bad input is told, and nothing is written`(_ text: String, _ arguments: [String], _ code: String) async throws
    {
        let output = folder.file("out.musicxml")
        let run = await Run(["reharmonize", try melody(text), "-o", output] + options + arguments)
        #expect(run.status == 3)
        #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: output))
    }

    @Test func `nothing is written when no candidate has few enough errors`() async throws {
        let output = folder.file("out.musicxml")
        // Four voices in parallel octaves are kept: there is nothing to mend.
        let text = "S C5 D5 E5 D5\nA C5 D5 E5 D5\nT C4 D4 E4 D4\nB C3 D3 E3 D3"
        let run = await Run(
            ["reharmonize", try melody(text), "-o", output, "--keep", "s", "a", "b", "--max-errors", "0"] + options)
        #expect(run.status == 1, "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: output))
    }

    @Test(arguments: ["mid", "mxl", "musicxml"])
    func `a chorale is made of nothing but its frame`(_ format: String) async throws {
        let output = folder.file("out.\(format)")
        let run = await Run(
            [
                "generate", "-o", output, "--key", "Bb", "--meter", "3/4", "--measures", "3", "--phrase", "2",
                "--pickup", "1",
            ]
                + options)
        #expect(run.status == 0, "\(run.errors)")
        let info = await Run("info", output)
        #expect(info.status == 0)
        #expect(info.output.contains("3/4"), "\(info.output)")
    }

    @Test(arguments: [["--measures", "0"], ["--meter", "7"], ["--key", "H"], ["--pickup", "5"], ["-o", "x.svg"]])
    func `plans that cannot be are wrong usage`(_ arguments: [String]) async throws {
        let output = arguments[0] == "-o" ? [] : ["-o", folder.file("out.musicxml")]
        let run = await Run(["generate"] + output + options + arguments)
        #expect(run.status == 2, "\(run.errors)")
    }
}
