import Foundation
import TestSupport
import Testing

@Suite struct NotesCommandTests {
    @Test(arguments: Fixture.all(in: "Semantics", withExtension: "musicxml"))
    func `the table is the one worked out by hand`(_ fixture: Fixture) async throws {
        let run = await Run("notes", fixture.url.path)
        #expect(run.status == 0)
        #expect(try run.output == Fixture("Semantics/\(fixture.name).csv").text)
    }

    @Test func `json has the same fields`() async throws {
        let path = Fixture("Semantics/lyric-verses.musicxml").url.path
        let run = await Run("notes", "--format", "json", path)
        let rows = try #require(JSONSerialization.jsonObject(with: Data(run.bytes)) as? [[String: Any]])
        let table = await Run("notes", path)
        #expect(rows.count == table.output.split(separator: "\n").count - 1)
        #expect(rows.first?["onset"] as? String == "0")
        #expect(rows.first?["measure_index"] as? Int == 0)
        #expect(rows.first?["grace"] as? Bool == false)
    }

    @Test func `tied notes can be one row`() async throws {
        let path = Fixture("Semantics/tie-chain.musicxml").url.path
        let (apart, merged) = (await Run("notes", path), await Run("notes", "--merge-ties", path))
        #expect(merged.output.split(separator: "\n").count < apart.output.split(separator: "\n").count)
        #expect(!merged.output.contains("start") && !merged.output.contains("stop"))
    }

    @Test func `standard input is read`() async throws {
        let bytes = try Fixture("Semantics/chord-basic.musicxml").bytes
        #expect(try await Run("notes", "-", input: bytes).output == Fixture("Semantics/chord-basic.csv").text)
    }
}
