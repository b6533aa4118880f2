import Foundation
import MusicXML
import TestSupport
import Testing

@testable import QuartetCLI

@Suite struct AnalyzeCommandTests {
    let folder: TemporaryFolder
    private let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.mxl").url.path

    init() throws { folder = try TemporaryFolder() }

    /// The first chords of G major, from which no other key could be read.
    private static let cadence = """
        S G4 A4 B4 A4 | G4*4
        A D4 E4 D4 C4 | B3*4
        T B3 C4 G3 F#3 | D3*4
        B G3 C3 D3 D3 | G2*4
        """

    @Test func `the harmony is on standard output`() async throws {
        let run = await Run(["analyze", "-"], input: try ShorthandFile(Self.cadence).bytes)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("Soprano") || run.output.contains("S "))
    }

    @Test(arguments: [
        (["--format", "tex"], "did you mean text?"),
        (["--key", "H"], "--key"),
        (["--output-dir", "x"], "--output-dir is for --format musicxml"),
        (["--format", "musicxml", "--output", "x.mid"], "writes MusicXML or MXL"),
        (["--jobs", "0"], "--jobs must be above zero"),
    ])
    func `wrong usage`(_ options: [String], _ message: String) async {
        let run = await Run(["analyze", chorale] + options)
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(message))
    }

    @Test func `an input is never replaced by what is said of it`() async throws {
        let path = try folder.write(try ShorthandFile().xml, to: "a.musicxml")
        for options in [["--output", path], ["--format", "musicxml", "--output", path]] {
            let run = await Run(["analyze", path] + options)
            #expect(run.status == 2 && run.errors.contains("would be replaced"))
        }
        #expect(await Run("analyze", path, path, "--format", "musicxml").status == 2)
    }

    @Test(arguments: ["text", "json", "csv", "html"])
    func `several files are told of in their order, whatever the jobs`(_ format: String) async throws {
        let path = try folder.write(try ShorthandFile(Self.cadence).xml, to: "a.musicxml")
        let one = await Run("analyze", chorale, path, "--format", format, "--jobs", "1")
        let many = await Run("analyze", chorale, path, "--format", format, "--jobs", "8")
        #expect(one.status == 0 && one.output == many.output && !one.output.isEmpty)
        let output = folder.file("out")
        #expect(await Run("analyze", chorale, path, "--format", format, "--output", output).output.isEmpty)
        #expect(try folder.text("out") == one.output)
    }

    @Test func `one that cannot be read weighs most, and the others are told of`() async throws {
        let path = try folder.write(try ShorthandFile(Self.cadence).xml, to: "a.musicxml")
        let run = await Run("analyze", folder.file("missing.musicxml"), path, "--format", "csv")
        #expect(run.status == 3 && run.output.hasPrefix("file,onset,"))
        #expect(run.errors.contains("missing.musicxml"))
        let none = await Run("analyze", folder.file("missing.musicxml"), "--format", "csv")
        #expect(none.status == 3 && none.output.isEmpty)
    }

    @Test func `an output that cannot be written is told`() async {
        #expect(await Run("analyze", chorale, "--output", folder.file("missing/report.txt")).status == 3)
    }

    @Test func `the score itself is written, as an archive where its name asks for one`() async throws {
        let path = try folder.write(try ShorthandFile(Self.cadence).xml, to: "in/a.musicxml")
        let run = await Run("analyze", path, "--format", "musicxml")
        #expect(run.status == 0)
        #expect(try MusicXMLDocument(xml: run.bytes).violations().isEmpty)
        let out = folder.file("out")
        #expect(await Run("analyze", chorale, path, "--format", "musicxml", "--output-dir", out).status == 0)
        #expect(folder.contents.contains("out/a.musicxml"))
        #expect(folder.contents.contains("out/bwv302-ein-feste-burg-ist-unser-gott.mxl"))
        #expect(await Run("validate", out).status == 0)
    }

    @Test func `of MIDI the letters are inferred, and nothing is written into it`() async throws {
        let midi = folder.file("a.mid")
        let path = try folder.write(try ShorthandFile(Self.cadence).xml, to: "a.musicxml")
        #expect(await Run("convert", path, midi).status == 0)
        let run = await Run("analyze", midi, "--format", "json")
        #expect(run.status == 0 && run.output.contains("\"spelling\" : \"inferred\""))
        #expect(run.errors.contains("the spelling of a MIDI file was inferred"))
        #expect(await Run("analyze", midi, "--quiet").errors.isEmpty)
        let written = await Run("analyze", midi, "--format", "musicxml")
        #expect(written.status == 3 && written.output.isEmpty && written.errors.contains("[midi-input]"))
    }

    @Test func `help is on standard output`() async throws {
        let run = await Run("analyze", "--help")
        #expect(run.status == 0 && run.errors.isEmpty)
        try expectSnapshot(run.output, named: "help-analyze.txt")
    }
}
