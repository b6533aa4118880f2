import Counterpoint
import MusicXML
import ScoreModel

/// Every rule, in every style.
private let linters = Profile.allCases.flatMap { profile -> [(Linter, SpellingSource)] in
    var settings = Settings(profile)
    for card in RuleList.cards where settings.isOff(card) { settings.severities[card.id] = .info }
    return [(Linter(settings), .written), (Linter(settings), .inferred)]
}

/// Every score can be judged; findings are in order, lie in the score, and have fingerprints of their own; every report tells them.
func checkLinting(_ bytes: [UInt8]) {
    guard let document = try? MusicXMLDocument(xml: bytes, limits: limits), let score = try? document.score().score
    else { return }
    for (linter, spelling) in linters {
        let judgement = Judgement(file: "a", score: score, linter: linter, spelling: spelling)
        let findings = judgement.findings
        for (earlier, later) in zip(findings, findings.dropFirst()) where earlier.at > later.at {
            fatalError("findings are out of order at \(later.at)")
        }
        guard Set(findings.map(\.fingerprint)).count == findings.count else { fatalError("a fingerprint comes twice") }
        for finding in findings {
            guard !finding.notes.isEmpty, finding.at >= .zero, finding.at <= score.length else {
                fatalError("\(finding.rule) lies outside the score")
            }
        }
        // Pictures take their time, and many of one score teach little.
        guard linter.settings.profile == .strict else { continue }
        tellHarmony(of: score, spelling)
        var few = judgement
        few.findings = Array(findings.prefix(5))
        for name in ReportList.names {
            guard let report = ReportList.report(name, isColoured: true, showsInfo: true, version: "1") else {
                continue
            }
            var totals = Totals()
            totals.add(few)
            guard
                !report.document(of: [report.body(of: few, isOnly: true)], totals: totals).isEmpty
                    || few.findings.isEmpty
            else { fatalError("the report \(name) is empty") }
        }
    }
}

/// The chords of every score follow each other, and every report tells them.
private func tellHarmony(of score: Score, _ spelling: SpellingSource) {
    let analyzed = AnalyzedScore(file: "a", score: score, spelling: spelling)
    let chords = analyzed.analysis.chords
    for (earlier, later) in zip(chords, chords.dropFirst())
    where earlier.end > later.onset || earlier.onset >= earlier.end {
        fatalError("chords overlap at \(later.onset)")
    }
    // Pages of long scores take their time.
    guard score.measures.count < 20 else { return }
    for name in AnalysisReportList.names {
        guard let report = AnalysisReportList.report(name, version: "1") else { continue }
        if report.body(of: analyzed, isOnly: true).isEmpty, !chords.isEmpty {
            fatalError("the report \(name) is empty")
        }
    }
}
