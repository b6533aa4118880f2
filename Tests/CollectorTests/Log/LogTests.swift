import Foundation
import Testing

@testable import Collector
import Files

@Suite struct LogTests {
    static let time = Date(timeIntervalSince1970: 1_000_000)

    static func entry(
        _ url: String, _ outcome: LogEntry.Outcome, file: String? = nil, location: String? = nil, archive: String? = nil
    ) -> LogEntry {
        var entry = LogEntry(time: time, url: url, kind: .file, outcome: outcome)
        (entry.file, entry.location, entry.archive, entry.bytes) = (file, location, archive, 5)
        return entry
    }

    @Test func `lines are read as they were written`() {
        var entry = LogTests.entry("http://h/ü\n\"", .saved, file: "h/a.mid")
        (entry.metadata, entry.reason, entry.content, entry.lastModified) = (
            ["title": "„Lerche“"], .notUnpacked, .zip, "x"
        )
        let lines: [LogLine] = [
            .entry(entry), .ended(at: LogTests.time),
            .began(LogLine.Run(time: LogTests.time, recipe: "plain", inputs: ["http://h/"])),
        ]
        for line in lines {
            #expect(LogLine(line.text) == line)
            #expect(!line.text.contains("\n"))
        }
    }

    @Test(arguments: ["", "{", "{}", "null", "{\"run\":\"flew\"}", "{\"url\":\"http://h/\",\"outcome\":\"sa"])
    func `half a line is none`(_ text: String) {
        #expect(LogLine(text) == nil)
    }

    private func memory(_ lines: [LogLine]) -> CollectionMemory {
        lines.reduce(into: CollectionMemory()) { $0.take($1) }
    }

    private let began = LogLine.began(LogLine.Run(time: LogTests.time, recipe: "plain", inputs: []))

    @Test func `a run that was broken off goes on, one that ended begins anew`() {
        let lines = [
            began, .entry(LogTests.entry("a", .saved, file: "a")), .entry(LogTests.entry("b", .failed)), began,
        ]
        let broken = memory(lines)
        #expect(broken.isDone("a") && !broken.isDone("b") && !broken.isDone("c"))
        let ended = memory(lines + [.ended(at: LogTests.time)])
        #expect(!ended.isDone("a") && ended.file(of: "a")?.file == "a")
    }

    @Test func `what an address led on to counts for it, circles included`() {
        let memory = memory([
            .entry(LogTests.entry("a", .redirected, location: "b")),
            .entry(LogTests.entry("b", .redirected, location: "c")),
            .entry(LogTests.entry("c", .saved, file: "c")), .entry(LogTests.entry("x", .redirected, location: "y")),
            .entry(LogTests.entry("y", .redirected, location: "x")),
        ])
        #expect(memory.isDone("a") && !memory.isDone("x"))
    }

    @Test func `files that are gone are forgotten, with their archives`() {
        var memory = memory([
            .entry(LogTests.entry("a", .saved, file: "a")),
            .entry(LogTests.entry("z#1", .saved, file: "z/1", archive: "z")),
            .entry(LogTests.entry("z#2", .saved, file: "z/2", archive: "z")), .entry(LogTests.entry("z", .unpacked)),
        ])
        memory.forget { file, bytes in file != "z/2" && bytes == 5 }
        #expect(memory.isDone("a") && memory.isDone("z#1") && !memory.isDone("z#2") && !memory.isDone("z"))
        #expect(memory.file(of: "z") == nil)
    }
}
