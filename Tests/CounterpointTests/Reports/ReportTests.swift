import Counterpoint
import Foundation
import ScoreModel
import TestSupport
import Testing

/// Each report tells the same findings: parallel fifths, a crossing, a leap across a fermata, a doubling.
@Suite struct ReportTests {
    static let judgement: Judgement = {
        let text = """
            S C5 D5 E5*2^ | G5 A5 B5 C6
            A G4 G4 A4*2 | G4 A4 B4 C5
            T E4 F4 G4*2 | D4*4
            B F3 G3 A4*2 | B3*4
            """
        var score = (try? Shorthand(text).score) ?? Score()
        for part in score.parts.indices {
            for note in score.parts[part].notes.indices {
                score.parts[part].notes[note].origin = Origin(rawValue: UInt32(part * 100 + note))
            }
        }
        var judgement = Judgement(file: "choir/a, b: \"%\".musicxml", score: score, linter: Linter())
        for note in judgement.findings.flatMap(\.notes) {
            guard let origin = note.origin else { continue }
            judgement.sources[origin] = Judgement.Source(line: Int(origin.rawValue) + 1, id: "n\(origin.rawValue)")
        }
        return judgement
    }()

    private func report(_ name: String, isColoured: Bool = false, showsInfo: Bool = true) throws -> any Report {
        try #require(ReportList.report(name, isColoured: isColoured, showsInfo: showsInfo, version: "1.0"))
    }

    @Test(arguments: [
        ("text", false, true, "report.txt"), ("text", true, false, "report-coloured.txt"),
        ("json", false, true, "report.json"),
        ("github", false, true, "report-github.txt"), ("sarif", false, true, "report-sarif.txt"),
        ("html", false, true, "report.html"),
    ])
    func `A report tells what was found`(_ name: String, _ isColoured: Bool, _ showsInfo: Bool, _ snapshot: String)
        throws
    {
        let report = try report(name, isColoured: isColoured, showsInfo: showsInfo)
        try expectSnapshot(report.body(of: Self.judgement, isOnly: true), named: "Reports/" + snapshot)
    }

    @Test(arguments: ReportList.names) func `A report of several files is made of what it says of each`(_ name: String)
        throws
    {
        let report = try report(name)
        var totals = Totals()
        totals.add(Self.judgement)
        totals.add(Self.judgement)
        let body = report.body(of: Self.judgement, isOnly: false)
        let document = report.document(of: [body, body], totals: totals)
        #expect(document.components(separatedBy: body.trimmingCharacters(in: .newlines)).count == 3)
        #expect(report.document(of: [], totals: Totals()).isEmpty == !type(of: report).isOneDocument)
    }

    @Test func `JSON has an object a line for several files`() throws {
        let body = try report("json").body(of: Self.judgement, isOnly: false)
        #expect(body.filter { $0 == "\n" }.count == 1)
        let object = try #require(JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
        #expect(Set(object.keys) == ["file", "profile", "spelling", "parts", "findings", "summary"])
        let finding = try #require((object["findings"] as? [[String: Any]])?.first)
        #expect(
            Set(finding.keys) == [
                "rule", "severity", "confidence", "at", "measure", "beat", "voices", "parts", "notes", "intervals",
                "motion", "boundary", "message", "fingerprint",
            ])
    }

    @Test func `SARIF is JSON, with every rule and every finding`() throws {
        let report = try report("sarif")
        let text = report.document(of: [report.body(of: Self.judgement, isOnly: false)], totals: Totals())
        let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == Self.judgement.findings.count)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        }
    }

    @Test func `The page has a summary, every finding and every rule that was broken, and no other file`() throws {
        let report = try report("html")
        var totals = Totals()
        totals.add(Self.judgement)
        let page = report.document(of: [report.body(of: Self.judgement, isOnly: true)], totals: totals)
        for rule in Set(Self.judgement.findings.map(\.rule)) {
            #expect(page.contains("<section id=\"rule-\(rule)\">"))
            #expect(page.contains("href=\"#rule-\(rule)\""))
        }
        #expect(page.components(separatedBy: "<article").count - 1 == Self.judgement.findings.count)
        #expect(page.components(separatedBy: "role=\"img\"").count - 1 == Self.judgement.findings.count)
        #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("<link"))
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `A text that shows no info counts it`() throws {
        let text = try report("text", showsInfo: false).body(of: Self.judgement, isOnly: true)
        #expect(!text.contains(": info:"))
        #expect(text.contains("info (told with --verbose)"))
    }

    @Test func `A score without a fault is told as such`() throws {
        let judgement = Judgement(file: "a.mxl", score: try Shorthand("S B4 C5\nB D3 C3").score, linter: Linter())
        #expect(try report("text").body(of: judgement, isOnly: true) == "a.mxl: nothing found\n")
        #expect(try report("github").body(of: judgement, isOnly: true).isEmpty)
    }

    @Test func `There is no report of another name`() {
        #expect(ReportList.report("xml", isColoured: false, showsInfo: true, version: "") == nil)
    }
}
