extension StyleReport {
    /// Reports about an ensemble's music side by side as a table of text, a number a line, in the order of ``StyleRate``, ``StyleFeature`` and
    /// ``MockFeature``, then rules.
    public static func table(_ reports: [StyleReport], _ ensemble: Ensemble) -> String {
        var rows: [(title: String, cells: [String])] = []
        func add(_ title: String, digits: Int, _ value: (StyleReport) -> Double?) {
            let numbers = reports.map(value)
            guard numbers.contains(where: { $0 != nil }) else { return }
            rows.append((title, numbers.map { $0.map { $0.text(digits: digits) } ?? "–" }))
        }
        func add(_ title: String, _ value: (StyleReport) -> Spread?) {
            add("\(title), median", digits: 2) { value($0)?.median }
            add("\(title), standard deviation", digits: 2) { value($0)?.deviation }
        }
        rows.append(("", reports.map(\.name)))
        add("pieces", digits: 0) { Double($0.pieces) }
        add("ticks", digits: 0) { Double($0.ticks) }
        add("nats a tick of the lower voices, given the top one", digits: 3, \.natsGivenTop)
        for rate in StyleRate.allCases { add(rate.title, digits: rate.factor == 1 ? 2 : 1) { $0.rates[rate] } }
        for feature in StyleFeature.allCases {
            add("divergence × 1000: \(feature.title(ensemble))", digits: 1) { $0.divergences[feature] }
        }
        for feature in MockFeature.allCases { add("Bach or Mock: \(feature.title)") { $0.distances[feature] } }
        add("Bach or Mock: grade") { $0.grade }
        for (title, spread) in [("ticks", \StyleReport.copiedTicks), ("notes", \.copiedAttacks)] {
            add("longest copied run, \(title): median", digits: 1) { $0[keyPath: spread]?.median }
            add("longest copied run, \(title): 99 %", digits: 1) { $0[keyPath: spread]?.percentile99 }
            add("longest copied run, \(title): greatest", digits: 0) { $0[keyPath: spread]?.greatest }
        }
        add("pieces without errors, %", digits: 1, \.faultless)
        for rule in Set(reports.flatMap(\.faults.keys)).sorted() {
            add("\(rule) per 100 chords", digits: 2) { $0.faults[rule]?.within ?? 0 }
        }
        return rows.aligned
    }
}
