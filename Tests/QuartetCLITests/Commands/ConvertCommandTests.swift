import Foundation
import TestSupport
import Testing

@Suite struct ConvertCommandTests {
    let folder: TemporaryFolder
    let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.musicxml")

    init() throws { folder = try TemporaryFolder() }

    private func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.file(name))))
    }

    @Test func `MusicXML to MXL and back gives the same bytes`() async throws {
        #expect(await Run("convert", chorale.url.path, folder.file("a.mxl")).status == 0)
        #expect(await Run("convert", folder.file("a.mxl"), folder.file("b.musicxml")).status == 0)
        #expect(try bytes("b.musicxml") == chorale.bytes)
    }

    @Test func `partwise to timewise and back gives the same notes`() async throws {
        #expect(await Run("convert", "--layout", "timewise", chorale.url.path, folder.file("a.musicxml")).status == 0)
        #expect(try String(decoding: bytes("a.musicxml"), as: UTF8.self).contains("<score-timewise"))
        let (before, after) = (await Run("notes", chorale.url.path), await Run("notes", folder.file("a.musicxml")))
        #expect(before.output == after.output)
    }

    @Test func `MIDI files begin like MIDI files`() async throws {
        #expect(await Run("convert", chorale.url.path, folder.file("a.mid")).status == 0)
        #expect(try bytes("a.mid").starts(with: "MThd".utf8))
    }

    @Test func `repeats are played unless they should not be`() async throws {
        #expect(await Run("convert", chorale.url.path, folder.file("a.mid")).status == 0)
        #expect(await Run("convert", "--no-unfold", chorale.url.path, folder.file("b.mid")).status == 0)
        #expect(try bytes("a.mid").count > bytes("b.mid").count)
    }

    @Test func `standard input and output`() async throws {
        let run = await Run("convert", "-", "-", "--to", "mxl", input: try chorale.bytes)
        #expect(run.status == 0)
        #expect(run.bytes.starts(with: "PK".utf8))
    }

    @Test(arguments: [1, 2, 5]) func `a folder is converted with its folders`(_ jobs: Int) async throws {
        let run = await Run(
            "convert", Fixture("Chorales").url.path, "--to", "mxl", "--output-dir", folder.file("out/deep"), "--jobs",
            "\(jobs)",
            Fixture("Malformed/mxl-good.mxl").url.path)
        // Two chorales lie there as MXL and as plain text: both would have the same name.
        #expect(run.status == 2)
        #expect(folder.contents.isEmpty)
        let some = Fixture.all(in: "Chorales", withExtension: "mxl").map(\.url.path)
        let batch = await Run(
            ["convert", "--to", "musicxml", "--output-dir", folder.file("out/deep"), "--jobs", "\(jobs)"] + some)
        #expect(batch.status == 0)
        #expect(batch.errors == "12 of 12 files converted")
        #expect(folder.contents.filter { $0.hasSuffix(".musicxml") }.count == 12)
    }

    @Test func `a batch goes on behind a broken file and reports it`() async throws {
        let run = await Run(
            "convert", Fixture("Malformed/truncated.musicxml").url.path, chorale.url.path, "--to", "midi",
            "--output-dir",
            folder.path, "--report", folder.file("report.json"))
        #expect(run.status == 3)
        #expect(run.errors.contains("1 of 2 files converted"))
        #expect(folder.contents.count == 2)
        let lines = try String(decoding: bytes("report.json"), as: UTF8.self).split(separator: "\n")
        let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(objects.map { $0?["ok"] as? Bool } == [false, true])
        let losses = try #require(objects[1]?["losses"] as? [[String: Any]])
        #expect(losses.contains { $0["kind"] as? String == "clef" })
    }

    @Test func `repaired files are refused when asked`() async throws {
        let sloppy = Fixture("Semantics/backup-clamped.musicxml").url.path
        #expect(await Run("convert", sloppy, folder.file("a.mid")).status == 0)
        let strict = await Run("convert", "--strict", sloppy, folder.file("b.mid"))
        #expect(strict.status == 3)
        #expect(strict.errors.contains("cursor-before-measure"))
        #expect(folder.contents == ["a.mid"])
    }

    @Test func `existing files stay when a conversion fails`() async throws {
        try Data("old".utf8).write(to: URL(fileURLWithPath: folder.file("a.mxl")))
        #expect(await Run("convert", Fixture("Malformed/opus.musicxml").url.path, folder.file("a.mxl")).status == 3)
        #expect(try bytes("a.mxl") == Array("old".utf8))
        #expect(folder.contents == ["a.mxl"])
    }

    @Test func `an output that cannot be written is an error`() async throws {
        try Data().write(to: URL(fileURLWithPath: folder.file("file")))
        let run = await Run("convert", chorale.url.path, folder.file("file/a.mxl"))
        #expect(run.status == 3)
        #expect(run.errors.contains("unwritable"))
    }

    @Test func `what the score does not hold is told`() async throws {
        let run = await Run(
            "convert", "--via", "score", "-", "-", "--to", "musicxml", "--report", folder.file("r.json"),
            input: LossInput.bytes)
        #expect(run.errors == "lost: 2 kinds, 3 in all; \(folder.file("r.json")) lists them")
        let object = try JSONSerialization.jsonObject(with: Data(bytes("r.json"))) as? [String: Any]
        let losses = try #require(object?["losses"] as? [[String: Any]])
        #expect(losses.map { $0["kind"] as? String } == ["comment", "note@default-x"])
        let loud = await Run("convert", "--via", "score", "-", "-", "--to", "musicxml", input: LossInput.bytes)
        #expect(loud.errors == "lost: 2 kinds, 3 in all; --report lists them")
        let quiet = await Run("convert", "--via", "score", "-", "-", "--to", "musicxml", "-q", input: LossInput.bytes)
        #expect(quiet.errors.isEmpty && quiet.bytes == loud.bytes)
    }

    @Test(arguments: ["3.0", "3.1", "4.0"]) func `files are written for older versions`(_ version: String) async throws
    {
        let run = await Run(
            "convert", "--via", "score", "--musicxml-version", version, "-", "-", "--to", "musicxml", "-q",
            input: LossInput.bytes)
        #expect(run.output.contains("<score-partwise version=\"\(version)\">"))
        #expect(run.output.contains("DTD MusicXML \(version) Partwise"))
        #expect(run.output.contains("<listen>") == (version == "4.0"))
    }

    static let wrong: [[String]] = [
        ["convert"], ["convert", "a.mxl"], ["convert", "a.mxl", "b"], ["convert", "a", "b.mxl", "--output-dir", "x"],
        ["convert", "a", "b.mid", "--via", "document"],
        ["convert", "a", "b.musicxml", "--musicxml-version", "3.1"],
        ["convert", "a", "b.mid", "--via", "score", "--musicxml-version", "3.1"],
        ["convert", "a", "b.mxl", "--via", "score", "--musicxml-version", "2.0"],
        ["convert", "a", "b.mid", "--layout", "timewise"], ["convert", "a", "b.mxl", "--jobs", "0"],
        ["convert", "a", "b.mxl", "--to", "pdf"], ["convert", "a", "b.mxl", "-q", "-v"], ["compose"], ["info"],
        ["convert", "a", "b.mxl", "--max-depth", "0"], ["convert", "a", "b.mxl", "--max-megabytes", "99999999"],
    ]

    @Test(arguments: wrong) func `wrong usage is told apart`(_ arguments: [String]) async {
        let run = await Run(arguments)
        #expect(run.status == 2)
        #expect(!run.errors.isEmpty && run.output.isEmpty)
    }

    @Test(
        arguments: [
            [], ["convert"], ["find-key"], ["info"], ["notes"], ["play-order"], ["respell"], ["separate-voices"],
            ["timemap"], ["train"], ["evaluate"], ["calibrate"], ["reharmonize"], ["generate"],
        ])
    func `help is on standard output`(_ command: [String]) async throws {
        let run = await Run(command + ["--help"])
        #expect(run.status == 0 && run.errors.isEmpty)
        try expectSnapshot(run.output, named: "help-\(command.first ?? "quartet").txt")
    }

    @Test(arguments: try Fixture("Malformed/expected.csv").table) func `bad files end as they should`(
        _ row: [String: String]
    ) async throws {
        let file = Fixture("Malformed/" + (row["file"] ?? ""))
        let run = await Run("convert", "--verbose", file.url.path, folder.file("out.musicxml"))
        #expect("\(run.status)" == row["exit"])
        #expect(folder.contents == (run.status == 0 ? ["out.musicxml"] : []))
        if let code = row["code"], !code.isEmpty {
            #expect(run.errors.contains("[\(code)]"))
        } else {
            // What an archive has beside its score is lost, and told.
            #expect(run.errors.isEmpty || run.errors.hasPrefix("lost: "))
        }
        if let line = row["line"], !line.isEmpty { #expect(run.errors.contains("line \(line)")) }
        #expect(run.errors.lowercased().contains((row["contains"] ?? "").lowercased()) || row["contains"] == "")
    }
}

/// A score with two comments, a position and something that 4.0 brought.
private enum LossInput {
    static let bytes = Array(
        """
        <score-partwise version="4.0"><part-list><score-part id="P1"><part-name>A</part-name></score-part></part-list>
        <part id="P1"><measure number="1"><!--a--><!--b-->
        <note default-x="3"><pitch><step>C</step><octave>4</octave></pitch><duration>4</duration><listen><wait/></listen></note>
        </measure></part></score-partwise>
        """.utf8)
}
