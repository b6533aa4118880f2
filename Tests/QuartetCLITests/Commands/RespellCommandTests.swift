import Foundation
import TestSupport
import Testing

@Suite struct RespellCommandTests {
    @Test func `a chorale keeps its names`() async throws {
        let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.musicxml").url.path
        let folder = try TemporaryFolder()
        let output = folder.file("out.musicxml")
        #expect(await Run("respell", chorale, output).status == 0)
        #expect(await Run("notes", output).output == Run("notes", chorale).output)
    }

    @Test func `what cannot be written is an error`() async {
        let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.musicxml").url.path
        let run = await Run("respell", chorale, "/missing/out.musicxml")
        #expect(run.status == 3 && run.errors.contains("/missing/out.musicxml"))
    }
}
