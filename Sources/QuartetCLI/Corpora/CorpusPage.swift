import Corpus
import Counterpoint

/// What a corpus is like, as a page that needs no other file.
struct CorpusPage {
    let statistics: Statistics
    let file: String
    let version: String

    init(_ statistics: Statistics, file: String, version: String) {
        (self.statistics, self.file, self.version) = (statistics, file, version)
    }

    var html: String {
        let facts = statistics.facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" }.joined()
        let charts = statistics.distributions.filter { !$0.entries.isEmpty }.enumerated().map { number, distribution in
            section(
                "d\(number)", distribution.title,
                BarChart(
                    distribution.entries.map { ($0.name, $0.count) }, others: distribution.others,
                    title: distribution.title
                ).svg)
        }
        return HTMLPage.opening("Corpus", style: CorpusPage.style) + """
            <header>
            <h1>Corpus</h1>
            <p><small>\(file.escapedForXML)</small></p>
            <dl>\(facts)</dl>
            </header>
            <main>
            \(section("kinds", "Kinds of files", kinds))<div class="charts">
            \(charts.joined())</div>
            </main>

            """ + HTMLPage.closing(version: version)
    }

    private var kinds: String {
        HTMLTable(
            named: ["Kind", "Files", "Broken", "Not read because"],
            statistics.kinds.map { kind in
                [
                    .init(kind.kind), .init("\(kind.files)"),
                    .init(kind.broken > 0 ? "\(kind.broken)" : "", style: kind.broken > 0 ? "error" : nil),
                    .init(kind.reason ?? ""),
                ]
            }
        ).html
    }

    private func section(_ id: String, _ title: String, _ content: String) -> String {
        "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title.escapedForXML)</h2>\n\(content)</section>\n"
    }

    /// How the page looks beside what it shares with others.
    private static let style = """
        header small { color: var(--faint); overflow-wrap: anywhere; }
        dl { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; margin: 1rem 0 0; }
        dt { color: var(--faint); font-size: 0.9rem; }
        dd { margin: 0; font-size: 1.3rem; font-variant-numeric: tabular-nums; }
        th:last-child, td:last-child { text-align: left; }
        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 0 2rem; }
        .chart { display: block; width: 100%; height: auto; margin: 0.75rem 0; }
        .chart rect { fill: var(--info); }
        .chart rect.others { fill: var(--line); }
        .chart text { fill: var(--ink); font: 13px system-ui, sans-serif; }
        .chart text.count { fill: var(--faint); font-variant-numeric: tabular-nums; }
        @media print { .charts section { break-inside: avoid; } }
        """
}
