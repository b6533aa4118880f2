import ArgumentParser
import Foundation
import Harmonizer
import MusicXML
import ScoreModel

/// What a network is trained on, or judged by.
struct CorpusOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A table of comma-separated values that says of each file whether it is for train, valid or test; without it, "
                + "a corpus index decides, or names.", valueName: "file.csv"))
    var split: String?

    @Option(help: ArgumentHelp("The column of the table that says so.", valueName: "name"))
    var splitColumn = "split"

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many files to read at a time; as many as there are processors if not given.", valueName: "n"))
    var jobs: Int?

    func validate() throws {
        guard jobs ?? 1 > 0 else { throw ValidationError("--jobs must be above zero.") }
    }

    /// What came of reading a corpus.
    struct Reading {
        var dataset = Dataset()
        /// The files that are no music, or have no four voices.
        var skipped = 0
        /// The files that the split leaves out.
        var omitted = 0
        /// What grids do not hold, by kind.
        var losses: [String: Int] = [:]
        /// The notes of the scores, and how many of them grids hold as they are.
        var notes = (all: 0, held: 0)
    }

    /// Reads scores, folders of scores, or one data set that `quartet train --export` wrote.
    ///
    /// - Throws: `ExitStatus.unreadable`, when the reason has been printed.
    func read(
        _ inputs: [String], for ensemble: Ensemble, limits: ReadingLimits, messages: MessageOptions, _ console: Console
    ) async throws -> Reading {
        do {
            if inputs.count == 1, inputs[0].hasSuffix(".safetensors") {
                let file = InputFile(path: inputs[0], relativePath: inputs[0])
                let bytes = try file.read(limit: 1 << 32, console: console)
                do { return Reading(dataset: try Dataset(Safetensors(bytes: bytes))) } catch {
                    throw FileError(code: "no-data-set", "\(inputs[0]) is not a data set: \(error)")
                }
            }
            var split = Split.byName
            if let table = self.split {
                let bytes = try InputFile(path: table, relativePath: table).read(limit: 1 << 28, console: console)
                split = try Split(table: bytes, column: splitColumn)
            }
            return await read(try InputFile.find(inputs, console), ensemble, split, limits, messages, console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
    }

    private func read(
        _ files: [InputFile], _ ensemble: Ensemble, _ split: Split, _ limits: ReadingLimits, _ messages: MessageOptions,
        _ console: Console
    ) async -> Reading {
        var reading = Reading()
        let chosen = files.compactMap { file in split.part(of: file).map { (file, $0) } }
        reading.omitted = files.count - chosen.count
        let bar = ProgressBar(total: chosen.count, draw: messages.quiet ? nil : console.status)
        await batch(chosen, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount) { file, part in
            defer { bar.step() }
            return (file, part, Result { try CorpusOptions.piece(file, ensemble, limits, console) })
        } take: { file, part, result in
            switch result {
            case .success(let (piece, losses, notes)):
                reading.dataset[part].append(piece)
                reading.notes.all += notes.all
                reading.notes.held += notes.held
                for loss in losses { reading.losses[loss.kind, default: 0] += loss.count }
            case .failure(let error):
                reading.skipped += 1
                messages.print([FileError.diagnostic(of: error)], about: file.path, to: console)
            }
        }
        return reading
    }

    /// A file as a network reads it, with what its grid does not hold.
    private static func piece(
        _ file: InputFile, _ ensemble: Ensemble, _ limits: ReadingLimits, _ console: Console
    ) throws -> (Piece, [Loss], notes: (all: Int, held: Int)) {
        let bytes = try file.read(limit: limits.bytes, console: console)
        let score = try MusicFile(bytes, limits: limits, isToBeWritten: false).score
        do throws(GridError) {
            let reading = try Grid.Reading(score, vocabulary: Vocabulary(ensemble))
            return (Piece(name: file.relativePath, reading.grid), reading.losses, reading.notes)
        } catch {
            throw FileError(code: error.code.name, error.message)
        }
    }
}

extension CorpusOptions.Reading {
    /// What was read, in a line or two.
    var summary: String {
        let parts = Dataset.Part.allCases.map { "\(dataset[$0].count) \($0)" }.joined(separator: ", ")
        let ticks = Dataset.Part.allCases.reduce(0) { sum, part in dataset[part].reduce(sum) { $0 + $1.ticks } }
        var text = "\(parts): \(ticks) ticks"
        if skipped > 0 { text += "; \(skipped) skipped" }
        if omitted > 0 { text += "; \(omitted) left out by the split" }
        if notes.all > 0 {
            let share = (1000 * Double(notes.held) / Double(notes.all)).rounded(.down) / 10
            text += "\n\(notes.held) of \(notes.all) notes held as they are, \(share) %"
        }
        guard !losses.isEmpty else { return text }
        let kinds = losses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        return text + "\nnot held by the grid: " + kinds.joined(separator: ", ")
    }
}
