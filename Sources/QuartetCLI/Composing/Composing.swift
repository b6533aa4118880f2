import ArgumentParser
import Counterpoint
import Foundation
import Harmonizer
import ScoreModel

/// Composes around a theme, as a command was asked to.
struct Composing {
    let theme: Theme
    /// The measures that are composed; all when nil.
    var measures: Range<Int>?
    /// For each tick and voice the pitch classes that may begin; all when nil.
    var pitchClasses: [UInt16]?
    /// What notes gain, in nats, by being what the score has.
    var faithfulness: Float = 0
    let options: ComposingOptions
    let messages: MessageOptions

    /// How often more candidates are made where all copied too much.
    private static let patience = 3

    /// Makes candidates.
    ///
    /// - Returns: All that were made, in the order in which they were, and those that may be shown, the best first.
    func candidates(_ maker: CandidateMaker, _ console: Console) async -> (all: [Candidate], ranked: [Candidate]) {
        let seed = options.seed
        var all: [Candidate] = []
        for round in 0..<Self.patience {
            let numbers = Array((round * options.candidates)..<((round + 1) * options.candidates))
            let bar = ProgressBar(total: numbers.count, draw: messages.quiet ? nil : console.status)
            all += await batch(numbers, jobs: options.workers) { number in
                defer { bar.step() }
                return maker.candidate(number, seed: seed)
            }
            let ranked = CandidateMaker.ranked(all)
            if !ranked.isEmpty { return (all, ranked) }
        }
        return (all, [])
    }

    /// Composes, and writes what is best, and a report card if one is wanted.
    ///
    /// - Throws: `ExitStatus`, when the reason has been printed.
    func run(_ model: NamedModel, to output: String, _ console: Console) async throws {
        let ensemble = model.model.network.vocabulary.ensemble
        let performers = options.instrumentation ?? ensemble
        let settings = options.settings(ensemble)
        let task = CompositionTask(
            theme, measures: measures, compass: options.compass(ensemble), pitchClasses: pitchClasses,
            faithfulness: faithfulness)
        let linter = Linter(Settings(options.profile ?? performers.profile))
        var maker = CandidateMaker(Sampler(model.model), task, settings, linter: linter, for: performers)
        maker.sweeps = options.steps
        if let compose = options.sampler.composing(with: model.model) {
            maker.draws = { seed in compose(task, seed) }
        }
        let (all, ranked) = await candidates(maker, console)
        let chosen = try chosen(of: ranked, among: all.count, console)
        var score = theme.setting(chosen.grid, measures: measures).score
        // Whoever the theme is by did not write this.
        score.credits.creators.append(
            Credits.Creator(role: theme.kept.isEmpty ? "composer" : "arranger", name: "Quartet"))
        let judgement = Judgement(file: output, score: theme.voicesAlone(in: score), linter: linter)
        do {
            let file = try ComposedFile(score, as: FileFormat(fileName: output) ?? .musicxml)
            messages.print(file.diagnostics, about: output, to: console)
            let card = ReportCard(
                chosen, among: all, of: task, theme, measures: measures, judgement, provenance(model, settings))
            if let report = options.report {
                let isPage = report.lowercased().hasSuffix(".html")
                try OutputFile(path: report).write(
                    Array((isPage ? card.page(judgement) : card.json).utf8), console: console)
            }
            if output != "-" { try OutputFile(path: output).makeFolder() }
            try OutputFile(path: output).write(file.bytes, console: console)
            messages.summary(card.text, to: console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
    }

    /// The best that has few enough errors.
    ///
    /// - Throws: `ExitStatus.findings`, when the reason has been printed.
    private func chosen(of ranked: [Candidate], among count: Int, _ console: Console) throws -> Candidate {
        guard let best = ranked.first else {
            console.error(
                "all \(count) candidates copy more than pieces by different hands have in common; try another --seed")
            throw ExitStatus.findings
        }
        guard let most = options.maxErrors else { return best }
        guard let chosen = ranked.first(where: { $0.errors <= most }) else {
            let least = ranked.map(\.errors).min() ?? 0
            console.error("no candidate has \(most) errors or fewer: the best of \(count) has \(least)")
            throw ExitStatus.findings
        }
        return chosen
    }

    private func provenance(_ model: NamedModel, _ settings: SamplingSettings) -> Provenance {
        Provenance(
            version: QuartetCommand.configuration.version,
            model: Provenance.Source(model.model, name: model.name, checksum: model.checksum), seed: options.seed,
            sampler: options.sampler.rawValue, settings: settings, sweeps: options.steps,
            repairs: options.sampler == .particles)
    }
}
