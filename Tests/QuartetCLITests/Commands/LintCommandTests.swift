import Foundation
import TestSupport
import Testing

@testable import QuartetCLI

@Suite struct LintCommandTests {
    let folder: TemporaryFolder
    private let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.mxl").url.path

    init() throws { folder = try TemporaryFolder() }

    @Test func `findings are on standard output, and an error fails`() async throws {
        let run = await Run(["lint", "-"], input: try ShorthandFile().bytes)
        #expect(run.status == 1 && run.errors.isEmpty)
        #expect(run.output.contains("parallel fifths") && run.output.contains("[parallel-fifths]"))
    }

    @Test(arguments: [("error", 0), ("warning", 1), ("never", 0)])
    func `what fails can be chosen`(_ threshold: String, _ status: Int32) async throws {
        let run = await Run(
            ["lint", "-", "--profile", "strings", "--fail-on", threshold], input: try ShorthandFile().bytes)
        #expect(run.status == status && run.output.contains("warning"))
    }

    @Test func `rules can be left out, or looked at alone`() async throws {
        let bytes = try ShorthandFile().bytes
        #expect(await Run(["lint", "-", "--allow", "parallel-fifths"], input: bytes).status == 0)
        #expect(await Run(["lint", "-", "--only", "voice-range,voice-overlap"], input: bytes).status == 0)
        #expect(await Run(["lint", "-", "--only", "parallel-fifths"], input: bytes).status == 1)
    }

    @Test func `a rule that the style leaves out is told as info when it is asked for`() async throws {
        let bytes = try ShorthandFile("S C5 C5/2 D5/2\nB F3/2 E3/2 G3").bytes
        let plain = await Run(["lint", "-", "--fail-on", "warning"], input: bytes)
        #expect(!plain.output.contains("[tessitura]"))
        let music = try ShorthandFile("S C6 C6 | C6 C6\nB C4 C4 | C4 C4").bytes
        let run = await Run(["lint", "-", "--only", "tessitura"], input: music)
        #expect(run.status == 0 && run.output.contains("info: ") && run.output.contains("[tessitura]"))
    }

    @Test(arguments: [
        (["--only", "paralel-fifths"], "did you mean parallel-fifths?"),
        (["--allow", "nonsense"], "quartet rules lists them"),
        (["--only", "tessitura", "--allow", "tessitura"], "exclude each other"),
        (["--format", "tex"], "did you mean text?"),
        (["--profile", "jazz"], "profile"),
        (["--output-dir", "x"], "--output-dir is for --format musicxml"),
        (["--format", "musicxml", "--output", "x.mid"], "writes MusicXML or MXL"),
        (["--write-baseline", "x", "--baseline", "y"], "--write-baseline writes no report"),
        (["--jobs", "0"], "--jobs must be above zero"),
    ])
    func `wrong usage`(_ options: [String], _ message: String) async {
        let run = await Run(["lint", chorale] + options)
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(message))
    }

    @Test func `several files are judged in their order, and counted on standard error`() async throws {
        let path = try folder.write(try ShorthandFile().xml, to: "a.musicxml")
        let run = await Run("lint", path, chorale, path, "--jobs", "4", "--only", "parallel-fifths")
        #expect(run.status == 1)
        #expect(run.errors.hasSuffix("3 files: 2 errors, 0 warnings, 0 info"))
        #expect(run.errors.contains("parallel-fifths"))
        #expect(await Run("lint", path, chorale, "--quiet").errors.isEmpty)
    }

    @Test func `one that cannot be read weighs most, and the others are judged`() async throws {
        let path = try folder.write(try ShorthandFile().xml, to: "a.musicxml")
        let run = await Run("lint", folder.file("missing.musicxml"), path)
        #expect(run.status == 3 && run.output.contains("[parallel-fifths]"))
        #expect(run.errors.contains("missing.musicxml") && run.errors.contains("1 unreadable"))
    }

    @Test func `a folder is searched, and its order does not depend on jobs`() async {
        let scores = Fixture("Chorales").url.path
        let one = await Run("lint", scores, "--jobs", "1", "--fail-on", "never")
        let many = await Run("lint", scores, "--jobs", "8", "--fail-on", "never")
        #expect(one.status == 0 && one.output == many.output && one.errors == many.errors && !one.output.isEmpty)
    }

    @Test func `a report goes to a file, whole`() async throws {
        let path = try folder.write(try ShorthandFile().xml, to: "a.musicxml")
        let run = await Run("lint", path, "--output", folder.file("report.txt"))
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(try folder.text("report.txt").contains("[parallel-fifths]"))
        #expect(await Run("lint", path, "--output", folder.file("missing/report.txt")).status == 3)
    }

    @Test func `of MIDI the letters are inferred, and that is said`() async throws {
        let midi = folder.file("a.mid")
        let path = try folder.write(try ShorthandFile().xml, to: "a.musicxml")
        #expect(await Run("convert", path, midi).status == 0)
        let run = await Run("lint", midi, "--only", "parallel-fifths")
        #expect(run.status == 1 && run.output.contains("[parallel-fifths]"))
        #expect(run.errors.contains("the spelling of a MIDI file was inferred"))
        #expect(await Run("lint", midi, "--quiet").errors.isEmpty)
    }

    @Test func `help is on standard output`() async throws {
        let run = await Run("lint", "--help")
        #expect(run.status == 0 && run.errors.isEmpty)
        try expectSnapshot(run.output, named: "help-lint.txt")
    }
}
