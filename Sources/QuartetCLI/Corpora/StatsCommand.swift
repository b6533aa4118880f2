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
        var text = "\(file)\n" + facts.map { row($0.name, $0.value) + "\n" }.joined()
        text += table("Kinds of files", kinds.map { ($0.kind, $0.files) })
        for distribution in distributions where !distribution.entries.isEmpty {
            let others = distribution.others > 0 ? [("others", distribution.others)] : []
            text += table(distribution.title, distribution.entries.map { ($0.name, $0.count) } + others)
        }
        return text
    }

    private func table(_ title: String, _ rows: [(String, Int)]) -> String {
        let width = rows.map(\.0.count).max() ?? 0
        let digits = rows.map { "\($0.1)".count }.max() ?? 0
        let lines = rows.map { name, count in
            "  " + pad(name, to: width) + "  " + String(repeating: " ", count: digits - "\(count)".count) + "\(count)\n"
        }
        return "\n\(title)\n" + lines.joined()
    }

    /// What there is in all, name by name.
    var facts: [(name: String, value: String)] {
        [
            ("files", "\(files)"), ("scores", "\(scores)"), ("broken", "\(broken)"), ("notes", "\(notes)"),
            ("hours", "\((seconds / 360).rounded() / 10)"), ("groups", "\(duplicateGroups) of duplicates"),
            ("needless", "\(copies) beside others"),
        ]
    }
}
