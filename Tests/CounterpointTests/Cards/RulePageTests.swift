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
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            Issue.record("recorded \(name)")
        }
        let written = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        #expect(written == text, "set QUARTET_RECORD=1 and run RulePageTests to write Docs/Rules anew")
    }

    @Test(arguments: RuleList.cards.map(\.id)) func `The page of a rule is what its card says`(_ id: String) throws {
        let page = RulePage(try #require(RuleList.rule(id)).card)
        try expect(page.markdown, in: "\(id).md")
        try expect(page.picture, in: "Pictures/\(id).svg")
    }

    @Test func `The list of rules is what the cards say`() throws {
        try expect(RuleIndex.markdown, in: "README.md")
    }

    @Test func `No page is left of a rule that is gone`() throws {
        let pictures = try FileManager.default.contentsOfDirectory(
            atPath: Self.folder.appendingPathComponent("Pictures").path)
        #expect(Set(pictures) == Set(RuleList.cards.map { "\($0.id).svg" }))
        let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
        #expect(Set(pages) == Set(RuleList.cards.map { "\($0.id).md" } + ["README.md"]))
    }
}
