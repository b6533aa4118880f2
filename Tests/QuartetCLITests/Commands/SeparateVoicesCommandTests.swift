import Foundation
import TestSupport
import Testing

@Suite struct SeparateVoicesCommandTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private let chords = Fixture("Semantics/chord-basic.musicxml").url.path

    @Test func `a chord becomes voices and is valid`() async throws {
        let out = folder.file("out.musicxml")
        #expect(await Run("separate-voices", chords, out).status == 0)
        #expect(await Run("validate", out).status == 0)
        let (before, after) = (await Run("notes", chords).output, await Run("notes", out).output)
        #expect(before.split(separator: "\n").count == after.split(separator: "\n").count)
        #expect(before.contains(",true,\n") || before.contains(",true"))
        #expect(!after.contains(",true"))
    }

    @Test func `each voice can be a part`() async throws {
        let out = folder.file("out.musicxml")
        #expect(await Run("separate-voices", "--parts", chords, out).status == 0)
        #expect(await Run("validate", out).status == 0)
        #expect(await Run("notes", out).output.contains("P1-2"))
    }

    @Test(arguments: [["out.mid"], ["--most", "0", "out.musicxml"]]) func `what it can't do is wrong usage`(
        _ arguments: [String]
    ) async {
        #expect(await Run(["separate-voices", chords] + arguments).status == 2)
    }

    @Test func `a file that can't be written is an error`() async {
        #expect(await Run("separate-voices", chords, folder.file("no/such/out.musicxml")).status == 3)
        #expect(folder.contents.isEmpty)
    }

    @Test func `help is on standard output`() async throws {
        let run = await Run("separate-voices", "--help")
        #expect(run.status == 0 && run.errors.isEmpty)
        try expectSnapshot(run.output, named: "help-separate-voices.txt")
    }
}
