import Foundation
import Testing

@testable import Collector

@Suite struct CrawlTests {
    @Test func `rules first, then pages and their files, a second between requests`() {
        let trial = Trial("http://h/") { address, _ in
            switch address {
            case "http://h/": .links("a.mid", "b.htm", "/", "a.mid", "c.txt", "#top")
            case "http://h/b.htm": .links("b.htm", "b.mid", "/a.mid")
            case "http://h/robots.txt": .missing
            default: .midi
            }
        }
        #expect(
            trial.asked == [
                "http://h/robots.txt 0", "http://h/ 1", "http://h/a.mid 2", "http://h/b.htm 3", "http://h/b.mid 4",
            ])
        #expect(trial.paths == ["h/a.mid", "h/b.mid"])
        #expect(
            trial.story == ["http://h/ read", "http://h/a.mid saved", "http://h/b.htm read", "http://h/b.mid saved"])
        #expect(trial.entries.last?.page == "http://h/b.htm")
    }

    @Test func `hosts do not wait for each other`() {
        let trial = Trial("http://h/a.mid", "http://i/a.mid", "https://h/b.mid") { address, _ in
            address.hasSuffix("txt") ? .missing : .midi
        }
        // Both schemes are one host.
        #expect(
            trial.asked == [
                "http://h/robots.txt 0", "http://i/robots.txt 0", "http://h/a.mid 1", "http://i/a.mid 1",
                "https://h/robots.txt 2", "https://h/b.mid 3",
            ])
    }

    @Test func `what robots are asked for is kept`() {
        let trial = Trial("http://h/") { address, _ in
            switch address {
            case "http://h/robots.txt": .text("User-agent: *\nDisallow: /private/\nCrawl-delay: 10")
            case "http://h/": .links("private/a.mid", "b.mid", "private/c.htm")
            default: .midi
            }
        }
        #expect(trial.asked == ["http://h/robots.txt 0", "http://h/ 10", "http://h/b.mid 20"])
        #expect(trial.story.contains("http://h/private/a.mid skipped robots"))
        #expect(trial.story.contains("http://h/private/c.htm skipped robots"))
    }

    @Test(
        arguments: [
            (.missing, true), (.text("", 401), true), (.text("<html>not found</html>"), true), (.text("", 302), true),
            (.text("", 302, "Location: /rules"), false), (.text("", 302, "Location: http://i/robots.txt"), false),
            (.text("", 302, "Location: /robots.txt"), true), (.text("", 503), false), (.text("", 429), false),
            (.failure(.connection("")), false), (.failure(.timeout), false), (.failure(.tooLarge(limit: 1)), false),
        ] as [(Answer, Bool)]) func `a host whose rules cannot be had is not asked`(_ rules: Answer, _ isAsked: Bool)
    {
        let trial = Trial("http://h/a.mid") { address, _ in
            switch address {
            case "http://h/robots.txt": rules
            case "http://h/rules": .text("User-agent: *\nDisallow: /")
            default: .midi
            }
        }
        #expect(trial.asked.contains { $0.hasPrefix("http://h/a.mid") } == isAsked)
        #expect(trial.asked.allSatisfy { $0.hasPrefix("http://h/") })
        #expect(trial.story == [isAsked ? "http://h/a.mid saved" : trial.story.first ?? ""])
        #expect(trial.entries.last?.outcome == (isAsked ? .saved : .failed))
    }

    @Test func `other hosts are never asked`() {
        let trial = Trial("http://h/") { address, _ in
            switch address {
            case "http://h/":
                .links(
                    "http://i/a.mid", "http://h:81/b.mid", "//www.h/c.htm", "http://other/", "r.mid", "https://h/d.mid")
            case "http://h/r.mid": .text("", 301, "Location: http://i/r.mid")
            default: address.hasSuffix("txt") ? .missing : .midi
            }
        }
        #expect(trial.requests.allSatisfy { $0.address.host == "h" && $0.address.hasUsualPort })
        #expect(
            trial.story.filter { $0.contains("other-host") }.sorted() == [
                "http://h/r.mid skipped other-host", "http://h:81/b.mid skipped other-host",
                "http://i/a.mid skipped other-host", "http://www.h/c.htm skipped other-host",
            ])
        #expect(trial.story.contains("https://h/d.mid saved"))
    }

    @Test func `hosts of the recipe may be asked`() throws {
        var recipe = Recipe.links
        recipe.hosts = [try #require(Site("files.h"))]
        let trial = Trial("http://h/", recipe: recipe) { address, _ in
            address == "http://h/" ? .links("http://files.h/a.mid") : address.hasSuffix("txt") ? .missing : .midi
        }
        #expect(trial.story.last == "http://files.h/a.mid saved")
    }

    @Test func `depth counts pages, and next pages are no deeper`() {
        let trial = Trial("http://h/0.htm") { address, _ in
            guard let number = Int(address.dropFirst("http://h/".count).dropLast(4)) else { return .missing }
            return .text("<html><a href='\(number + 1).htm'>on</a><a href='x\(number).htm'>next</a>")
        }
        // x0.htm is no number, and missing; 3.htm is three links away.
        #expect(
            trial.asked.map { $0.split(separator: " ")[0].dropFirst(9) } == [
                "robots.txt", "0.htm", "1.htm", "x0.htm", "2.htm", "x1.htm", "x2.htm",
            ])
    }

    @Test func `pages outside the folder are not followed where a recipe says so`() {
        var recipe = Recipe.links
        recipe.within = .folder
        let trial = Trial("http://h/a/index.htm", recipe: recipe) { address, _ in
            switch address {
            case "http://h/a/index.htm": .links("b.htm", "../c.htm", "/a/d/e.htm", "../f.mid", "/ab.htm")
            case "http://h/f.mid": .midi
            default: .missing
            }
        }
        let pages = trial.asked.map { String($0.split(separator: " ")[0]) }
        #expect(pages == ["robots.txt", "a/index.htm", "a/b.htm", "a/d/e.htm", "f.mid"].map { "http://h/" + $0 })
    }

    @Test func `a given address that leads to its folder means that folder`() {
        var recipe = Recipe.links
        recipe.within = .folder
        let trial = Trial("http://h/a", recipe: recipe) { address, _ in
            switch address {
            case "http://h/a": .text("", 301, "Location: /a/")
            case "http://h/a/": .links("b.htm", "/c.htm")
            default: .missing
            }
        }
        #expect(trial.asked.last?.hasPrefix("http://h/a/b.htm") == true)
    }

    @Test func `a trial lists files and asks for none`() {
        var terms = CrawlTerms()
        terms.isTrial = true
        let trial = Trial("http://h/", terms: terms) { address, _ in
            switch address {
            case "http://h/": .links("a.mid", "no/b.mid")
            default: .text("User-agent: *\nDisallow: /no/")
            }
        }
        #expect(trial.requests.map(\.purpose) == [.robots, .page])
        #expect(trial.story == ["http://h/ read", "http://h/a.mid listed", "http://h/no/b.mid skipped robots"])
    }

    @Test func `pages and bytes have limits`() {
        var terms = CrawlTerms()
        terms.pages = 3
        let endless = Trial("http://h/0.htm", recipe: .deep, terms: terms) { address, _ in
            .links("1" + (address.split(separator: "/").last ?? ""))
        }
        #expect(endless.requests.count { $0.purpose == .page } == 3)
        #expect(endless.story.last?.hasSuffix("skipped page-limit") == true)
        terms.runBytes = 10
        let large = Trial("http://h/a.mid", "http://h/b.mid", "http://h/c.mid", terms: terms) { address, _ in
            address.hasSuffix("txt") ? .missing : .text("MThd....")
        }
        #expect(large.paths == ["h/a.mid", "h/b.mid"])
        guard case .byteLimit = large.end else {
            Issue.record("it goes on")
            return
        }
    }

    @Test func `metadata come from the page, the link and its address`() throws {
        let recipe = Recipe(
            files: [try #require(LinkRule(address: TextPattern(#"/(?<composer>[a-z]+)/[^/]+\.mid$"#)))],
            metadata: [
                MetadataRule(
                    name: "site", origin: .page, path: try #require(PagePath("//title")),
                    pattern: TextPattern("^(.+) MIDI")),
                MetadataRule(name: "title", origin: .link, path: try #require(PagePath("."))),
                MetadataRule(name: "none", origin: .page, path: try #require(PagePath("//h9"))),
            ])
        let trial = Trial("http://h/", recipe: recipe) { address, _ in
            switch address {
            case "http://h/": .text("<title>Old MIDI files</title><a href=haydn/a.mid>Lark</a>")
            default: address.hasSuffix("txt") ? .missing : .midi
            }
        }
        #expect(trial.entries.last?.metadata == ["site": "Old", "title": "Lark", "composer": "haydn"])
    }
}

extension Recipe {
    fileprivate static let deep: Recipe = {
        var recipe = Recipe.links
        recipe.depth = 100
        return recipe
    }()
}
