import ScoreModel

/// One page: every score as pictures with numerals under the notes, and tables of its keys, cadences and ornaments.
///
/// It needs no script and no other file, follows the reader's choice of light or dark, prints, and reads well aloud.
public struct AnalysisHTMLReport: AnalysisReport {
    /// What `--format` calls it.
    public static let name = "html"

    private let version: String

    /// The report of a version of the program.
    public init(version: String) { self.version = version }

    /// The beginning of the page.
    public func head(isOnly: Bool) -> String {
        HTMLPage.opening("Harmonic analysis", style: AnalysisHTMLReport.style)
            + "<header>\n<h1>Harmonic analysis</h1>\n</header>\n<main>\n"
    }

    /// The end of the page.
    public var foot: String { "</main>\n" + HTMLPage.closing(version: version) }

    /// A section.
    public func body(of score: AnalyzedScore, isOnly: Bool) -> String {
        let title = score.score.credits.title.escapedForXML
        let file = score.file.escapedForXML
        let id = HTMLPage.id(of: score.file)
        var html = "<section class=\"file\" aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">"
        html += title.isEmpty ? file : "\(title) <small>\(file)</small>"
        html += "</h2>\n<p>\(facts(score))</p>\n"
        let pictures = AnalysisPictures(score)
        for (index, measures) in pictures.systems.measures.enumerated() {
            html += "<figure class=\"wide harmony\">\(pictures.svg(of: measures, id: "\(id)-\(index + 1)"))</figure>\n"
        }
        if pictures.systems.missing > 0 {
            html += "<p>The last \(pictures.systems.missing) measures are not drawn.</p>\n"
        }
        let legend = AnalysisLegend(score).items
        if !legend.isEmpty {
            html +=
                "<p class=\"legend\">Ringed notes belong to no chord. "
                + "\(legend.joined(separator: ", ").escapedForXML).</p>\n"
        }
        let tables = AnalysisTables(score)
        return html + tables.keys + tables.cadences + tables.tones + tables.disagreements + "</section>\n"
    }

    private func facts(_ score: AnalyzedScore) -> String {
        let analysis = score.analysis
        guard !analysis.chords.isEmpty else { return "No chords." }
        var facts = ["<strong>\(analysis.home.key)</strong> (\(AnalyzedScore.percent(analysis.home.confidence)))"]
        let counts = [
            (analysis.chords.count, "chord"), (analysis.cadences.count { $0.kind != nil }, "cadence"),
            (analysis.ornaments.count, "tone"),
        ].map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        facts +=
            counts.dropLast()
            + counts.suffix(1).map { "\($0) that belong\(analysis.ornaments.count == 1 ? "s" : "") to none" }
        if score.passage.spelling == .inferred { facts.append("the spelling of its notes was inferred") }
        return facts.joined(separator: " · ")
    }

    /// How the page looks beside what it shares with others.
    private static let style = """
        .harmony { --mark: var(--info); margin: 1rem 0; padding: 0.25rem 0; }
        .harmony text.chords { font-weight: 600; }
        .harmony text.tones { fill: var(--mark); }
        .harmony text.phrases { fill: var(--faint); }
        .file h3 { margin-top: 1.5rem; }
        .legend { color: var(--faint); font-size: 0.9rem; }
        table.words th, table.words td { text-align: left; min-width: 0; }
        table.words td:first-child { white-space: nowrap; }
        @media print { .harmony { break-inside: avoid; } }
        """
}
