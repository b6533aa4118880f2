import Foundation
import Testing

@testable import Collector

@Suite struct CrawlAnswersTests {
    /// A file that is given, on a host without rules.
    private func file(_ answer: Answer, terms: CrawlTerms = CrawlTerms(), memory: CollectionMemory = CollectionMemory())
        -> Trial
    {
        Trial("http://h/a.mid", terms: terms, memory: memory) { address, _ in
            address.hasSuffix("txt") ? .missing : answer
        }
    }

    static let answers: [(Answer, String, Int)] = [
        (.midi, "saved", 1), (.text(""), "failed empty", 1), (.missing, "failed status", 1),
        (.text("", 410), "failed status", 1),
        (.text("", 403), "failed status", 1), (.text("", 204), "failed status", 1),
        (.text("MThd", 206), "failed status", 1),
        (.text("", 304), "failed status", 1), (.text("", 0), "failed status", 1), (.text("", 500), "failed status", 5),
        (.text("", 503), "failed status", 5), (.text("", 408), "failed status", 5),
        (.failure(.timeout), "failed timeout", 5),
        (.failure(.connection("cut")), "failed connection", 5), (.failure(.tooLarge(limit: 3)), "failed too-large", 1),
        (.text("<html><title>Sorry"), "failed web-page", 1), (.text("<html><input type=password>"), "failed login", 1),
        (.text("<html><div class=h-captcha>"), "failed captcha", 1),
        (.text("<html><script>"), "failed needs-browser", 1),
        (.text("GIF89a"), "skipped no-score", 1), (.text("", 302), "failed redirect-without-target", 1),
        (.text("", 302, "Location: javascript:x"), "failed redirect-without-target", 1),
        (.text("", 301, "Location: /a.mid"), "failed redirect-loop", 1),
        (.text("", 302, "Location: http://i/a.mid"), "failed other-host", 1),
    ]

    @Test(arguments: answers) func `what becomes of a file`(_ answer: Answer, _ story: String, _ times: Int) {
        let trial = file(answer)
        #expect(trial.story == ["http://h/a.mid " + story])
        #expect(trial.requests.count { $0.purpose == .file } == times)
    }

    @Test(
        arguments: [
            (.text("<p>words"), "read no-links"), (.text("<html><input type=password>"), "failed login"),
            (.text("<html><script></script><p>loading"), "failed needs-browser"),
            (.text("<html><iframe src=/captcha/x>"), "failed captcha"),
            (.midi, "failed no-page"), (.text("\u{0}\u{1}"), "failed no-page"), (.missing, "failed status"),
            (.text(""), "failed empty"),
            (.links("/"), "read no-links"), (.links("p.htm"), "read"),
            (.text("<html><input type=password><a href=p.htm>"), "read"),
        ] as [(Answer, String)]) func `what becomes of a page`(_ answer: Answer, _ story: String)
    {
        let trial = Trial("http://h/") { address, _ in address == "http://h/" ? answer : .missing }
        #expect(trial.story.first == "http://h/ " + story)
    }

    @Test func `what fails is asked again after longer and longer pauses`() {
        let asked = Array(file(.text("", 500)).asked.dropFirst())
        #expect(asked == ["1", "3", "7", "15", "31"].map { "http://h/a.mid \($0)" })
        let terms = CrawlTerms()
        #expect((0...20).map { terms.pause(after: $0, chance: 0) }.max() == 300)
        #expect(terms.pause(after: 3, chance: 1) == 8)
    }

    @Test func `what comes at the second try is there`() {
        let trial = Trial("http://h/a.mid") { address, count in
            address.hasSuffix("txt") ? .missing : count == 0 ? .failure(.connection("cut")) : .midi
        }
        #expect(trial.story == ["http://h/a.mid saved"])
        #expect(trial.entries.last?.retries == 1)
    }

