import MusicXML
import ScoreModel
import Testing
import TestSupport

@Suite struct MXLArchiveTests {
    @Test func `the type of the archive can be read from its first bytes`() throws {
        let bytes = try MXLArchive(score: Array("<a/>".utf8)).packed()
        // A local file header of 30 bytes, the name of the first entry, and its content as it is.
        let head = String(decoding: bytes[30..<(30 + 8 + 34)], as: UTF8.self)
        #expect(head == "mimetypeapplication/vnd.recordare.musicxml")
    }

    @Test func `a score goes in and comes out`() throws {
        let bytes = try MXLArchive(score: Array("<a/>".utf8), path: "my score.musicxml").packed()
        let (archive, diagnostics) = try MXLArchive.read(bytes)
        #expect(archive.scorePath == "my score.musicxml")
        #expect(archive.score == Array("<a/>".utf8))
        #expect(archive.others.isEmpty && diagnostics.isEmpty)
    }

    @Test func `equal archives give equal bytes`() throws {
        let archive = MXLArchive(score: Array("<a/>".utf8))
        #expect(try archive.packed() == archive.packed())
    }

    @Test func `other files stay`() throws {
        let (archive, _) = try MXLArchive.read(Fixture("Malformed/mxl-pdf-first.mxl").bytes)
        #expect(!archive.others.isEmpty)
        let (again, _) = try MXLArchive.read(archive.packed())
        #expect(again.others == archive.others)
    }

    @Test(
        arguments: try Fixture("Malformed/expected.csv").table.filter {
            $0["file"]?.hasPrefix("mxl-") == true && $0["exit"] == "0"
        })
    func `sloppy archives are read, and clean when written`(_ row: [String: String]) throws {
        let (archive, diagnostics) = try MXLArchive.read(Fixture("Malformed/" + (row["file"] ?? "")).bytes)
        #expect(diagnostics.contains { $0.code == row["code"] } == (row["code"] != ""))
        let (_, later) = try MXLArchive.read(archive.packed())
        #expect(!later.contains { $0.severity > .note } || row["file"] == "mxl-pdf-first.mxl")
    }
}
