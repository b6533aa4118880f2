public import Counterpoint
internal import ScoreModel

extension ReportCard {
    /// The card as a page that needs no other file: tables, the whole score with what is wrong in it, all findings, and the rules explained.
    ///
    /// - Parameter judgement: What the card was made from.
    public func page(_ judgement: Judgement) -> String {
        let report = HTMLReport(version: provenance.version)
        var totals = Totals()
        totals.add(judgement)
        let title = judgement.score.credits.title
        return HTMLPage.opening("Report card", style: Self.style) + """
            <header>
            <h1>Report card\(title.isEmpty ? "" : ": " + title.escapedForXML)</h1>
            <p><small>\(file.escapedForXML)</small></p>
            <ul>\(verdict.map { "<li>\($0.sentence.escapedForXML)</li>" }.joined())</ul>
            </header>
            <main>
            \(section("rules-found", "Rules", ruleTable))\(section("style", "Style", styleTable))\
            \(section("candidates", "Candidates", candidateTable))\(section("origin", "How it was made", originTable))\
            \(section("score", "The score", MarkedScore(judgement).html))\
            \(section("findings", "Findings", findings(report, judgement)))\(report.rules(totals))</main>

            """ + HTMLPage.closing(version: provenance.version)
    }

    private func section(_ id: String, _ title: String, _ content: String) -> String {
        "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n\(content)</section>\n"
    }

    private func findings(_ report: HTMLReport, _ judgement: Judgement) -> String {
        let facts = "<p>\(report.facts(judgement))</p>\n"
        return judgement.findings.isEmpty ? facts : facts + HTMLReport.choice + report.articles(of: judgement)
    }

    private var ruleTable: String {
        let rows = foundRules.map { card, row -> [HTMLTable.Cell] in
            let cells: [HTMLTable.Cell] = [
                .init(card.title, link: "#rule-\(card.id)"), .init("\(row.found)"),
                .init(row.errors > 0 ? "\(row.errors)" : "", style: "error"),
                .init(row.given > 0 ? "\(row.given)" : ""),
                .init(row.perHundredChords.text(digits: 1)),
            ]
            return cells + Self.cells(row.usual, digits: 1) + [Self.verdict(row.isUnusual ? "more" : "")]
        }
        let count = rules.count - rows.count
        let rest = "<p>Nothing was found of the other \(count) rules of the profile.</p>\n"
        guard !rows.isEmpty else { return rest }
        let columns = ["Within phrases", "Found", "Errors", "In what was given", "For 100 chords"]
        return HTMLTable(named: columns + usualColumns, rows).html + rest
    }

    private var styleTable: String {
        let rows = style { _ in true }.map { rate, row -> [HTMLTable.Cell] in
            [.init(rate.title.capitalized), .init(row.here.text(digits: rate.digits))]
                + Self.cells(row.usual, digits: rate.digits) + [Self.verdict(row.comparison)]
        }
        return HTMLTable(named: ["", "Here"] + usualColumns, rows).html
            + "<p>Of 100 \(ensemble.pieces), 5 are below and 5 above the range.</p>\n"
    }

    private var candidateTable: String {
        let rows = ([chosen] + others).map { row -> [HTMLTable.Cell] in
            [
                .init("\(row.number)" + (row == chosen ? ", this one" : row.isCopy ? ", left out as a copy" : "")),
                .init("\(row.found.errors)"), .init("\(row.found.warnings)"), .init("\(row.found.infos)"),
                .init(row.faultCost.text(digits: 1)), .init(row.likelihoodPerTick.text(digits: 2)),
                .init(row.copied.byTicks.map { "\($0.ticks.count)\u{A0}(\($0.piece))" } ?? "–"),
                .init(row.copied.byAttacks.map { "\($0.attacks)\u{A0}(\($0.piece))" } ?? "–"), .init("\(row.repairs)"),
            ]
        }
        let columns = [
            "Number", "Errors", "Warnings", "Info", "Weight of faults", "Nats a tick", "Sixteenths copied",
            "Notes copied", "Repairs",
        ]
        return HTMLTable(named: columns, rows).html
    }

    private var originTable: String {
        let (settings, model) = (provenance.settings, provenance.model)
        var rows = [["Asked for", request.sentence]]
        rows += commission.adaptations.map { ["Adapted", $0.text] }
        rows += [
            ["Again", recipe], ["Model learned from", model.corpus ?? "not known"],
            ["Particles", "\(settings.particles)"],
            ["Temperatures", "rhythm \(settings.tempering.rhythm), pitch \(settings.tempering.pitch)"],
            ["Busyness", "\(settings.tempering.busyness)"], ["Consonance", "\(settings.consonance)"],
            ["Ending", "\(settings.ending)"], ["Typicality", "\(settings.typicality)"],
            ["Sweeps", "\(provenance.sweeps)"], ["Repairs", provenance.repairs ? "yes" : "no"],
        ]
        let prices = settings.prices.rules.sorted { $0.key < $1.key }.map { [$0.key, "\($0.value)"] }
        return HTMLTable(words: ["What", "How"], rows).html
            + "<details><summary>Prices of rules</summary>\n"
            + HTMLTable(words: ["Rule", "Nats"], prices).html + "</details>\n"
    }

    private var usualColumns: [String] { [ensemble.composers, "From", "To", "Beyond"] }

    private static func cells(_ norm: Norm?, digits: Int) -> [HTMLTable.Cell] {
        norm.map { [$0.mean, $0.low, $0.high].map { .init($0.text(digits: digits)) } } ?? ["–", "–", "–"]
    }

    private static func verdict(_ text: String) -> HTMLTable.Cell { .init(text, style: text.isEmpty ? nil : "warning") }

    /// How the page looks beside what it shares with others.
    private static let style = """
        header ul { padding-left: 1.2rem; }
        header small { color: var(--faint); overflow-wrap: anywhere; }
        table.words th, table.words td { text-align: left; min-width: 0; }
        table.words td:first-child { white-space: nowrap; color: var(--faint); }
        figure a { color: var(--mark); }
        @media print { figure { break-inside: avoid; } }
        """
}

extension String {
    /// With a capital letter and a full stop.
    fileprivate var sentence: String { capitalized + "." }

    /// With a capital letter.
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
