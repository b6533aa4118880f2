import ScoreModel

/// Text for a terminal: the bars with letters, and their harmony under them.
public struct AnalysisTextReport: AnalysisReport {
    /// What `--format` calls it.
    public static let name = "text"

    /// The report.
    public init() {}

    /// The keys, the bars, and what the letters mean.
    public func body(of score: AnalyzedScore, isOnly: Bool) -> String {
        let title = score.score.credits.title
        var text = title.isEmpty ? "\(score.file)\n" : "\(title) (\(score.file))\n"
        let analysis = score.analysis
        guard !analysis.chords.isEmpty else { return text + "  no chords\n" + (isOnly ? "" : "\n") }
        text += "  \(analysis.home.key) (\(AnalyzedScore.percent(analysis.home.confidence)))\n"
        text += keys(of: score).map { "  \($0)\n" }.joined()
        let lines = AnalysisSketch(score).systems
        text += lines.map { system in "\n" + system.map { "  \($0)\n" }.joined() }.joined()
        let legend = AnalysisSketch.wrapped(AnalysisLegend(score).items, by: ", ")
        if !legend.isEmpty { text += "\n" + legend.map { "  \($0)\n" }.joined() }
        return text + (isOnly ? "" : "\n")
    }

    /// Where each local key begins, unless the piece stays in its own.
    private func keys(of score: AnalyzedScore) -> [String] {
        let regions = score.analysis.keys
        guard regions.contains(where: { $0.key != score.analysis.home.key }) else { return [] }
        let items = regions.map { region in
            let doubt = region.confidence < AnalyzedScore.leastSure ? "?" : ""
            return "\(region.key.symbol)\(doubt) from \(score.passage.clock.place(of: region.onset).text)"
        }
        let lines = AnalysisSketch.wrapped(items, by: "; ", width: AnalysisSketch.width - "keys: ".count)
        return lines.enumerated().map { ($0 == 0 ? "keys: " : "      ") + $1 }
    }
}

/// What the letters under and behind notes mean, as far as they occur.
struct AnalysisLegend {
    let items: [String]

    init(_ score: AnalyzedScore) {
        let (analysis, kinds) = (score.analysis, Ornament.Kind.allCases)
        let seen = Set(analysis.ornaments.map(\.kind))
        var tones = kinds.filter { seen.contains($0) }.map { "\($0.letter) \($0.words)" }
        if seen.contains(nil) { tones.append("\(Ornament.Kind.otherLetter) foreign to its chord otherwise") }
        let ends = Set(analysis.cadences.compactMap(\.kind))
        let cadences = Cadence.Kind.allCases.filter { ends.contains($0) && $0.abbreviation != $0.words }
            .map { "\($0.abbreviation) \($0.words)" }
        let isUnsure =
            analysis.chords.contains { $0.confidence < AnalyzedScore.leastSure }
            || analysis.ornaments.contains { $0.confidence < AnalyzedScore.leastSure }
            || analysis.cadences.contains { $0.confidence < AnalyzedScore.leastSure }
        let doubt = isUnsure ? ["? right in fewer than \(AnalyzedScore.percent(AnalyzedScore.leastSure)) of cases"] : []
        items = tones + cadences + doubt
    }
}

extension Ornament.Kind {
    /// A letter that stands behind the note.
    var letter: String {
        switch self {
        case .passing: "p"
        case .neighbour: "n"
        case .suspension: "s"
        case .retardation: "r"
        case .anticipation: "a"
        case .appoggiatura: "l"
        case .escape: "e"
        case .cambiata: "c"
        case .pedal: "o"
        }
    }

    /// The letter of a tone that has no kind.
    static let otherLetter = "x"

    /// Its name for people.
    var words: String {
        switch self {
        case .passing: "passing note"
        case .neighbour: "neighbour note"
        case .suspension: "suspension"
        case .retardation: "retardation"
        case .anticipation: "anticipation"
        case .appoggiatura: "leaning note (appoggiatura)"
        case .escape: "escape note"
        case .cambiata: "cambiata"
        case .pedal: "organ point (pedal)"
        }
    }
}

extension Cadence.Kind {
    /// How it is named where there is little room.
    var abbreviation: String {
        switch self {
        case .perfectAuthentic: "PAC"
        case .imperfectAuthentic: "IAC"
        case .half: "HC"
        case .phrygianHalf: "Phrygian HC"
        case .plagal: "plagal"
        case .deceptive: "deceptive"
        }
    }

    /// Its name for people.
    var words: String {
        switch self {
        case .perfectAuthentic: "perfect authentic cadence"
        case .imperfectAuthentic: "imperfect authentic cadence"
        case .half: "half cadence"
        case .phrygianHalf: "Phrygian half cadence"
        case .plagal: "plagal cadence"
        case .deceptive: "deceptive cadence"
        }
    }
}
