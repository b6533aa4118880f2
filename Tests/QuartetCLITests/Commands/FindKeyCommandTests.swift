import Foundation
import TestSupport
import Testing

@Suite struct FindKeyCommandTests {
    static let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.musicxml").url.path

    @Test func `signatures and keys of a chorale`() async throws {
        let run = await Run("find-key", "--format", "csv", Self.chorale)
        let rows = run.output.split(separator: "\n").map {
            $0.split(separator: ",").dropFirst().joined(separator: ",")
        }
        #expect(run.status == 0)
        #expect(rows.first == "kind,start,end,fifths,mode,key,confidence")
        try #require(rows.count > 2)
        #expect(rows[1].hasPrefix("signature,0,"))
        #expect(rows[1].contains(",2,major,2 sharps,"))
    }

    @Test func `a MIDI file of the same notes has the same signature`() async throws {
        let folder = try TemporaryFolder()
        let midi = folder.file("a.mid")
        #expect(await Run("convert", "--plain", Self.chorale, midi).status == 0)
        let run = await Run("find-key", "--format", "json", midi)
        let rows = try #require(JSONSerialization.jsonObject(with: Data(run.bytes)) as? [[String: Any]])
        #expect(rows.first?["kind"] as? String == "signature" && rows.first?["fifths"] as? Int == 2)
    }

    @Test func `text names the file and the keys`() async {
        let run = await Run("find-key", Self.chorale, "missing.mxl")
        #expect(run.status == 3)
        #expect(run.output.hasPrefix(Self.chorale + "\n  0 to "))
        #expect(run.output.contains("signature: 2 sharps (") && run.output.contains(": D major ("))
    }
}
