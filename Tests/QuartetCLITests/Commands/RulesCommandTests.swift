import Counterpoint
import Foundation
import TestSupport
import Testing

@testable import QuartetCLI

@Suite struct RulesCommandTests {
    @Test func `every rule has a line in its group, with how much it matters in each profile`() async throws {
        let run = await Run("rules")
        #expect(run.status == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == RuleList.all.count + RuleGroup.allCases.count)
        let line = try #require(lines.first { $0.hasPrefix("  parallel-fifths ") })
        #expect(
            line.split(separator: " ") == [
                "parallel-fifths", "error", "error", "error", "warning", "Parallel", "fifths",
            ])
        #expect(lines[0].split(separator: " ") == ["Parallels", "strict", "chorale", "bach", "strings"])
    }

    @Test(arguments: RuleList.cards.map(\.id)) func `a rule is explained whole`(_ id: String) async throws {
        let card = try #require(RuleList.rule(id)).card
        let run = await Run("rules", id)
        #expect(run.status == 0 && run.output.hasPrefix("\(id): \(card.title)"))
        let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        func holds(_ text: String) -> Bool {
            words.contains(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
        #expect(holds(card.fault) && holds(card.reason))
        for source in card.sources { #expect(holds(source)) }
        for example in card.wrong + card.right { #expect(holds(example.text) && holds(example.caption)) }
        #expect(
            run.output.split(separator: "\n").allSatisfy {
                $0.count <= 80 || $0.hasPrefix("    ") || $0.contains("warning") || $0.contains("error")
                    || $0.contains("info")
            })
    }

    @Test func `json has the same`() async throws {
        let all = await Run("rules", "--format", "json")
        let list = try JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [[String: any Sendable]]
        #expect(list?.count == RuleList.all.count)
        let one = await Run("rules", "parallel-fifths", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: any Sendable]
        #expect(object?["id"] as? String == "parallel-fifths" && object?["needs_spelling"] as? Bool == false)
        #expect((object?["severity"] as? [String: String])?["strings"] == "warning")
    }

    @Test func `an unknown rule is wrong usage`() async {
        let run = await Run("rules", "parallel-fifth")
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("did you mean parallel-fifths?"))
    }

    @Test func `help is on standard output`() async throws {
        let run = await Run("rules", "--help")
        #expect(run.status == 0 && run.errors.isEmpty)
        try expectSnapshot(run.output, named: "help-rules.txt")
    }
}
