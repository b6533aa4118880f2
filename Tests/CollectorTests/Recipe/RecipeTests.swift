import Collector
import Testing

@Suite struct RecipeTests {
    private func recipe(_ patterns: String...) throws -> Recipe {
        Recipe(files: try patterns.map { try #require(LinkRule(address: TextPattern($0))) })
    }

    @Test func `named groups are metadata, and path is none`() throws {
        let recipe = try recipe(#"/(?<composer>[a-z%0-9A-F]+)/(?<path>[^/]+\.mid)$"#)
        #expect(recipe.metadata(ofFile: "/dvo%C5%99ak/a.mid") == ["composer": "dvořak"])
        #expect(recipe.metadata(ofFile: "/dvorak/a.txt") == nil)
    }

    @Test func `the first rule that takes a file counts`() throws {
        let recipe = try recipe(#"/(?<folder>[^/]+)/[^/]*\.mid$"#, #"\.mid$"#)
        #expect(recipe.metadata(ofFile: "/a/b.mid") == ["folder": "a"])
        #expect(recipe.metadata(ofFile: "/b.mid") == [:])
    }

    @Test func `what is no pattern, no path and no rule`() {
        #expect(TextPattern("(") == nil)
        #expect(PagePath("//a[") == nil)
        #expect(PagePath("//a[@href]") != nil)
        #expect(LinkRule(address: nil) == nil)
    }
}
