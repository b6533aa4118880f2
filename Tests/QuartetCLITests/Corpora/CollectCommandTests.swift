import Files
import Collector
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import QuartetCLI

@Suite struct CollectCommandTests {
    let folder: TemporaryFolder
    let recipe: String

    init() throws {
        folder = try TemporaryFolder()
        recipe = folder.file("recipe.yml")
        let text = #"""
            pages: [{address: '\.htm$'}]
            next: [{text: '^next$'}]
            files: [{address: '\.(mid|zip|xml)$'}, {address: '/get\?'}]
            depth: 3
            metadata: {page: {page: //title}, title: {link: .}}
            """#
        try Data(text.utf8).write(to: URL(fileURLWithPath: recipe))
    }

    private func file(_ name: String) -> String { folder.file("out/" + name) }

    /// Runs the command with a clock that jumps, so that nothing waits.
    private func collect(_ arguments: String...) async -> Run {
        let time = Mutex(Date(timeIntervalSince1970: 1_000_000))
        let clock = WorldClock(
            now: { time.withLock { $0 } }, wait: { until in time.withLock { $0 = max($0, until) } }, chance: { 0.5 })
        return await WorldClock.$current.withValue(clock) {
            await Run(
                ["corpus", "collect", "--recipe", recipe, "--time-limit", "5", "-o", folder.file("out")] + arguments)
        }
    }

    private func entries() throws -> [LogEntry] {
        let text = try String(contentsOfFile: file(CollectionFolder.logName), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            if case .entry(let entry) = LogLine(line) { entry } else { nil }
        }
    }

    /// What became of each path of a server, by the log.
    private func story(_ server: LoopbackServer) throws -> [String: String] {
        let lines = try entries().map { entry in
            (
                entry.url.replacing(server.url(""), with: ""),
                [entry.outcome.rawValue, entry.reason?.rawValue].compactMap { $0 }.joined(separator: " ")
            )
        }
        return Dictionary(lines) { $1 }
    }

    private static let midi = Array("MThd\u{0}\u{0}\u{0}\u{6}".utf8)

    // MARK: A site with everything that goes wrong

    @Test func `a site that lies and fails in every way`() async throws {
        let other = try LoopbackServer { _ in .http(body: CollectCommandTests.midi) }
        let counts = Mutex<[String: Int]>([:])
        let server = try LoopbackServer { [port = other.port] request in
            let count = counts.withLock { counts in
                counts[request.path, default: 0] += 1
                return counts[request.path, default: 0]
            }
            let midi = CollectCommandTests.midi
            switch request.path {
            case "/robots.txt": return .http(body: Array("User-agent: *\nDisallow: /private/\n".utf8))
            case "/index.htm":
                let names = [
                    "good.mid", "slow.mid", "missing.mid", "busy.mid", "error.mid", "flaky.mid", "moved.mid",
                    "loop.mid", "cut.mid",
                    "login.mid", "page.mid", "long.mid", "short.mid", "private/a.mid", "away.mid", "get?id=1",
                    "get?id=2",
                    "get?id=3", "empty.mid", "sitemap.xml", "good.mid#again", "index.htm",
                ]
                let links = names.map { "<a href='\($0)'>\($0)</a>" }.joined()
                let outside =
                    "<a href='http://localhost:\(port)/x.mid'>x</a><a href='http://127.0.0.1:\(port)/y.mid'>y</a><a href='two.htm'>next</a>"
                return .page("<title>Old site</title>" + links + outside)
            case "/two.htm":
                return .page("<a href='index.htm'>back</a><a href='two.htm'>self</a><a href='last.mid'>last")
            case "/slow.mid": return [.pause(seconds: 0.1)] + .http(body: midi)
            case "/busy.mid" where count == 1: return .http(429, ["Retry-After: 120"])
            case "/error.mid": return .http(500)
            case "/flaky.mid" where count < 3: return []
            case "/moved.mid": return .http(302, ["Location: /target/moved.mid"])
            case "/loop.mid": return .http(302, ["Location: /loop2.mid"])
            case "/loop2.mid": return .http(302, ["Location: /loop.mid"])
            case "/cut.mid": return .http(body: midi, length: 5000)
            case "/login.mid":
                return .http(
                    200, ["Content-Type: audio/midi"],
                    body: Array("<html><title>Log in</title><input type=password>".utf8))
            case "/page.mid": return .http(200, ["Content-Type: audio/midi"], body: Array("<html><title>Sorry".utf8))
            case "/long.mid": return .http(body: midi + [UInt8](repeating: 0, count: 2 << 20))
            case "/short.mid": return .http(body: midi + [1, 2, 3], length: midi.count)
            case "/away.mid": return .http(302, ["Location: http://localhost:\(port)/away.mid"])
            case "/get?id=1":
                return .http(200, ["Content-Disposition: attachment; filename=\"../../../evil.mid\""], body: midi)
            case "/get?id=2":
                return .http(200, ["Content-Disposition: attachment; filename=\"EVIL.mid\""], body: midi + [2])
            case "/get?id=3":
                return .http(200, ["Content-Disposition: attachment; filename=\"..\\\\con.mid\""], body: midi + [3])
            case "/empty.mid": return .http()
            case "/sitemap.xml":
                return .http(200, ["Content-Type: text/xml"], body: Array("<?xml version='1.0'?><urlset/>".utf8))
            case "/missing.mid": return .http(404)
            default: return .http(body: midi)
            }
        }
        let run = await collect(server.url("/index.htm"), "--max-megabytes", "1")
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        let expected = [
            "/robots.txt": "read", "/index.htm": "read", "/two.htm": "read", "/good.mid": "saved", "/slow.mid": "saved",
            "/missing.mid": "failed status", "/busy.mid": "saved", "/error.mid": "failed status", "/flaky.mid": "saved",
            "/moved.mid": "redirected", "/target/moved.mid": "saved", "/loop.mid": "redirected",
            "/loop2.mid": "failed redirect-loop", "/cut.mid": "failed connection", "/login.mid": "failed login",
            "/page.mid": "failed web-page", "/long.mid": "failed too-large", "/short.mid": "saved",
            "/private/a.mid": "skipped robots", "/away.mid": "skipped other-host", "/get?id=1": "saved",
            "/get?id=2": "saved",
            "/get?id=3": "saved", "/empty.mid": "failed empty", "/sitemap.xml": "skipped no-score",
            "/last.mid": "saved",
            "http://127.0.0.1:\(other.port)/y.mid": "skipped other-host",
            "http://localhost:\(other.port)/x.mid": "skipped other-host",
        ]
        let story = try story(server)
        for (path, outcome) in expected { #expect(story[path] == outcome, "\(path)") }
        #expect(Set(story.keys) == Set(expected.keys))
        // Nobody else was asked, nothing twice that was answered, and nothing that is forbidden.
        #expect(other.requests.isEmpty)
        let asked = Dictionary(server.paths.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(asked["/private/a.mid"] == nil && asked["/index.htm"] == 1 && asked["/good.mid"] == 1)
        #expect(asked["/flaky.mid"] == 3 && asked["/error.mid"] == 5 && asked["/busy.mid"] == 2)
        // Everything lies where it should, and nothing else is there.
        let host = "127.0.0.1_\(server.port)"
        let files = try Set(entries().compactMap(\.file))
        let places = [
            "good.mid", "slow.mid", "busy.mid", "flaky.mid", "target/moved.mid", "short.mid", "evil.mid", "EVIL-2.mid",
            "_con.mid", "last.mid",
        ]
        #expect(files == Set(places.map { "\(host)/\($0)" }))
        let there = folder.contents.filter { $0.hasSuffix(".mid") }
        #expect(Set(there) == Set(files.map { "out/" + $0 }))
        #expect(!folder.contents.contains { $0.contains(".collecting") })
        #expect(run.errors.contains("10 saved, 5 skipped, 8 failed; 2 pages read"))
        #expect(run.errors.contains("log in with a browser, export its cookies"))
        let good = try entries().first { $0.url.hasSuffix("/good.mid") }
        #expect(
            good?.metadata == ["page": "Old site", "title": "good.mid"] && good?.content == .midi && good?.status == 200
        )
        let waited = try entries().first { $0.url.hasSuffix("/busy.mid") }
        #expect(waited?.retries == 1)
    }

    // MARK: Going on, and coming again

    /// A site of pages with files, which counts what it is asked and knows what is new.
    private func site(_ files: Int, changed: ChangedPaths = ChangedPaths()) throws -> LoopbackServer {
        try LoopbackServer { request in
            if request.path == "/robots.txt" { return .http(404) }
            if request.path == "/index.htm" {
                return .page((0..<files).map { "<a href=\($0).mid>\($0)</a>" }.joined())
            }
            let isNew = changed.paths.withLock { $0.contains(request.path) }
            let tag = isNew ? "\"2\"" : "\"1\""
            if request["If-None-Match"] == tag { return .http(304, ["ETag: \(tag)"]) }
            return .http(200, ["ETag: \(tag)"], body: CollectCommandTests.midi + Array("\(request.path)\(tag)".utf8))
        }
    }

    @Test func `a second run asks only for what has changed`() async throws {
        let changed = ChangedPaths()
        let server = try site(4, changed: changed)
        #expect(await collect(server.url("/index.htm")).errors.hasPrefix("4 saved; 1 pages read"))
        changed.paths.withLock { $0 = ["/2.mid"] }
        let again = await collect(server.url("/index.htm"))
        #expect(again.status == 0 && again.errors.hasPrefix("1 updated, 3 unchanged; 1 pages read"))
        try FileManager.default.removeItem(atPath: file("127.0.0.1_\(server.port)/3.mid"))
        #expect(await collect(server.url("/index.htm")).errors.hasPrefix("1 saved, 3 unchanged"))
        #expect(folder.contents.filter { $0.hasSuffix(".mid") }.count == 4)
    }

    @Test(arguments: [true, false]) func `a run that was broken off goes on`(_ isHalfWritten: Bool) async throws {
        let server = try site(6)
        #expect(await collect(server.url("/index.htm")).status == 0)
        // As a kill behind the third file leaves it: its line half written or not at all, and the file there.
        let log = file(CollectionFolder.logName)
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        let third = try #require(lines.firstIndex { $0.contains("2.mid\"") && $0.contains("saved") })
        let half = isHalfWritten ? "\n" + lines[third].prefix(40) : "\n"
        try (lines[..<third].joined(separator: "\n") + half).write(toFile: log, atomically: true, encoding: .utf8)
        let host = "127.0.0.1_\(server.port)/"
        for name in ["3.mid", "4.mid", "5.mid"] { try FileManager.default.removeItem(atPath: file(host + name)) }
        try Data("MTh".utf8).write(to: URL(fileURLWithPath: file(".collecting")))
        let before = server.paths.count
        let again = await collect(server.url("/index.htm"))
        #expect(again.errors.hasPrefix("4 saved, 2 already there"))
        #expect(
            server.paths.dropFirst(before) == ["/robots.txt", "/index.htm", "/2.mid", "/3.mid", "/4.mid", "/5.mid"])
        let there = folder.contents.filter { $0.hasSuffix(".mid") || $0.hasSuffix(".collecting") }
        #expect(there == (0..<6).map { "out/\(host)\($0).mid" })
    }

    @Test func `what somebody else put there is not written over`() async throws {
        let server = try site(1)
        let place = "127.0.0.1_\(server.port)"
        try FileManager.default.createDirectory(atPath: file(place), withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: file(place + "/0.mid")))
        #expect(await collect(server.url("/index.htm")).status == 0)
        #expect(try entries().last?.file == place + "/0-2.mid")
        #expect(FileManager.default.contents(atPath: file(place + "/0.mid")) == Data("mine".utf8))
    }

    @Test func `two runs do not write into one folder`() async throws {
        let server = try site(1)
        let holder = try CollectionFolder(path: folder.file("out"), console: .standard)
        let run = await collect(server.url("/index.htm"))
        #expect(run.status == 3 && run.errors.contains("another run is collecting into \(holder.path)"))
        #expect(server.requests.isEmpty)
    }

    @Test func `a dry run lists and leaves nothing`() async throws {
        let server = try site(2)
        let run = await collect(server.url("/index.htm"), "--dry-run")
        #expect(run.status == 0)
        #expect(run.output == server.url("/0.mid\n") + server.url("/1.mid\n"))
        #expect(server.paths == ["/robots.txt", "/index.htm"])
        #expect(folder.contents == ["recipe.yml"])
    }

    @Test func `cookies come from the file, and servers set none`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/index.htm"
                ? .http(200, ["Set-Cookie: set=by-server"], body: Array("<html><a href=a.mid>a".utf8))
                : .http(body: CollectCommandTests.midi)
        }
        let cookies = folder.file("cookies.txt")
        let line = "127.0.0.1\tFALSE\t/\tFALSE\t0\tlogin\tsecret\n"
        try Data((line + "localhost\tFALSE\t/\tFALSE\t0\tother\tx\n").utf8).write(to: URL(fileURLWithPath: cookies))
        #expect(await collect(server.url("/index.htm"), "--cookies", cookies).status == 0)
        #expect(server.requests.map { $0["Cookie"] } == ["login=secret", "login=secret", "login=secret"])
        #expect(try !String(contentsOfFile: file(CollectionFolder.logName), encoding: .utf8).contains("secret"))
        try Data("no cookies\n".utf8).write(to: URL(fileURLWithPath: cookies))
        let wrong = await collect(server.url("/index.htm"), "--cookies", cookies)
        #expect(wrong.status == 2 && wrong.errors.hasPrefix("\(cookies):1: error: a cookie has seven fields"))
    }

    @Test func `the bytes of a run have a limit, and the next goes on`() async throws {
        let server = try LoopbackServer { request in
            if request.path == "/robots.txt" { return .http(404) }
            return request.path == "/index.htm"
                ? .page("<a href=a.mid>a</a><a href=b.mid>b</a><a href=c.mid>c</a>")
                : .http(body: CollectCommandTests.midi + [UInt8](repeating: 0, count: 700_000))
        }
        let first = await collect(server.url("/index.htm"), "--max-run-megabytes", "1")
        #expect(first.status == 3 && first.errors.contains("stopped at 1 MiB; give the command again to go on"))
        let second = await collect(server.url("/index.htm"), "--max-run-megabytes", "4")
        #expect(second.status == 0 && second.errors.contains("already there"))
        #expect(server.paths.count { $0 == "/a.mid" } == 1)
    }

    // MARK: Archives and folders

    private static func archive() throws -> [UInt8] {
        // Names in archives may be anything; two of these try to leave the folder.
        try Data(contentsOf: Fixture("Corpora/scores.zip").url).map { $0 }
    }

    @Test func `archives are unpacked, and asked for again only when they have changed`() async throws {
        let bytes = try CollectCommandTests.archive()
        let server = try LoopbackServer { request in
            switch request.path {
            case "/index.htm": .page("<a href=a/scores.zip>z</a><a href=bad.zip>b</a>")
            case "/bad.zip": .http(body: Array("PK\u{3}\u{4}broken".utf8))
            case "/robots.txt": .http(404)
            default: request["If-None-Match"] == nil ? .http(200, ["ETag: \"1\""], body: bytes) : .http(304)
            }
        }
        let run = await collect(server.url("/index.htm"))
        #expect(run.status == 0)
        let host = "127.0.0.1_\(server.port)"
        let files = folder.contents.filter { path in
            path.hasPrefix("out/\(host)/") && [".mid", ".krn", ".zip"].contains { path.hasSuffix($0) }
        }
        #expect(
            files
                == [
                    "bad.zip", "a/scores/evil.mid", "a/scores/one.mid", "a/scores/sub/_con.krn", "a/scores/up.mid",
                ].map { "out/\(host)/\($0)" }.sorted())
        #expect(run.errors.contains("not-unpacked"))
        #expect(await collect(server.url("/index.htm")).errors.hasPrefix("2 unchanged"))
        #expect(server.paths.count { $0 == "/a/scores.zip" } == 2)
    }

    @Test func `a folder is collected with its folders`() async throws {
        let source = folder.file("source")
        try FileManager.default.createDirectory(atPath: source + "/haydn", withIntermediateDirectories: true)
        try Data(CollectCommandTests.midi).write(to: URL(fileURLWithPath: source + "/haydn/a.mid"))
        try Data("<html>no score".utf8).write(to: URL(fileURLWithPath: source + "/haydn/b.mid"))
        try Data("text".utf8).write(to: URL(fileURLWithPath: source + "/c.txt"))
        try Data(CollectCommandTests.archive()).write(to: URL(fileURLWithPath: source + "/d.zip"))
        try FileManager.default.createSymbolicLink(atPath: source + "/link.mid", withDestinationPath: "haydn/a.mid")
        let first = await collect(source)
        #expect(
            first.status == 0
                && first.errors.contains("5 saved, 1 archives unpacked, 1 skipped; 0 pages read"))
        let note = try entries().first { $0.file == "source/haydn/a.mid" }
        #expect(note?.url.hasPrefix("file:///") == true)
        #expect(await collect(source).errors.contains("2 unchanged"))
        try Data(CollectCommandTests.midi + [1]).write(to: URL(fileURLWithPath: source + "/haydn/a.mid"))
        #expect(await collect(source).errors.contains("1 updated"))
    }

    // MARK: Usage

    @Test func `wrong usage is told apart`() async throws {
        let out = folder.file("out")
        let wrong: [[String]] = [
            ["http://h/"], ["ftp://h/", "-o", out], ["no-such-folder", "-o", out],
            ["http://h/", "-o", out, "--delay", "-1"],
            ["http://h/", "-o", out, "--retries", "99"], ["http://h/", "-o", out, "--time-limit", "0"],
            ["http://h/", "-o", out, "--max-run-megabytes", "0"], ["http://h/", "-o", out, "--recipe", "no-such"],
            ["http://h/", "-o", out, "--recipe", "no/such.yml"], ["http://h/", "-o", out, "--cookies", "no-such.txt"],
            [],
        ]
        for arguments in wrong {
            let run = await Run(["corpus", "collect"] + arguments)
            #expect(run.status == 2, "\(arguments)")
            #expect(!run.errors.isEmpty && run.output.isEmpty)
        }
        #expect(folder.contents == ["recipe.yml"])
    }

    @Test func `a recipe that is wrong is told with its place`() async throws {
        try Data("files:\n  - adress: x\n".utf8).write(to: URL(fileURLWithPath: recipe))
        let run = await collect("http://127.0.0.1:9/")
        #expect(run.status == 2 && run.errors.hasPrefix("\(recipe):2:5: error: unknown key"))
    }

    @Test func `help is on standard output`() async throws {
        let run = await Run("corpus", "collect", "--help")
        #expect(run.status == 0)
        try expectSnapshot(run.output, named: "help-corpus-collect.txt")
    }
}

/// The paths of a site that are new since the first run.
private final class ChangedPaths: Sendable {
    let paths = Mutex<Set<String>>([])
}
