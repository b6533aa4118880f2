internal import ScoreModel

/// A table with a row a chord (RFC 4180). Times are exact fractions of a quarter note.
public struct AnalysisCSVReport: AnalysisReport {
    /// What `--format` calls it.
    public static let name = "csv"

    private static let columns = [
        "onset", "duration", "measure", "beat", "key", "numeral", "root", "quality", "inversion", "cadence",
        "confidence",
    ]

    /// The report.
    public init() {}

    /// The names of the columns. Rows of several scores begin with the file.
    public func head(isOnly: Bool) -> String {
        csvLine((isOnly ? [] : ["file"]) + AnalysisCSVReport.columns)
    }

    /// The rows.
    public func body(of score: AnalyzedScore, isOnly: Bool) -> String {
        let cadences = score.cadences
        var rows = ""
        for (index, span) in score.analysis.chords.enumerated() {
            let place = score.passage.clock.place(of: span.onset)
            rows += csvLine(
                (isOnly ? [] : [score.file]) + [
                    "\(span.onset)", "\(span.end - span.onset)", place.measure, "\(place.beat)", span.key.symbol,
                    "\(span.numeral)", "\(span.chord.root)", span.chord.quality.rawValue, "\(span.chord.inversion)",
                    cadences[index]?.kind?.rawValue ?? "", "\(AnalyzedScore.rounded(span.confidence))",
                ])
        }
        return rows
    }
}
