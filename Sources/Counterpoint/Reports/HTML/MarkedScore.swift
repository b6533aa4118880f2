internal import ScoreModel

/// A whole score as pictures, in which the notes are marked that a linter warns of, and under each what was found there.
package struct MarkedScore {
    private let judgement: Judgement
    private let systems: PageSystems
    /// The places of the findings of each measure in ``Judgement/findings``.
    private let findings: [Int: [Int]]

    /// A score as it was judged.
    package init(_ judgement: Judgement) {
        self.judgement = judgement
        systems = PageSystems(judgement.score, judgement.passage)
        findings = Dictionary(grouping: judgement.findings.indices) { judgement.findings[$0].place.index }
    }

    /// A figure a system. What is found in it leads to its article in ``HTMLReport/articles(of:)``.
    package var html: String {
        let figures = systems.measures.enumerated().map {
            figure($1, id: "\(HTMLPage.id(of: judgement.file))-s\($0 + 1)")
        }
        return figures.joined()
            + (systems.missing > 0 ? "<p>The last \(systems.missing) measures are not drawn.</p>\n" : "")
    }

    private func figure(_ measures: Range<Int>, id: String) -> String {
        let indices = measures.flatMap { findings[$0] ?? [] }
        let found = indices.map { judgement.findings[$0] }
        // What is only worth knowing is often right as it is: rings around all of it would hide the rest.
        let pictures = found.filter { $0.severity > .info }.map { FindingPicture($0, in: judgement) }
        let picture = ScorePicture(
            judgement.score, parts: Array(judgement.score.parts.indices), measures: measures,
            marks: pictures.flatMap(\.marks), joins: pictures.flatMap(\.joins),
            title: judgement.passage.clock.title(of: measures),
            description: found.map { "\($0.place.text): \($0.message)." }.joined(separator: " "))
        let worst = found.map(\.severity).max() ?? .info
        return """
            <figure class="wide \(worst.rawValue)">\(picture.svg(id: id))\(caption(indices))</figure>

            """
    }

    private func caption(_ indices: [Int]) -> String {
        guard !indices.isEmpty else { return "" }
        let links = indices.map { index in
            let finding = judgement.findings[index]
            let title = RuleList.rule(finding.rule)?.card.title ?? finding.rule
            return "<a class=\"\(finding.severity.rawValue)\" href=\"#\(judgement.pageID(ofFinding: index))\">"
                + "\(finding.place.text.escapedForXML): \(title.escapedForXML)</a>"
        }
        return "<figcaption>\(links.joined(separator: " · "))</figcaption>"
    }
}
