import ArgumentParser
import Counterpoint
import Foundation
import Harmonizer
import ScoreModel

/// `quartet calibrate`.
struct CalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Let a model compose as often what its composer did as he did.",
        usage: "quartet calibrate MODEL CORPUS... -o MODEL [options]",
        discussion: """
            Composes around the top voices of the training part, compares intervals, chords on beats and chords under fermatas with those \
            of the part, and gives the model what they have to gain; again and again. Docs/Training.md explains it.
            Exit status: 0 done; 2 wrong usage; 3 the model or the corpus could not be read, or the model not written.
            """)

    @Argument(help: ArgumentHelp("A weights file, or the name of a model that comes with Quartet.", valueName: "model"))
    var model: String

    @Argument(help: ArgumentHelp("Scores, folders with scores, or a data set.", valueName: "corpus"))
    var inputs: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The weights file to write.", valueName: "model"))
    var output: String

    @OptionGroup(title: "Corpus")
    var corpus: CorpusOptions

    @Option(help: ArgumentHelp("How often to compose and compare.", valueName: "n"))
    var rounds = 10

    @Option(help: ArgumentHelp("How many pieces to compose in a round.", valueName: "n"))
    var share = 96

    @Option(help: ArgumentHelp("What random choices follow from.", valueName: "n"))
    var seed: UInt64 = 1

    @Flag(help: "Write weights with 32 bits instead of 16.")
    var full = false

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func validate() throws {
        guard rounds > 0, share > 0 else { throw ValidationError("--rounds and --share must be above zero.") }
    }

    func run() async throws {
        let console = Console.current
        let model = try ModelFile.read(self.model, console)
        let ensemble = model.network.vocabulary.ensemble
        let reading = try await corpus.read(
            inputs, for: ensemble, limits: limits.limits, messages: messages, console)
        messages.summary(reading.summary, to: console)
        let pieces = reading.dataset[.train].filter { $0.ticks > 0 }
        guard !pieces.isEmpty else {
            console.error("there is nothing to compare with: no piece of the training part has four voices")
            throw ExitStatus.unreadable
        }
        var calibration = Calibration(
            model, pieces, linter: Linter(Settings(ensemble.profile)), rounds: rounds,
            share: share, seed: seed)
        messages.summary("divergence from the corpus, times 1000:", to: console)
        while !calibration.isDone {
            let divergences = calibration.advance()
            messages.summary(
                "round \(calibration.round) of \(rounds): \(Self.text(of: divergences, ensemble))", to: console)
        }
        try OutputFile(path: output).deliver(calibration.model.safetensors(half: !full).bytes, console: console)
    }

    /// The features that an ensemble's idiom moves.
    private static func told(_ ensemble: Ensemble) -> [StyleFeature] {
        let intervals: [StyleFeature] = [.altoIntervals, .tenorIntervals, .bassIntervals]
        return ensemble == .choir ? intervals + [.chordShapes, .cadenceChords] : intervals
    }

    private static func text(of divergences: [StyleFeature: Double], _ ensemble: Ensemble) -> String {
        told(ensemble).compactMap { feature in
            divergences[feature].map { "\(feature.title(ensemble)) \(String(format: "%.1f", 1000 * $0))" }
        }.joined(separator: ", ")
    }
}
