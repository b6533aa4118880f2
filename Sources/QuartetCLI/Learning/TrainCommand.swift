public import ArgumentParser
import Foundation
public import Harmonizer
import ScoreModel

/// `quartet train`.
struct TrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train a network on scores for four voices.",
        usage: """
            quartet train CORPUS... -o MODEL [options]
            quartet train CORPUS... --export DATASET [options]
            """,
        discussion: """
            The corpus is scores, folders of scores and corpus indices, MusicXML, MXL or MIDI, or a data set that --export wrote. Files that have \
            no four voices are named and skipped.
            A checkpoint beside the model is written again and again. When the command is broken off, give it once more: it goes \
            on from there, and the model is the same as if nothing had happened.
            Exit status: 0 trained; 2 wrong usage or wrong settings; 3 the corpus could not be read, or the model not written.
            """)

    @Argument(help: ArgumentHelp("Scores, folders with scores, corpus indices, or a data set.", valueName: "corpus"))
    var inputs: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The weights file to write.", valueName: "model"))
    var output: String?

    @Option(
        help: ArgumentHelp("Write the data set to this file, for Tools/torch, and train nothing.", valueName: "file"))
    var export: String?

    @Option(
        help: ArgumentHelp(
            "What performs the scores: choir for four voices on sixteenths, strings for a string quartet with finer ticks.",
            valueName: "ensemble"))
    var ensemble = Ensemble.choir

    @OptionGroup(title: "Corpus")
    var corpus: CorpusOptions

    @Option(
        help: ArgumentHelp(
            "Sizes of the network and settings of the training, as YAML; see Docs/Training.md.", valueName: "file.yml"))
    var settings: String?

    @Option(help: ArgumentHelp("Where all chance comes from; stronger than the settings.", valueName: "n"))
    var seed: UInt64?

    @Option(help: ArgumentHelp("How often the training part is seen; stronger than the settings.", valueName: "n"))
    var passes: Double?

    @Option(help: ArgumentHelp("Draw the learning curve in this file, as SVG.", valueName: "file.svg"))
    var curve: String?

    @Option(help: ArgumentHelp("Write the checkpoint when this many seconds have gone by.", valueName: "n"))
    var checkpointSeconds = 60.0

    @Flag(help: "Begin anew, whatever checkpoint there is.")
    var restart = false

    @Flag(help: "Write weights with 32 bits instead of 16.")
    var full = false

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func validate() throws {
        guard (output == nil) != (export == nil) else {
            throw ValidationError("Give --output for a model or --export for a data set, one of them.")
        }
        guard passes ?? 1 > 0 else { throw ValidationError("--passes must be above zero.") }
    }

    func run() async throws {
        let console = Console.current
        let settings = try settings(console)
        let reading = try await corpus.read(inputs, for: ensemble, limits: limits.limits, messages: messages, console)
        messages.summary(reading.summary, to: console)
        if let export {
            try OutputFile(path: export).deliver(reading.dataset.safetensors.bytes, console: console)
            return
        }
        guard let output else { return }
        guard reading.dataset[.train].contains(where: { $0.ticks > 0 }) else {
            console.error("there is nothing to learn from: no piece of the training part has four voices")
            throw ExitStatus.unreadable
        }
        if reading.dataset[.valid].isEmpty {
            messages.summary(
                "nothing is held out: the best snapshot is chosen by pieces that were learned from", to: console)
        }
        let path = output + ".checkpoint"
        let network = Network(settings.shape, vocabulary: reading.dataset.vocabulary ?? Vocabulary(ensemble))
        var (training, seconds) = try resume(path, network, reading.dataset, settings.training, console)
        let start = ContinuousClock.now
        var saved = start
        let (firstStep, before) = (training.learner.step, seconds)
        while !training.isDone {
            let look = training.advance()
            let now = ContinuousClock.now
            seconds = before + start.duration(to: now).seconds
            let progress = TrainingProgress(training, since: firstStep, seconds: seconds - before)
            console.status?(messages.quiet ? "" : "\r\(progress.line)\u{1B}[K")
            if let look {
                messages.summary((console.status == nil ? "" : "\r\u{1B}[K") + progress.text(of: look), to: console)
                try draw(training.looks, console)
            }
            if saved.duration(to: now).seconds >= checkpointSeconds {
                try save(training, seconds, in: path, console)
                saved = now
            }
        }
        if training.isStoppedEarly {
            messages.summary("stopped: \(settings.training.patience) looks without progress", to: console)
        }
        let name = inputs.map { ($0 as NSString).lastPathComponent }.joined(separator: ", ")
        let model = training.model(corpus: name, seconds: seconds)
        try OutputFile(path: output).deliver(model.safetensors(half: !full).bytes, console: console)
        try? FileManager.default.removeItem(atPath: path)
        if let best = training.bestLook {
            messages.summary("\(output): \(TrainingProgress.text(ofBest: best, seconds: seconds))", to: console)
        }
    }

    private func settings(_ console: Console) throws -> LearningSettings {
        var known = LearningSettings()
        if let settings {
            do {
                known = try LearningSettings(
                    InputFile(path: settings, relativePath: settings).read(limit: 1 << 20, console: console))
            } catch let error as ConfigurationError {
                console.error("\(settings):\(error)")
                throw ExitStatus.wrongUsage
            } catch let error as FileError {
                console.error("\(settings): \(error.diagnostic.message)")
                throw ExitStatus.wrongUsage
            }
        }
        known.training.seed = seed ?? known.training.seed
        known.training.passes = passes ?? known.training.passes
        return known
    }

    /// The training where its checkpoint left it, or at the beginning, and the seconds that went into it so far.
    private func resume(
        _ path: String, _ network: Network, _ dataset: Dataset, _ settings: TrainingSettings, _ console: Console
    ) throws -> (Training, Double) {
        guard !restart, FileManager.default.fileExists(atPath: path) else {
            return (Training(network, dataset, settings), 0)
        }
        do {
            let bytes = try InputFile(path: path, relativePath: path).read(limit: 1 << 32, console: console)
            let file = try Safetensors(bytes: bytes)
            let training = try Training(resuming: file, network, dataset, settings)
            messages.summary("going on from \(path), after \(training.learner.step) steps", to: console)
            return (training, file.metadata["seconds"].flatMap(Double.init) ?? 0)
        } catch {
            let reason = (error as? FileError)?.diagnostic.message ?? "\(error)"
            console.error("\(path) cannot be gone on from: \(reason); --restart begins anew")
            throw ExitStatus.unreadable
        }
    }

    private func save(_ training: Training, _ seconds: Double, in path: String, _ console: Console) throws {
        var file = training.checkpoint
        file.metadata["seconds"] = "\(seconds)"
        try OutputFile(path: path).deliver(file.bytes, console: console)
    }

    private func draw(_ looks: [Look], _ console: Console) throws {
        guard let curve else { return }
        try OutputFile(path: curve).deliver(Array(LearningCurve(looks).svg.utf8), console: console)
    }
}

extension Ensemble: ExpressibleByArgument {}
