import MusicXML
import Testing

@testable import QuartetCLI

@Suite struct AllowancesTests {
    /// Where a remark can stand, as the tag that it stands behind and which of them.
    static let places = [
        ("<measure number=\"1\">", 0), ("<part id=\"P1\">", 0), ("<score-partwise version=\"4.0\">", 0), ("<note>", 1),
    ]

    @Test(arguments: places, ["<?quartet allow parallel-fifths?>", "<!-- quartet allow parallel-fifths -->"])
    func `a remark in a note, a measure, a part or the score allows what happens there`(
        _ place: (String, Int), _ remark: String
    ) async throws {
        var file = try ShorthandFile()
        file.put(remark, behind: place.0, place.1)
        let run = await Run(["lint", "-"], input: file.bytes)
        #expect(run.status == 0 && !run.output.contains("parallel-fifths"))
        #expect(run.errors.isEmpty)
    }

    @Test func `a remark in the measure of another part or in another measure allows nothing and is told of`()
        async throws
    {
        var file = try ShorthandFile()
        file.put("<?quartet allow parallel-fifths?>", behind: "<measure number=\"2\">", 1)
        let run = await Run(["lint", "-"], input: file.bytes)
        #expect(run.status == 1 && run.output.contains("[parallel-fifths]"))
        #expect(run.errors.contains("parallel-fifths is allowed here and does not happen [allow-unused]"))
        #expect(run.errors.hasPrefix("-: line "))
    }

    @Test func `by measures the places are the same`() async throws {
        var file = try ShorthandFile()
        file.put("<?quartet allow parallel-fifths?>", behind: "<measure number=\"1\">")
        let turned = try MusicXMLDocument(xml: file.bytes).converted(to: .timewise).xml()
        let run = await Run(["lint", "-"], input: turned)
        #expect(run.status == 0 && run.errors.isEmpty)
    }

    @Test(arguments: [
        "allow parallel-fifths, voice-range", "allow all", "allow parallel-fifths -- as in the autograph",
        "allow parallel-fifths — direct-fifths is no name here",
    ])
    func `names are set apart by spaces or commas, all is every rule, and a dash begins the reason`(_ text: String)
        async throws
    {
        var file = try ShorthandFile()
        file.put("<?quartet \(text)?>", behind: "<score-partwise version=\"4.0\">")
        let run = await Run(["lint", "-"], input: file.bytes)
        #expect(run.status == 0 && !run.output.contains("[parallel-fifths]"))
        #expect(!run.errors.contains("unknown") && !run.errors.contains("direct-fifths"))
    }

    @Test(arguments: [
        (
            "<?quartet allow paralel-fifths?>",
            "unknown rule \"paralel-fifths\"; did you mean parallel-fifths? [allow-unknown]"
        ),
        ("<?quartet allow?>", "it names no rule [allow-unknown]"),
        ("<?quartet forbid parallel-fifths?>", "there is only allow [allow-unknown]"),
        ("<!-- quartet allow -->", "it names no rule [allow-unknown]"),
    ])
    func `what is not understood is told of and allows nothing`(_ remark: String, _ message: String) async throws {
        var file = try ShorthandFile()
        file.put(remark, behind: "<score-partwise version=\"4.0\">")
        let run = await Run(["lint", "-"], input: file.bytes)
        #expect(run.status == 1 && run.errors.contains(message))
    }

    @Test(arguments: ["<!-- a quartet allows much -->", "<!-- quartet in G -->", "<?other allow all?>"])
    func `remarks about other things are passed over`(_ remark: String) async throws {
        var file = try ShorthandFile()
        file.put(remark, behind: "<score-partwise version=\"4.0\">")
        let run = await Run(["lint", "-"], input: file.bytes)
        #expect(run.status == 1 && run.errors.isEmpty)
    }

    @Test func `a comment gives its reason behind one hyphen`() async throws {
        var file = try ShorthandFile()
        file.put(
            "<!-- quartet allow parallel-fifths - voice-range is no name here -->", behind: "<measure number=\"1\">")
        let run = await Run(["lint", "-"], input: file.bytes)
        #expect(run.status == 0 && run.errors.isEmpty)
    }

    @Test func `a rule that is not looked at is not missed`() async throws {
        var file = try ShorthandFile()
        file.put("<?quartet allow voice-range?>", behind: "<score-partwise version=\"4.0\">")
        #expect(await Run(["lint", "-"], input: file.bytes).errors.contains("[allow-unused]"))
        #expect(await Run(["lint", "-", "--only", "parallel-fifths"], input: file.bytes).errors.isEmpty)
    }
}