    @Test func `a host that asks to wait is left alone as a whole`() {
        let trial = Trial("http://h/a.mid", "http://h/b.mid") { address, count in
            switch address {
            case "http://h/a.mid" where count == 0: .text("", 429, "Retry-After: 120")
            case "http://h/robots.txt": .missing
            default: .midi
            }
        }
        #expect(
            trial.asked == ["http://h/robots.txt 0", "http://h/a.mid 1", "http://h/a.mid 121", "http://h/b.mid 122"])
    }

    @Test func `a host that asks to wait for a day is left alone for this run`() {
        let trial = Trial("http://h/a.mid", "http://h/b.mid") { address, _ in
            address.hasSuffix("txt") ? .missing : .text("", 503, "Retry-After: 86400")
        }
        #expect(trial.story == ["http://h/a.mid failed come-back-later", "http://h/b.mid failed host-closed"])
    }

    @Test func `a host that refuses again and again is left alone`() {
        let names = (0..<9).map { "\($0).mid" }
        let page = Answer.text("<html>" + names.map { "<a href=\($0)>x</a>" }.joined())
        let trial = Trial("http://h/") { address, _ in
            switch address {
            case "http://h/": page
            case "http://h/2.mid": .midi
            default: address.hasSuffix("txt") ? .missing : .text("<html><input type=password>")
            }
        }
        // Two, a file between them, and then five in a row.
        #expect(trial.story.count { $0.hasSuffix("failed login") } == 7)
        #expect(trial.story.last == "http://h/8.mid skipped host-closed")
        let missing = Trial("http://h/") { address, _ in address == "http://h/" ? page : .missing }
        #expect(missing.requests.count { $0.purpose == .file } == 9)
    }

    @Test func `redirects are followed to their end, and not in circles`() {
        let chain = Trial("http://h/get.mid") { address, _ in
            switch address {
            case "http://h/get.mid": .text("", 302, "Location: /1")
            case "http://h/1": .text("", 307, "Location: https://h/files/a.mid")
            default: address.hasSuffix("txt") ? .missing : .midi
            }
        }
        #expect(chain.story == ["http://h/get.mid redirected", "http://h/1 redirected", "https://h/files/a.mid saved"])
        #expect(chain.paths == ["h/files/a.mid"])
        let circle = Trial("http://h/a.mid") { address, _ in
            address.hasSuffix("txt")
                ? .missing : .text("", 302, "Location: \(address.hasSuffix("a.mid") ? "/b" : "/a.mid")")
        }
        #expect(circle.story == ["http://h/a.mid redirected", "http://h/b failed redirect-loop"])
        let endless = Trial("http://h/a.mid") { address, _ in
            address.hasSuffix("txt") ? .missing : .text("", 302, "Location: \(address)x")
        }
        #expect(endless.story.count == 11 && endless.story.last?.hasSuffix("failed redirect-limit") == true)
    }

    // MARK: What earlier runs have left

    private func memory(_ outcome: LogEntry.Outcome, isEnded: Bool, of text: String = "MThd") -> CollectionMemory {
        var memory = CollectionMemory()
        for entry in file(.text(text, 200, "ETag: \"1\"", "Last-Modified: then")).entries {
            var entry = entry
            if entry.kind == .file { (entry.file, entry.outcome) = ("old/place.mid", outcome) }
            memory.take(.entry(entry))
        }
        if isEnded { memory.take(.ended(at: Date(timeIntervalSince1970: 0))) }
        return memory
    }

    @Test func `a run that was broken off does not ask again`() {
        let trial = file(.midi, memory: memory(.saved, isEnded: false))
        #expect(trial.asked.isEmpty && trial.known == 1)
        #expect(file(.midi, memory: memory(.failed, isEnded: false)).story == ["http://h/a.mid saved"])
    }

    @Test func `a later run asks whether files have changed`() {
        let known = memory(.saved, isEnded: true)
        let same = file(.text("", 304), memory: known)
        let fields = same.requests.last?.fields ?? []
        #expect(fields.contains("If-None-Match: \"1\"") && fields.contains("If-Modified-Since: then"))
        let entry = same.entries.last
        #expect(
            entry?.outcome == .unchanged && entry?.file == "old/place.mid" && entry?.etag == "\"1\""
                && entry?.bytes == 4)
        #expect(file(.midi, memory: known).story == ["http://h/a.mid unchanged"])
        #expect(file(.text("MThd2"), memory: known).story == ["http://h/a.mid updated"])
        #expect(file(.missing, memory: known).story == ["http://h/a.mid failed status"])
    }

    @Test(arguments: 0..<200) func `no answers of any kind keep it from its end`(_ seed: UInt64) {
        var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func draw(_ count: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % count
        }
        let others: [Answer] = [
            .links("a.htm", "b.htm", "c.mid", "http://i/d.mid", "b.htm?1"), .midi, .missing,
            .text("", 301, "Location: /b.htm"),
            .text("", 302, "Location: /c.mid"), .failure(.timeout), .text("", 429, "Retry-After: 7"),
            .text("Disallow: /"),
            .links("next.htm"), .text("", 304),
        ]
        let trial = Trial("http://h/a.htm") { _, _ in others[draw(others.count)] }
        #expect(trial.end != nil)
        #expect(trial.requests.allSatisfy { $0.address.host == "h" })
        let times = trial.asked.compactMap {
            $0.split(separator: " ").last.flatMap { Double($0.replacing(",", with: "")) }
        }
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 1 })
    }
}
