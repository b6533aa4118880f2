import Foundation
import TestSupport
import Testing

@Suite struct ValidateCommandTests {
    let folder: TemporaryFolder
    let right = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.mxl").url.path
    let wrong = Fixture("Semantics/value-unknown.musicxml").url.path

    init() throws { folder = try TemporaryFolder() }

    @Test func `a valid score`() async {
        let run = await Run("validate", right)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output == "\(right): valid\n")
    }

    @Test func `a score that is not valid`() async {
        let run = await Run("validate", wrong)
        #expect(run.status == 1 && run.errors.isEmpty)
        #expect(
            run.output == """
                \(wrong): line 15, part P1, measure 1: error: "quater" is no value for <type>: did you mean "quarter"? \
                [value-invalid]

                """)
    }

    @Test func `json for one score is one object`() async throws {
        let run = await Run("validate", "--format", "json", wrong)
        #expect(run.status == 1)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: any Sendable])
        #expect(object["file"] as? String == wrong && object["valid"] as? Bool == false)
        let violations = try #require(object["violations"] as? [[String: any Sendable]])
        #expect(violations.count == 1)
        #expect(Set(violations[0].keys) == ["code", "line", "part", "measure", "message"])
        #expect(violations[0]["code"] as? String == "value-invalid" && violations[0]["line"] as? Int == 15)
    }

    @Test func `json for several scores is one object a line`() async throws {
        let run = await Run("validate", "--format", "json", wrong, right)
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 1 && lines.count == 2)
        let last = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: any Sendable]
        #expect(last?["valid"] as? Bool == true)
    }

    @Test func `several scores are counted, and one that cannot be read weighs most`() async {
        let run = await Run("validate", right, wrong, "missing.musicxml")
        #expect(run.status == 3)
        #expect(run.output.hasSuffix("3 files: 1 valid, 1 invalid, 1 unreadable\n"))
        #expect(run.errors.contains("missing.musicxml"))
        let readable = await Run("validate", wrong, right)
        #expect(readable.status == 1 && readable.output.hasSuffix("2 files: 1 valid, 1 invalid\n"))
    }

    @Test func `standard input`() async throws {
        let run = await Run(["validate", "-"], input: try Fixture("Semantics/value-unknown.musicxml").bytes)
        #expect(run.status == 1 && run.output.hasPrefix("-: line 15"))
    }

    @Test func `MIDI is not for this command`() async {
        let run = await Run(["validate", "-"], input: Array("MThd".utf8))
        #expect(run.status == 3 && run.output.isEmpty)
        #expect(run.errors.contains("only MusicXML is validated"))
    }

    @Test func `a document that is no score is not valid`() async {
        let run = await Run(["validate", "-"], input: Array("<opus/>".utf8))
        #expect(run.status == 1 && run.output.contains("the root element is <opus>"))
    }

    @Test func `by parts and by measures the verdict is the same`() async {
        let turned = folder.file("turned.musicxml")
        _ = await Run("convert", right, turned, "--layout", "timewise")
        #expect(await Run("validate", turned).status == 0)
        _ = await Run("convert", wrong, turned, "--layout", "timewise")
        #expect(await Run("validate", turned).status == 1)
    }

    @Test func `help is on standard output`() async throws {
        let run = await Run("validate", "--help")
        #expect(run.status == 0 && run.errors.isEmpty)
        try expectSnapshot(run.output, named: "help-validate.txt")
    }
}
