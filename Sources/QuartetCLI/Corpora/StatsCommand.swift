import ArgumentParser
import Corpus
import ScoreModel

/// `quartet corpus stats`.
struct StatsCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, html
    }

    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Describe the files of an index: tables, or a page with charts.",
        discussion: "Exit status: 0 done; 2 wrong usage; 3 the index could not be read, or the output not written.")

    @Argument(help: ArgumentHelp("The index.", valueName: "index"))
    var index: String

    @Option(help: ArgumentHelp("text, json or html.", valueName: "format"))
    var format = Format.text

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; standard output if not given.", valueName: "file"))
    var output: String?

    func run() async throws {
        let console = Console.current
        let file = IndexFile(path: index)
        let index = try file.reading(console)
        try file.warnIfIncomplete(index, console)
        let statistics = try file.attempt(console) { () throws(CorpusIndexError) in try index.statistics() }
        let text =
            switch format {
            case .text: statistics.text(of: file.path)
            case .json: try jsonText(statistics, isPretty: true) + "\n"
            case .html: CorpusPage(statistics, file: file.path, version: QuartetCommand.configuration.version).html
            }
        try OutputFile(path: output ?? "-").deliver(Array(text.utf8), console: console)
    }
}

extension Statistics {
    /// Tables for people.
    fileprivate func text(of file: String) -> String {
        var text = "\(file)\n" + table(facts.map { ($0.name, $0.value) })
        text += "\nKinds of files\n" + table(kinds.map { ($0.kind, "\($0.files)") })
        for distribution in distributions where !distribution.entries.isEmpty {
            let others = distribution.others > 0 ? [("others", distribution.others)] : []
            text += "\n\(distribution.title)\n"
            text += table((distribution.entries.map { ($0.name, $0.count) } + others).map { ($0, "\($1)") })
        }
        return text
    }

    private func table(_ rows: [(name: String, value: String)]) -> String {
        let width = rows.map(\.name.count).max() ?? 0
        let digits = rows.map(\.value.count).max() ?? 0
        return rows.map { name, value in
            "  " + pad(name, to: width) + "  " + String(repeating: " ", count: digits - value.count) + value + "\n"
        }.joined()
    }

    /// What there is in all, name by name.
    var facts: [(name: String, value: String)] {
        [
            ("files", "\(files)"), ("scores", "\(scores)"), ("broken", "\(broken)"), ("notes", "\(notes)"),
            ("hours", "\((seconds / 360).rounded() / 10)"), ("groups of duplicates", "\(duplicateGroups)"),
            ("copies", "\(copies)"),
        ]
    }
}
