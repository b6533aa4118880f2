import ScoreModel

/// One page that holds everything: a summary by rule, every finding with a picture of its bars, and the rules explained.
///
/// It needs no script and no other file, follows the reader's choice of light or dark, prints, and reads well aloud.
public struct HTMLReport: Report {
    /// What `--format` calls it.
    public static let name = "html"
    /// A page has all findings.
    public static let isOneDocument = true

    private let version: String

    /// The report of a version of the linter.
    public init(version: String) { self.version = version }

    /// A section.
    public func body(of judgement: Judgement, isOnly: Bool) -> String {
        let title = judgement.score.credits.title.escapedForXML
        let file = judgement.file.escapedForXML
        let id = HTMLPage.id(of: judgement.file)
        var html = "<section class=\"file\" aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">"
        html += title.isEmpty ? file : "\(title) <small>\(file)</small>"
        html += "</h2>\n<p>\(facts(judgement))</p>\n"
        return html + articles(of: judgement) + "</section>\n"
    }

    /// The findings, each with its picture.
    package func articles(of judgement: Judgement) -> String {
        judgement.findings.enumerated().map { index, finding in
            article(finding, in: judgement, id: judgement.pageID(ofFinding: index))
        }.joined()
    }

    /// The page.
    public func document(of bodies: [String], totals: Totals) -> String {
        HTMLPage.opening("Part-writing report") + """
            <header>
            <h1>Part-writing report</h1>
            <p>\(summary(totals))</p>
            </header>
            <main>
            \(overview(totals))\(bodies.joined())\(rules(totals))</main>

            """ + HTMLPage.closing(version: version)
    }

    /// By what it was judged and how much was found.
    package func facts(_ judgement: Judgement) -> String {
        var facts = ["Profile \(judgement.profile.rawValue)", counts(judgement.count)]
        if judgement.passage.spelling == .inferred {
            facts.append("the spelling of its notes was inferred: intervals count by their size in semitones")
        }
        if judgement.allowed > 0 { facts.append("\(judgement.allowed) allowed in the score") }
        if judgement.known > 0 { facts.append("\(judgement.known) in the baseline") }
        return facts.joined(separator: " · ")
    }

    private func article(_ finding: Finding, in judgement: Judgement, id: String) -> String {
        let picture = FindingPicture(finding, in: judgement)
        let card = RuleList.rule(finding.rule)?.card
        var html = """
            <article class="\(finding.severity.rawValue)" aria-labelledby="\(id)">
            <h3 id="\(id)"><span class="badge">\(finding.severity.rawValue)</span> \(finding.place.text.escapedForXML): \((card?.title ?? finding.rule).escapedForXML)</h3>
            <p>\(finding.message.capitalizedFirst.escapedForXML).\(remarks(finding))</p>
            <figure class="wide">\(picture.svg(id: id + "-p"))

            """
        if picture.missing > 0 {
            html +=
                "<figcaption>It goes on for \(picture.missing) more \(picture.missing == 1 ? "measure" : "measures").</figcaption>"
        }
        html += "</figure>\n"
        if let card {
            html += """
                <details><summary>Why? <span class="rule">\(card.id)</span></summary>
                <p>\(card.fault.escapedForXML)</p>
                <p>\(card.reason.escapedForXML)</p>
                <p><a href="#rule-\(card.id)">More about this rule</a></p></details>

                """
        }
        return html + "</article>\n"
    }

    private func remarks(_ finding: Finding) -> String {
        var remarks = ""
        if let boundary = finding.boundary {
            remarks += " It lies across a \(boundary.name), where one phrase ends and another begins."
        }
        if finding.confidence < 1 {
            remarks += " The spelling was inferred, so this is not certain."
        }
        return remarks
    }
}

extension Judgement {
    /// The id on a page of one of the findings.
    func pageID(ofFinding index: Int) -> String { "\(HTMLPage.id(of: file))-\(index + 1)" }
}

extension String {
    /// With a capital letter at the beginning, as a sentence has it.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
