public import ArgumentParser
import Foundation
public import Harmonizer
import ScoreModel

/// `quartet evaluate`.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well a model foretells scores.",
        usage: "quartet evaluate MODEL CORPUS... [options]",
        discussion: """
            Accuracy is the share of cells whose most probable token is the right one, everything else known; at onsets, where a \
            note or silence begins; and at onsets when it is told that something begins. Nats are what the truth cost: a token, \
            everything else known; a tick of all voices in the order of time, or given other ticks at random; a tick of the lower \
            voices given the top one. Docs/Training.md explains them.
            """)

    @Argument(help: ArgumentHelp("A weights file, or the name of a model that comes with Quartet.", valueName: "model"))
    var model: String

    @Argument(help: ArgumentHelp("Scores, folders with scores, corpus indices, or a data set.", valueName: "corpus"))
    var inputs: [String]

    @OptionGroup(title: "Corpus")
    var corpus: CorpusOptions

    @Option(
        name: .customLong("part"), parsing: .singleValue,
        help: ArgumentHelp(
            "The part to judge by: train, valid, test or all; may be given again. Test if not given.", valueName: "part"
        ))
    var parts: [EvaluatedPart] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "What the model is not told: nothing, fermatas, key or both; may be given again.", valueName: "what"))
    var withhold: [Withholding] = []

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Read scores as an ensemble's models do, choir or strings, to compare models of both on the same notes; as the model does if not given.",
            valueName: "ensemble"))
    var ensemble: Ensemble?

    @OptionGroup(title: "Samples")
    var sampling: SampleOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = EvaluationFormat.text

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; standard output if not given.", valueName: "file"))
    var output: String?

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        let model = try ModelFile.read(self.model, console)
        let reading = try await corpus.read(
            inputs, for: ensemble ?? model.network.vocabulary.ensemble, limits: limits.limits, messages: messages,
            console)
        messages.summary(reading.summary, to: console)
        var text = ""
        for part in parts.isEmpty ? [.test] : parts {
            let pieces = part.pieces(of: reading.dataset)
            guard !pieces.isEmpty else {
                console.error("there is nothing to judge by: the part \(part.rawValue) is empty")
                throw ExitStatus.unreadable
            }
            if sampling.samples {
                guard !reading.dataset[.train].isEmpty else {
                    console.error("there is nothing to compare with: the part train is empty")
                    throw ExitStatus.unreadable
                }
                let reports = sampling.reports(
                    model, pieces, training: reading.dataset[.train], part.rawValue)
                switch format {
                case .text: text += StyleReport.table(reports, model.network.vocabulary.ensemble)
                case .json: text += try reports.map { try jsonText($0) + "\n" }.joined()
                }
                continue
            }
            for withheld in withhold.isEmpty ? [.nothing] : withhold {
                let vocabulary = model.network.vocabulary
                let pieces = pieces.map { $0.vocabulary == vocabulary ? $0 : $0.inTokens(of: vocabulary) }
                let metrics = model.network.metrics(of: pieces, parameters: model.parameters, withholding: withheld)
                let report = EvaluationReport(
                    model: self.model, part: part.rawValue, withheld: withheld.rawValue, pieces: pieces.count, metrics,
                    model.network.vocabulary.ensemble)
                switch format {
                case .text: text += report.text
                case .json: text += try jsonText(report) + "\n"
                }
            }
        }
        try OutputFile(path: output ?? "-").deliver(Array(text.utf8), console: console)
        if reading.skipped > 0 { throw ExitStatus.unreadable }
    }
}

/// A part of a corpus that a model is judged by.
enum EvaluatedPart: String, CaseIterable, ExpressibleByArgument {
    case train, valid, test, all

    /// Its pieces.
    func pieces(of dataset: Dataset) -> [Piece] {
        switch self {
        case .train: dataset[.train]
        case .valid: dataset[.valid]
        case .test: dataset[.test]
        case .all: Dataset.Part.allCases.flatMap { dataset[$0] }
        }
    }
}

/// How an evaluation is told.
enum EvaluationFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

extension Withholding: ExpressibleByArgument {}
