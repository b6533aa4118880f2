public import ArgumentParser
public import Corpus
import ScoreModel

extension CorpusSplit.Bond: ExpressibleByArgument {}

/// `quartet corpus split`.
struct SplitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Divide the scores of an index into train, valid and test.",
        discussion: """
            What belongs together stays together: duplicates always, and settings of one tune, or what is of one work. The same seed \
            gives the same split, whatever the order of files. The split is written into the index, where train and \
            evaluate find it, and printed as a table for --split.
            Exit status: 0 done; 2 wrong usage; 3 the index could not be read or written.
            """)

    @Argument(help: ArgumentHelp("The index.", valueName: "index"))
    var index: String

    @Option(help: ArgumentHelp("What stays together: duplicates, tune or work.", valueName: "bond"))
    var by = CorpusSplit.Bond.tune

    @Option(help: ArgumentHelp("The percentages of train, valid and test.", valueName: "n,n,n"))
    var parts = "80,10,10"

    @Option(help: ArgumentHelp("What all chance follows from.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The table to write; standard output if not given.", valueName: "file"))
    var output: String?

    func validate() throws { _ = try split() }

    private func split() throws -> CorpusSplit {
        let numbers = parts.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, let train = numbers[0], let valid = numbers[1], let test = numbers[2],
            let split = CorpusSplit(train: train, valid: valid, test: test, seed: seed, bond: by)
        else { throw ValidationError("--parts takes three percentages that are 100 together, such as 80,10,10.") }
        return split
    }

    func run() async throws {
        let console = Console.current
        let file = IndexFile(path: index)
        let split = try split()
        let assigned = try file.attempt(console) { () throws(CorpusIndexError) in
            let index = try CorpusIndex.writing(file.path, mayBeNew: false)
            guard try index.isComplete() else { throw .unfinished }
            return try index.assign(split)
        }
        let rows = assigned.map { csvLine([$0.path, $0.part.rawValue]) }
        try OutputFile(path: output ?? "-").deliver(
            Array((csvLine(["file", "split"]) + rows.joined()).utf8), console: console)
    }
}
