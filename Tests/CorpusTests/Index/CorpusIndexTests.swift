import Foundation
import ScoreModel
import Testing

@testable import Corpus

@Suite struct CorpusIndexTests {
    private let made: TemporaryIndex

    init() throws { made = try TemporaryIndex() }

    private static func entries() throws -> [FileEntry] {
        [
            FileEntry("a/chorale.xml", Music.chorale),
            FileEntry("b/broken.xml", nil),
            FileEntry("b/higher.xml", Music.chorale + "\n") { $0 = Music.transposed($0, by: 2) },
            FileEntry("b/same bytes.xml", Music.chorale), .text("notes.txt"),
            FileEntry("other.xml", Music.otherSetting),
        ]
    }

    private func find(_ index: CorpusIndex) throws { try index.findGroups(begin: { _ in }, step: {}) }

    @Test func `each file has its row`() throws {
        try made.index.add(CorpusIndexTests.entries())
        try find(made.index)
        let rows = try made.rows("SELECT path, status, reason, notes, copy_of FROM file ORDER BY path")
        #expect(
            rows == [
                "a/chorale.xml|score||56|", "b/broken.xml|broken|error: this is no music [no-music]||",
                "b/higher.xml|score||56|a/chorale.xml", "b/same bytes.xml|score||56|a/chorale.xml",
                "notes.txt|other|no score||", "other.xml|score||56|",
            ])
        #expect(
            try made.rows("SELECT first, second, relation, transposition FROM likeness WHERE relation = 'same'")
                == ["a/chorale.xml|b/higher.xml|same|2"])
        let groups = try made.rows(
            "SELECT path, duplicate_group, similarity FROM file WHERE duplicate_group NOTNULL ORDER BY 1")
        #expect(groups == ["a/chorale.xml|1|1.0", "b/higher.xml|1|1.0", "b/same bytes.xml|1|1.0"])
        #expect(try made.rows("SELECT count(*) FROM part") == ["16"])
    }

    /// Broken off anywhere and gone on with, in whatever batches: the index says the same.
    @Test(arguments: 0...6) func `a run that was broken off ends with the same index`(_ stop: Int) throws {
        try made.index.add(CorpusIndexTests.entries())
        try find(made.index)
        let other = try TemporaryIndex()
        let entries = try CorpusIndexTests.entries()
        try other.index.add(Array(entries[..<stop]))
        if stop == 6 { try find(other.index) }
        let reopened = try CorpusIndex.writing(other.path, mayBeNew: true)
        let known = try reopened.stamps()
        #expect(known.count == stop)
        for entry in entries where known[entry.path] != entry.stamp { try reopened.add([entry]) }
        try find(reopened)
        #expect(try other.dump() == made.dump())
    }

    @Test func `a file that changed is replaced, and one that has gone is forgotten`() throws {
        try made.index.add(CorpusIndexTests.entries())
        try find(made.index)
        _ = try made.index.assign(try #require(CorpusSplit(train: 100, valid: 0, test: 0, seed: 1, bond: .tune)))
        try made.index.add([FileEntry("a/chorale.xml", "S C5 D5", modified: 2)])
        try made.index.remove(["b/higher.xml"])
        #expect(try !made.index.isComplete())
        try find(made.index)
        #expect(try made.index.isComplete())
        #expect(try made.rows("SELECT notes, split, copy_of FROM file WHERE path = 'a/chorale.xml'") == ["2|train|"])
        #expect(try made.rows("SELECT count(*) FROM part WHERE file NOT IN (SELECT id FROM file)") == ["0"])
        #expect(try made.rows("SELECT count(*) FROM part") == ["9"])
        #expect(try made.rows("SELECT path FROM file WHERE duplicate_group NOTNULL").isEmpty)
    }

    @Test func `what is no index is refused`() throws {
        let path = made.folder.appendingPathComponent("text").path
        try Data("hello, this is no index".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: CorpusIndexError.self) { try CorpusIndex.reading(path) }
        #expect(throws: CorpusIndexError.self) { try CorpusIndex.writing(path, mayBeNew: true) }
        #expect(throws: CorpusIndexError.self) { try CorpusIndex.writing(path + "-missing", mayBeNew: false) }
        let head = try Data(contentsOf: URL(fileURLWithPath: made.path)).prefix(100)
        #expect(CorpusIndex.isIndex(Array(head)))
        var other = Array(head)
        other[68] = 0
        #expect(!CorpusIndex.isIndex(other) && !CorpusIndex.isIndex(Array(head.prefix(71))) && !CorpusIndex.isIndex([]))
    }

    @Test func `damaged notes are told`() throws {
        try made.index.add(CorpusIndexTests.entries())
        try made.index.change("UPDATE outline SET notes = x'01'")
        #expect(throws: CorpusIndexError.self) { try find(made.index) }
        #expect(try !made.index.isComplete())
    }

    @Test func `statistics count everything`() throws {
        try made.index.add(CorpusIndexTests.entries())
        try find(made.index)
        let statistics = try made.index.statistics()
        #expect(statistics.files == 6 && statistics.scores == 4 && statistics.broken == 1 && statistics.notes == 224)
        #expect(statistics.copies == 2 && statistics.duplicateGroups == 1)
        #expect(statistics.kinds.map(\.kind) == ["musicxml", "text"] && statistics.kinds.map(\.files) == [5, 1])
        let parts = statistics.distributions.first { $0.title == "Parts" }
        #expect(parts?.entries.map(\.name) == ["4"] && parts?.entries.map(\.count) == [4])
        let scores = statistics.distributions.filter { !["Instruments", "Quality", "Split"].contains($0.title) }
        #expect(scores.allSatisfy { $0.others + $0.entries.reduce(0) { $0 + $1.count } == 4 })
    }
}
