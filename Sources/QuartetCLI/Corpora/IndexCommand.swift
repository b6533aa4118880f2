import ArgumentParser
import Corpus
import Foundation
import MusicXML
import ScoreModel

/// `quartet corpus index`.
struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Make an index of all files in folders, with what is in their scores and which are duplicates.",
        discussion: """
            The index is an SQLite file; Docs/Corpora.md lists its columns. Every file has a row, whatever it is; a file that cannot \
            be read is a line on standard error. Files that have not changed since the last time are not read again, and a \
            run that was broken off goes on where it was. Hidden files are left out.
            Exit status: 0 all files are in the index; 2 wrong usage; 3 a folder could not be read, or the index not written.
            """)

    @Argument(help: ArgumentHelp("The folders.", valueName: "dir"))
    var folders: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The index to write, or to bring up to date; corpus.sqlite in the first folder if not given.",
            valueName: "file"))
    var output: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many files to read at a time; as many as there are processors if not given.", valueName: "n"))
    var jobs: Int?

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    /// So many files are added at once: few enough to lose little when the run is broken off, and enough that the disk does not set the pace.
    private static let batchSize = 64

    func validate() throws {
        guard !folders.isEmpty else { throw ValidationError("Give a folder.") }
        guard jobs ?? 1 > 0 else { throw ValidationError("--jobs must be above zero.") }
    }

    func run() async throws {
        let console = Console.current
        let path = output ?? (folders[0] as NSString).appendingPathComponent(IndexFile.usualName)
        let file = IndexFile(path: path)
        guard !FileManager.default.fileExists(atPath: path) || file.isIndex || file.isEmpty else {
            console.error("\(path): this is no corpus index, and is not replaced by one")
            throw ExitStatus.wrongUsage
        }
        let listed: [ListedFile]
        do { listed = try ListedFile.all(in: folders, index: path) } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
        let index = try file.attempt(console) { () throws(CorpusIndexError) in
            try CorpusIndex.writing(path, mayBeNew: true)
        }
        let changes = try await update(index, file, listed, console)
        try group(index, file, console)
        let statistics = try file.attempt(console) { () throws(CorpusIndexError) in try index.statistics() }
        console.write(Array(IndexReport(path: path, statistics, changes: changes).text.utf8))
    }

    /// Reads what is new or has changed, and forgets what has gone.
    private func update(
        _ index: CorpusIndex, _ file: IndexFile, _ listed: [ListedFile], _ console: Console
    ) async throws -> IndexReport.Changes {
        let known = try file.attempt(console) { () throws(CorpusIndexError) in try index.stamps() }
        let work = listed.filter { known[$0.path] != $0.stamp }
        let gone = Set(known.keys).subtracting(listed.map(\.path)).sorted()
        try file.attempt(console) { () throws(CorpusIndexError) in try index.remove(gone) }
        let bar = ProgressBar(total: work.count, draw: messages.quiet ? nil : console.status)
        let limits = limits.limits
        for start in stride(from: 0, to: work.count, by: IndexCommand.batchSize) {
            let some = Array(work[start..<min(start + IndexCommand.batchSize, work.count)])
            let entries = await batch(some, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount) { file in
                defer { bar.step() }
                return FileEntry(file, limits: limits, console: console)
            }
            for (file, entry) in zip(some, entries) {
                if case .broken(let diagnostic) = entry.outcome {
                    messages.print([diagnostic], about: file.input.path, to: console)
                }
            }
            try file.attempt(console) { () throws(CorpusIndexError) in try index.add(entries) }
        }
        let new = work.count { known[$0.path] == nil }
        return IndexReport.Changes(new: new, changed: work.count - new, gone: gone.count)
    }

    private func group(_ index: CorpusIndex, _ file: IndexFile, _ console: Console) throws {
        var bar = ProgressBar(total: 0, draw: nil)
        try file.attempt(console) { () throws(CorpusIndexError) in
            try index.findGroups {
                bar = ProgressBar(total: $0, draw: messages.quiet ? nil : console.status)
            } step: {
                bar.step()
            }
        }
    }
}

extension IndexFile {
    /// Whether there is a file without bytes: what a run leaves that was killed before it had written anything.
    fileprivate var isEmpty: Bool {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
        return size == 0
    }
}
