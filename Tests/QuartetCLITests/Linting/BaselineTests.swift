import Counterpoint
import Foundation
import MusicXML
import Testing

@testable import QuartetCLI

@Suite struct BaselineTests {
    let folder: TemporaryFolder

    /// Parallel fifths in the first measure; the others are free of faults.
    static let known = """
        S C5 D5 E5*2 | C5*4 | C5*4
        B F3 G3 C4*2 | C4*4 | C4*4
        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(try ShorthandFile(Self.known).xml, to: "Scores/a.musicxml")
    }

    private func lint(_ options: String...) async -> Run {
        await Run(["lint", folder.file("Scores/a.musicxml"), "--only", "parallel-fifths"] + options)
    }

    private func writeBaseline() async throws {
        let run = await lint("--write-baseline", folder.file("known.json"))
        #expect(run.status == 0 && run.output.isEmpty)
    }

    @Test func `what is listed is not told again`() async throws {
        #expect(await lint().status == 1)
        try await writeBaseline()
        let run = await lint("--baseline", folder.file("known.json"))
        #expect(run.status == 0 && !run.output.contains("[parallel-fifths]") && run.errors.isEmpty)
    }

    @Test func `the file is an entry a line, with paths from its own folder on`() async throws {
        try await writeBaseline()
        let lines = try folder.text("known.json").split(separator: "\n")
        #expect(lines.count == 3 && lines[0] == "{\"version\": 1, \"findings\": [" && lines[2] == "]}")
        let object = try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: any Sendable]
        let entry = try #require(object)
        #expect(Set(entry.keys) == ["file", "fingerprint", "rule", "measure", "message"])
        #expect(entry["file"] as? String == "Scores/a.musicxml" && entry["measure"] as? String == "1")
    }

    @Test func `the same scores give the same bytes`() async throws {
        try await writeBaseline()
        let first = try folder.text("known.json")
        try await writeBaseline()
        #expect(try folder.text("known.json") == first)
    }

    /// Changes of the score that leave the known fault as it is.
    static let edits: [(String, @Sendable (ShorthandFile) throws -> String)] = [
        (
            "measures before it",
            { _ in
                try ShorthandFile("S E5*4 | C5 D5 E5*2 | C5*4 | C5*4\nB C4*4 | F3 G3 C4*2 | C4*4 | C4*4").xml
            }
        ),
        (
            "another measure",
            { _ in try ShorthandFile("S C5 D5 E5*2 | C5*4 | C5*2 B4*2\nB F3 G3 C4*2 | C4*4 | C4*2 G3*2").xml }
        ),
        ("other numbers", { $0.xml.replacing("<measure number=\"1\"", with: "<measure number=\"17a\"") }),
        (
            "the layout",
            { file in
                String(
                    decoding: try MusicXMLDocument(xml: file.bytes).converted(to: .timewise).xml(), as: UTF8.self)
            }
        ),
    ]

    @Test(arguments: edits.indices) func `it survives edits elsewhere`(_ index: Int) async throws {
        try await writeBaseline()
        try folder.write(try Self.edits[index].1(try ShorthandFile(Self.known)), to: "Scores/a.musicxml")
        #expect(await lint().status == 1, "\(Self.edits[index].0)")
        let run = await lint("--baseline", folder.file("known.json"))
        #expect(run.status == 0 && run.errors.isEmpty, "\(Self.edits[index].0)")
    }

    @Test(arguments: [
        "S C5 D5 E5*2 | C5*4 | C5 D5 E5*2\nB F3 G3 C4*2 | C4*4 | F3 G3 C4*2",
        "S C5 D5 E5*2 | C5*4 | B4 C5 E5*2\nB F3 G3 C4*2 | C4*4 | E3 F3 C4*2",
    ])
    func `one more is told, the same or another`(_ music: String) async throws {
        try await writeBaseline()
        try folder.write(try ShorthandFile(music).xml, to: "Scores/a.musicxml")
        let run = await lint("--baseline", folder.file("known.json"))
        #expect(run.status == 1 && run.output.ranges(of: "[parallel-fifths]").count == 1)
    }

    @Test func `what has gone is counted, unless nobody looked for it`() async throws {
        try await writeBaseline()
        try folder.write(
            try ShorthandFile(Self.known.replacing("F3", with: "E3")).xml, to: "Scores/a.musicxml"
        )
        let run = await lint("--baseline", folder.file("known.json"))
        #expect(run.errors.contains("1 entry of the baseline no longer occurs"))
        let other = await Run(
            "lint", folder.file("Scores/a.musicxml"), "--only", "voice-range", "--baseline", folder.file("known.json"))
        #expect(other.errors.isEmpty)
    }

    @Test func `a configuration names it from its own folder on`() async throws {
        try await writeBaseline()
        try folder.write("baseline: known.json\n", to: ".quartet.yml")
        #expect(await lint().status == 0)
        #expect(await lint("--config", "none").status == 1)
    }

    @Test(arguments: ["", "[]", "{\"version\": 2, \"findings\": []}", "{\"version\": 1}"])
    func `what is no baseline is wrong usage`(_ text: String) async throws {
        try folder.write(text, to: "known.json")
        let run = await lint("--baseline", folder.file("known.json"))
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("[baseline-invalid]"))
    }

    @Test func `a missing one is wrong usage`() async {
        let run = await lint("--baseline", folder.file("missing.json"))
        #expect(run.status == 2 && run.errors.contains("missing.json"))
    }

    @Test func `it is not written when some input cannot be read`() async {
        let run = await lint(folder.file("missing.musicxml"), "--write-baseline", folder.file("known.json"))
        #expect(run.status == 3 && !folder.contents.contains("known.json"))
    }
}
