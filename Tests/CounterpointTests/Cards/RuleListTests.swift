import Counterpoint
import Foundation
import Testing

@Suite struct RuleListTests {
    private var sources: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
                "Sources/Counterpoint/Rules")
    }

    @Test func `Every rule in the folder is in the list`() throws {
        let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
        let types = Set(RuleList.all.map { "\($0).swift" })
        let rules = try files.filter { file in
            guard file.hasSuffix(".swift") else { return false }
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            return text.contains("static let card = RuleCard(")
        }
        #expect(Set(rules.map { ($0 as NSString).lastPathComponent }) == types)
    }

    @Test(arguments: RuleList.cards.map(\.id)) func `A card is complete`(_ id: String) throws {
        let card = try #require(RuleList.rule(id)).card
        #expect(card.id.allSatisfy { $0.isLowercase || $0 == "-" })
        for text in [card.title, card.fault, card.reason] { #expect(!text.isEmpty) }
        #expect(!card.exceptions.isEmpty && !card.sources.isEmpty && !card.wrong.isEmpty && !card.right.isEmpty)
    }

    @Test func `No two rules have one name`() {
        #expect(Set(RuleList.cards.map(\.id)).count == RuleList.all.count)
    }

    @Test func `A rule is found by its name`() {
        #expect(RuleList.rule("parallel-fifths") == ParallelFifths.self)
        #expect(RuleList.rule("no-such-rule") == nil)
    }
}
