/// What stands before and behind the findings: counts, and the rules.
extension HTMLReport {
    private static let severities: [Severity] = [.error, .warning, .info]

    /// How many scores were judged and what was found in all.
    func summary(_ totals: Totals) -> String {
        "\(totals.files.count) \(totals.files.count == 1 ? "score" : "scores"): \(counts(totals.count))."
    }

    /// `2 errors, 1 warning`.
    func counts(_ count: (Severity) -> Int) -> String {
        let texts = HTMLReport.severities.compactMap { severity -> String? in
            let number = count(severity)
            return number == 0 ? nil : "\(number) \(severity.rawValue)\(severity == .info || number == 1 ? "" : "s")"
        }
        return texts.isEmpty ? "nothing found" : texts.joined(separator: ", ")
    }

    /// Counts by rule and, of several scores, by score; and what is to be shown.
    func overview(_ totals: Totals) -> String {
        let cards = RuleList.cards.filter { totals.counts[$0.id] != nil }
        guard !cards.isEmpty else { return "" }
        var html = "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n"
        html += table("Rule", cards.map { card in row("#rule-\(card.id)", card.title, totals.counts[card.id] ?? [:]) })
        if totals.files.count > 1 {
            html += table(
                "Score",
                totals.files.map { file in
                    row("#" + HTMLPage.id(of: file.name), file.title.isEmpty ? file.name : file.title, file.counts)
                })
        }
        return html + HTMLReport.choice + "</section>\n"
    }

    /// What is to be shown of the findings.
    package static let choice = """
        <fieldset class="choice"><legend>Show</legend>
        <label><input type="checkbox" id="show-error" checked> errors</label>
        <label><input type="checkbox" id="show-warning" checked> warnings</label>
        <label><input type="checkbox" id="show-info" checked> info</label>
        </fieldset>

        """

    private func table(_ name: String, _ rows: [[HTMLTable.Cell]]) -> String {
        HTMLTable(named: [name, "Errors", "Warnings", "Info"], rows).html
    }

    private func row(_ link: String, _ name: String, _ counts: [Severity: Int]) -> [HTMLTable.Cell] {
        [.init(name, link: link)]
            + HTMLReport.severities.map { severity in
                counts[severity].map { .init("\($0)", style: severity.rawValue) } ?? ""
            }
    }

    /// The rules that were broken, explained.
    package func rules(_ totals: Totals) -> String {
        let cards = RuleList.cards.filter { totals.counts[$0.id] != nil }
        guard !cards.isEmpty else { return "" }
        var html = "<section class=\"rules\" aria-labelledby=\"rules\">\n<h2 id=\"rules\">The rules</h2>\n"
        for card in cards {
            html += """
                <section id="rule-\(card.id)"><h3>\(card.title.escapedForXML) <span class="rule">\(card.id)</span></h3>
                <p>\(card.fault.escapedForXML)</p>
                <p>\(card.reason.escapedForXML)</p>
                <h4>Where it is fine</h4>
                \(list(card.exceptions))
                <h4>Sources</h4>
                \(list(card.sources))
                </section>

                """
        }
        return html + "</section>\n"
    }

    private func list(_ items: [String]) -> String {
        "<ul>" + items.map { "<li>\($0.escapedForXML)</li>" }.joined() + "</ul>"
    }
}
