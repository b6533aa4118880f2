import Counterpoint
import Foundation
import Testing

/// `Docs/Rules` is made from the cards.
@Suite struct RulePageTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Docs/Rules")

    private func expect(_ text: String, in name: String) throws {
        let url = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["QUARTET_RECORD"] != nil {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            Issue.record("recorded \(name)")
        }
        let written = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        #expect(written == text, "set QUARTET_RECORD=1 and run RulePageTests to write Docs/Rules anew")
    }

    @Test(arguments: RuleList.cards.map(\.id)) func `The page of a rule is what its card says`(_ id: String) throws {
        try expect(RulePage(try #require(RuleList.rule(id)).card).markdown, in: "\(id).md")
    }

    @Test func `The list of rules is what the cards say`() throws {
        try expect(RuleIndex.markdown, in: "README.md")
    }

    @Test func `No page is left of a rule that is gone`() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
        #expect(Set(pages) == Set(RuleList.cards.map { "\($0.id).md" } + ["README.md"]))
    }
}
