import ScoreModel
import TestSupport
import Testing

@testable import Corpus

@Suite struct CorpusSplitTests {
    private func split(seed: UInt64 = 1, _ bond: CorpusSplit.Bond = .tune) throws -> CorpusSplit {
        try #require(CorpusSplit(train: 80, valid: 10, test: 10, seed: seed, bond: bond))
    }

    @Test func `shares have to be whole`() {
        #expect(CorpusSplit(train: 80, valid: 10, test: 9, seed: 1, bond: .tune) == nil)
        #expect(CorpusSplit(train: 110, valid: -10, test: 0, seed: 1, bond: .tune) == nil)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func `shares are right to within a group, and the same each time`(
        _ seed: UInt64
    ) throws {
        var random = SeededGenerator(seed)
        let groups = Dictionary(
            uniqueKeysWithValues: (0..<200).map { ("\($0)", Int.random(in: 1...9, using: &random)) })
        let parts = try split(seed: seed).parts(of: groups)
        #expect(try split(seed: seed).parts(of: groups) == parts)
        #expect(try split(seed: seed + 1).parts(of: groups) != parts)
        let total = groups.values.reduce(0, +)
        for part in CorpusSplit.Part.allCases {
            let count = groups.reduce(0) { $0 + (parts[$1.key] == part ? $1.value : 0) }
            let wanted = total * (part == .train ? 80 : 10) / 100
            #expect(abs(count - wanted) <= 10)
        }
    }

    @Test func `a part of nothing gets nothing`() throws {
        let all = try #require(CorpusSplit(train: 0, valid: 0, test: 100, seed: 1, bond: .work))
        #expect(Set(all.parts(of: ["a": 3, "b": 1]).values) == [.test])
    }

    @Test(arguments: CorpusSplit.Bond.allCases)
    func `what belongs together stays together, whatever the order of files`(_ bond: CorpusSplit.Bond) throws {
        let entries = (0..<20).flatMap { number -> [FileEntry] in
            let tune =
                "S "
                + (0..<8).map { bar in
                    (0..<4).map {
                        "\("CDEFGAB".map(String.init)[(number * 3 + bar * 5 + $0 * ($0 + number)) % 7])\(4 + ($0 + number) % 2)"
                    }.joined(separator: " ")
                }.joined(separator: " | ")
            return ["a", "b"].map { name in
                FileEntry("\(number)\(name).xml", tune + (name == "b" ? "\n" : "")) { score in
                    if bond == .work { score.credits.workTitle = "Work \(number / 2)" }
                    if name == "b" { score = Music.transposed(score, by: 5) }
                }
            }
        }
        let (made, other) = (try TemporaryIndex(), try TemporaryIndex())
        try made.index.add(entries)
        for entry in entries.reversed() { try other.index.add([entry]) }
        let assigned = try [made, other].map { made in
            try made.index.findGroups(begin: { _ in }, step: {})
            return try made.index.assign(try split(seed: 1, bond)).map { "\($0.path) \($0.part)" }
        }
        #expect(assigned[0] == assigned[1] && assigned[0].count == 40)
        #expect(Set(try made.rows("SELECT DISTINCT split FROM file")).count > 1)
        let column = bond == .work ? "work" : bond == .tune ? "tune_group" : "duplicate_group"
        let torn = try made.rows(
            "SELECT \(column) FROM file WHERE \(column) NOTNULL GROUP BY \(column) HAVING count(DISTINCT split) > 1")
        #expect(torn.isEmpty)
        #expect(try made.rows("SELECT count(*) FROM file WHERE \(column) NOTNULL") == ["40"])
    }

}
