import Collector
import Foundation
import ScoreModel
import Testing

@testable import QuartetCLI

@Suite struct RecipeConfigurationTests {
    private func recipe(_ text: String) throws -> Recipe { try Recipe(Array(text.utf8)) }

    @Test func `a recipe with everything in it`() throws {
        let recipe = try recipe(
            """
            hosts: [files.example.org, "example.org:8080"]
            depth: 3
            within: folder
            pages:
              - address: '\\.htm$'
                text: Chamber
            next:
              - text: next
            files:
              - address: '\\.mid$'
            metadata:
              composer: {page: //h1, match: '^(\\w+)'}
              title: {link: .}
            """)
        #expect(recipe.hosts.map(\.description) == ["files.example.org", "example.org:8080"])
        #expect(recipe.depth == 3 && recipe.within == .folder)
        #expect(recipe.pages.first?.text?.text == "Chamber" && recipe.next.first?.address == nil)
        #expect(
            recipe.metadata.map(\.name) == ["composer", "title"] && recipe.metadata.map(\.origin) == [.page, .link])
        #expect(recipe.metadata.first?.pattern?.text == "^(\\w+)")
    }

    @Test(arguments: [
        ("", "1:1: error: the recipe is empty"), ("depth: 1", "1:1: error: a recipe needs files"),
        ("files:\n  - adress: x", "2:5: error: unknown key \"adress\" in files"),
        ("files:\n  - address: '('", "2:14: error: \"(\" is no regular expression"),
        ("files:\n  - {}", "2:5: error: a rule about links needs address, text or both"),
        ("files: [{address: a}]\nhosts: [http://h/]", "2:9: error: \"http://h/\" is no host"),
        ("files: [{address: a}]\ndepth: many", "2:8: error: depth must be a whole number"),
        ("files: [{address: a}]\nwithin: world", "2:9: error: \"world\" is no value of within"),
        ("files: [{address: a}]\nmetadata:\n  title: {page: '//['}", "3:17: error: \"//[\" is no XPath"),
        ("files: [{address: a}]\nmetadata:\n  title: {match: a}", "3:10: error: metadata need page or link"),
        ("files: a", "1:8: error: files must be a list"), ("links: []", "1:1: error: unknown key \"links\""),
    ]) func `what is wrong is told with its place`(_ text: String, _ message: String) {
        let error = #expect(throws: ConfigurationError.self) { _ = try recipe(text) }
        let description = error?.description ?? ""
        #expect(description.hasPrefix(message), "\(description)")
    }

    private func shipped(_ name: String) throws -> Recipe {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/QuartetCLI/Recipes").standardizedFileURL
        return try RecipeFile(
            name, environment: [RecipeFile.variable: folder.path], executable: nil, console: .standard
        ).recipe
    }

    @Test(arguments: [
        ("plain", "http://h/a.mid", true), ("plain", "http://h/a.MXL?x=1", true),
        ("plain", "http://h/get?f=a.krn", true),
        ("plain", "http://h/a.mid.html", false), ("plain", "http://h/a.pdf", false), ("folder", "/a/b.zip", true),
        ("kunstderfuge", "https://www.kunstderfuge.com/-/midi.asp?file=bach/sankey/a_(c)sankey.mid", true),
        ("kunstderfuge", "https://www.kunstderfuge.com/-/midi.asp?file=bach%2Fa.mid", true),
        ("kunstderfuge", "https://www.kunstderfuge.com/a.mid", false),
        (
            "kunstderfuge-quartets", "https://www.kunstderfuge.com/-/midi.asp?file=haydn/string_quartet_76_3_(c)x.mid",
            true
        ),
        ("kunstderfuge-quartets", "https://www.kunstderfuge.com/-/midi.asp?file=haydn/sonata_48.mid", false),
    ]) func `the recipes that come with it`(_ name: String, _ address: String, _ takes: Bool) throws {
        #expect((try shipped(name).metadata(ofFile: address) != nil) == takes)
    }

    @Test func `kunstderfuge's addresses name the composer`() throws {
        let address = "https://www.kunstderfuge.com/-/midi.asp?file=beethoven/op_18_(c)x.mid"
        #expect(try shipped("kunstderfuge").metadata(ofFile: address) == ["composer": "beethoven"])
    }

    @Test func `an unknown recipe is told with the places where it was looked for`() {
        let error = #expect(throws: FileError.self) { _ = try shipped("no-such") }
        #expect(error?.diagnostic.code == "unknown-recipe")
    }
}
