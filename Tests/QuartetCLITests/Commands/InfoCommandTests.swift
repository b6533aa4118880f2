import Foundation
import TestSupport
import Testing

@Suite struct InfoCommandTests {
    static let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.musicxml")

    @Test(arguments: ["text", "json"]) func `what is in a chorale`(_ format: String) async throws {
        let run = await Run("info", "--format", format, InfoCommandTests.chorale.url.path)
        #expect(run.status == 0)
        let folder = InfoCommandTests.chorale.url.deletingLastPathComponent().path + "/"
        try expectSnapshot(run.output.replacing(folder, with: ""), named: "info-bwv302.\(format)")
    }

    @Test func `several scores are one object a line`() async throws {
        let run = await Run("info", "--format", "json", Fixture("Chorales").url.path)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 14)
        for line in lines { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) } }
    }

    @Test func `a file that cannot be read does not keep others from being read`() async throws {
        let run = await Run("info", "missing.mxl", InfoCommandTests.chorale.url.path)
        #expect(run.status == 3)
        #expect(run.output.contains("Ein feste Burg"))
        #expect(run.errors.contains("missing.mxl"))
    }
}
