import ArgumentParser
public import Corpus
import Foundation
import ScoreModel

/// `quartet corpus select`.
struct SelectCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case paths, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "select",
        abstract: "Choose files from an index.",
        usage: """
            quartet corpus select INDEX [options]
            quartet corpus select INDEX -o OTHER [options]
            """,
        discussion: """
            Prints the paths of the scores for which all that is asked for holds, or their rows. With --output it writes an index of \
            them. Without --kind and --where only scores are chosen from; with them all files are.
            Exit status: 0 done, be it that nothing was chosen; 2 wrong usage; 3 the index could not be read, or the other not \
            written.
            """)

    @Argument(help: ArgumentHelp("The index.", valueName: "index"))
    var index: String

    @OptionGroup(title: "What to choose")
    var options: SelectionOptions

    @Option(help: ArgumentHelp("paths, csv or json.", valueName: "format"))
    var format = Format.paths

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write an index of what is chosen to this file.", valueName: "file"))
    var output: String?

    func run() async throws {
        let console = Console.current
        let file = IndexFile(path: index)
        let selection = try options.selection()
        let index = try file.reading(console)
        try file.warnIfIncomplete(index, console)
        if let output {
            try extract(selection, from: file, index, to: output, console)
            return
        }
        let files = try file.attempt(console) { () throws(CorpusIndexError) in try index.files(selection) }
        switch format {
        case .paths: console.write(Array(files.map { file.path(of: $0) + "\n" }.joined().utf8))
        case .csv: try console.write(files, as: .csv)
        case .json: try console.write(files, as: .json)
        }
    }

    private func extract(
        _ selection: Selection, from file: IndexFile, _ index: CorpusIndex, to output: String, _ console: Console
    ) throws {
        guard absolutePath(output) != absolutePath(self.index) else {
            console.error("\(output): an index cannot be written over the one that it is chosen from")
            throw ExitStatus.wrongUsage
        }
        let (home, target) = (folder(of: self.index), folder(of: output))
        // Beside its place and renamed, as all outputs are.
        let beside = (target as NSString).appendingPathComponent(".\(UUID().uuidString).sqlite")
        defer { try? FileManager.default.removeItem(atPath: beside) }
        try file.attempt(console) { () throws(CorpusIndexError) in
            try index.extract(selection, to: beside) { path in
                relativePath(of: (home as NSString).appendingPathComponent(path), from: target)
            }
        }
        guard rename(beside, output) == 0 else {
            console.error("\(output) cannot be written: \(String(cString: strerror(errno)))")
            throw ExitStatus.unreadable
        }
    }
}

extension IndexFile {
    /// Says that an index is not finished.
    func warnIfIncomplete(_ index: CorpusIndex, _ console: Console) throws {
        guard try !attempt(console, { () throws(CorpusIndexError) in try index.isComplete() }) else { return }
        console.error("\(path): this index is not finished: quartet corpus index goes on with it")
    }
}

extension IndexedFile: TableRow {
    /// As a table has them.
    public var fields: [String] { values.map(\.text) }
}
