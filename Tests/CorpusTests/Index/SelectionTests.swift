import Files
import Foundation
import ScoreModel
import Testing

@testable import Corpus

@Suite struct SelectionTests {
    private let made: TemporaryIndex
    private let index: CorpusIndex

    init() throws {
        made = try TemporaryIndex()
        try made.index.add([
            FileEntry("chorale.xml", Music.chorale) {
                $0.credits.creators = [.init(role: "composer", name: "J. S. Bach")]
                let common = Meter.Component(beats: [4], beatType: 4)
                $0.parts[0].meters = [Timed(onset: .zero, measure: 0, value: Meter([common].compactMap { $0 }))]
                $0.parts[0].keys = [Timed(onset: .zero, measure: 0, value: .traditional(fifths: 1, mode: "major"))]
            },
            FileEntry("copy.xml", Music.chorale),
            FileEntry("quartet.xml", "Vl1 C5 D5 E5\nVl2 G4 G4 G4\nVa E4 D4 C4\nVc C3 G2 C3") {
                $0.credits.creators = [.init(role: "composer", name: "Antonín Dvořák")]
            },
            FileEntry("solo.xml", "S r*4"), .text("notes.txt"), FileEntry("broken.xml", nil),
        ])
        try made.index.findGroups(begin: { _ in }, step: {})
        index = try CorpusIndex.reading(made.path)
    }

    private func paths(_ change: (inout Selection) -> Void) throws -> [String] {
        var selection = Selection()
        change(&selection)
        return try index.files(selection).map(\.path)
    }

    @Test func `each thing that can be asked for`() throws {
        #expect(try paths { _ in } == ["chorale.xml", "copy.xml", "quartet.xml", "solo.xml"])
        #expect(try paths { $0.parts = 4...4 } == ["chorale.xml", "copy.xml", "quartet.xml"])
        #expect(try paths { $0.parts = 0...1 } == ["solo.xml"])
        #expect(try paths { $0.composer = "dvorak" } == ["quartet.xml"])
        #expect(try paths { $0.instruments = ["VIOLIN", "violin", "cello"] } == ["quartet.xml"])
        #expect(try paths { $0.instruments = ["violin", "violin", "violin"] }.isEmpty)
        #expect(try paths { $0.instruments = ["soprano"] } == ["chorale.xml", "copy.xml", "solo.xml"])
        let four = try paths { $0.meter = "4/4" }
        #expect(four == ["chorale.xml"])
        #expect(
            try paths { $0.key = (0, "major") } == index.files().filter { $0["key"] == .text("C major") }.map(\.path))
        #expect(try paths { $0.kinds = [.text] } == ["notes.txt"])
        #expect(try paths { $0.condition = "status = 'broken'" } == ["broken.xml"])
        #expect(try paths { $0.condition = "notes > 20 -- much" } == ["chorale.xml", "copy.xml"])
        #expect(try paths { $0.condition = "folded(composer) LIKE '%dvorak%'" } == ["quartet.xml"])
        #expect(
            try paths {
                $0.demands = ["no-duplicate", "no-silent"].compactMap(Selection.Demand.init)
                $0.parts = 1...9
            } == ["chorale.xml", "quartet.xml"])
        #expect(try paths { $0.demands = [Selection.Demand("duplicate")].compactMap { $0 } } == ["copy.xml"])
        #expect(Selection.Demand("nonsense") == nil && Selection.Demand("no-") == nil)
    }

    @Test(arguments: [
        "1); DELETE FROM file; --", "1; DELETE FROM file", "1) OR (1", "", "no_such_column = 1", "notes >", "1, 2",
        "1 GROUP BY kind",
        "1 UNION SELECT id FROM part", "(DELETE FROM file)", "1 LIMIT 1", "writefile('x', 'y')", "load_extension('x')",
    ])
    func `conditions are single expressions`(_ condition: String) throws {
        let before = try made.dump()
        let files = try? paths { $0.condition = condition }
        #expect(files == nil, "\(condition)")
        #expect(try made.dump() == before)
    }

    @Test func `an index that is read cannot be changed`() throws {
        #expect(throws: (any Error).self) { try index.change("DELETE FROM file") }
        #expect(throws: CorpusIndexError.self) {
            try index.assign(try #require(CorpusSplit(train: 100, valid: 0, test: 0, seed: 1, bond: .tune)))
        }
    }

    @Test func `a selection becomes an index of its own`() throws {
        let path = made.folder.appendingPathComponent("b.sqlite").path
        var selection = Selection()
        selection.composer = "bach"
        try index.extract(selection, to: path) { "up/" + $0 }
        let copy = try CorpusIndex.reading(path)
        #expect(try copy.files().map(\.path) == ["up/chorale.xml"])
        #expect(try copy.files().first?["duplicate_group"] == .null)
        #expect(try copy.lines("SELECT count(*) FROM part") == ["4"] && copy.isComplete())
        #expect(try copy.lines("SELECT count(*) FROM likeness") == ["0"])
    }
}
