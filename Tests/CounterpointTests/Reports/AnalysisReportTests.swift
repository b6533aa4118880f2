import Foundation
import ScoreModel
import TestSupport
import Testing

@testable import Counterpoint

@Suite struct AnalysisReportTests {
    private func report(_ name: String) throws -> any AnalysisReport {
        try #require(AnalysisReportList.report(name, version: "1.0"))
    }

    @Test(arguments: [
        ("text", "analysis.txt"), ("json", "analysis.json"), ("csv", "analysis.csv"), ("html", "analysis.html"),
    ])
    func `A report tells the whole analysis`(_ name: String, _ snapshot: String) throws {
        let report = try report(name)
        let text = report.head(isOnly: true) + report.body(of: .sample, isOnly: true) + report.foot
        try expectSnapshot(text, named: "Reports/" + snapshot)
    }

    @Test(arguments: AnalysisReportList.names) func `Every name has its report, and an empty score has one too`(
        _ name: String
    ) throws {
        let report = try report(name)
        #expect(type(of: report).name == name)
        #expect(report.body(of: .empty, isOnly: true).isEmpty == (name == "csv"))
    }

    @Test func `There is no report of another name`() {
        #expect(AnalysisReportList.report("xml", version: "") == nil)
    }

    @Test func `JSON has an object a line for several scores`() throws {
        let body = try report("json").body(of: .sample, isOnly: false)
        #expect(body.filter { $0 == "\n" }.count == 1)
        let object = try #require(JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "file", "spelling", "home", "keys", "chords", "nonchord", "cadences", "disagreements",
            ])
        let tones = try #require(object["nonchord"] as? [[String: Any]])
        #expect(tones.map { $0["type"] as? String } == ["suspension", "passing", nil])
        #expect(tones.allSatisfy { $0.keys.contains("type") && $0.keys.contains("figure") })
    }

    @Test func `Rows of several scores begin with the file`() throws {
        let report = try report("csv")
        let lines = (report.head(isOnly: false) + report.body(of: .sample, isOnly: false)).split(separator: "\n")
        #expect(lines[0].hasPrefix("file,onset,duration,"))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("\"choir/a, b.musicxml\",") })
        #expect(lines.count == 13)
    }

    @Test func `No line is longer than a terminal, and no bar is cut that fits`() throws {
        let bars = Array(repeating: "C5/2 D5/2 E5/2 F5/2 G5/2 F5/2 E5/2 D5/2", count: 12).joined(separator: " | ")
        let score = try Shorthand("S \(bars)\nB \(bars)").score
        let analyzed = AnalyzedScore(
            file: "a", score: score, passage: Passage(score), analysis: AnalyzedScore.empty.analysis)
        let systems = AnalysisSketch(analyzed).systems
        #expect(systems.count == 4)
        #expect(systems.joined().allSatisfy { $0.count <= AnalysisSketch.width })
        #expect(systems.allSatisfy { $0[0].split(separator: " ").count > 2 })
    }

    @Test func `A measure that is too long for a line goes on in the next`() throws {
        let notes = Array(repeating: "C5/8", count: 100).joined(separator: " ")
        let score = try Shorthand("S \(notes)\nB C3*100/8").score
        let analyzed = AnalyzedScore(
            file: "a", score: score, passage: Passage(score), analysis: AnalyzedScore.empty.analysis)
        let systems = AnalysisSketch(analyzed).systems
        #expect(systems.count > 1)
        let shown = systems.map { system in system.first { $0.hasPrefix("S") } ?? "" }
        #expect(shown.joined().ranges(of: "C5").count == 100)
        #expect(systems.joined().allSatisfy { $0.count <= AnalysisSketch.width })
    }

    @Test func `The page draws every measure once, has ids of its own for each score, and needs no other file`() throws
    {
        let report = try report("html")
        let bars = Array(repeating: "C5*4", count: 9).joined(separator: " | ")
        let score = try Shorthand("S \(bars)\nB \(bars)").score
        let long = AnalyzedScore(
            file: "long", score: score, passage: Passage(score), analysis: AnalyzedScore.empty.analysis)
        #expect(AnalysisPictures(long).systems.measures == [0..<4, 4..<8, 8..<9])
        let page =
            report.head(isOnly: false) + report.body(of: .sample, isOnly: false) + report.body(of: long, isOnly: false)
            + report.foot
        #expect(page.components(separatedBy: "role=\"img\"").count - 1 == 4)
        #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("<link"))
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count && ids.count > 8)
    }

    @Test func `A page of a score without end draws its beginning and says so`() {
        var score = Score()
        for index in 0..<5000 {
            score.measures.append(Measure(number: "\(index)", onset: Fraction(index), length: 1))
        }
        let analyzed = AnalyzedScore(
            file: "long", score: score, passage: Passage(score), analysis: AnalyzedScore.empty.analysis)
        #expect(AnalysisPictures(analyzed).systems.missing == 3000)
        #expect(AnalysisPictures(analyzed).systems.measures.count == 500)
    }
}
