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

    /// Makes candidates, the best first.
    ///
    /// - Returns: All that were made, in the order in which they were, and those that may be shown, the best first.
    func candidates(_ sampler: Sampler, _ console: Console) async -> (all: [Candidate], ranked: [Candidate]) {
        let task = CompositionTask(
            theme, measures: measures, compass: options.compass, pitchClasses: pitchClasses,
            faithfulness: faithfulness)
        var maker = CandidateMaker(
            sampler, task, options.settings, linter: Linter(Settings(options.profile)))
        maker.sweeps = options.steps
        MatrixProducts.useCallingThread()
        let (ready, seed) = (maker, options.seed)
        var all: [Candidate] = []
        for round in 0..<Self.patience {
            let numbers = Array((round * options.candidates)..<((round + 1) * options.candidates))
            let bar = ProgressBar(total: numbers.count, draw: messages.quiet ? nil : console.status)
            all += await batch(numbers, jobs: options.workers) { number in
                defer { bar.step() }
                return ready.candidate(number, seed: seed)
            }
            let ranked = CandidateMaker.ranked(all)
            if !ranked.isEmpty { return (all, ranked) }
        }
        return (all, [])
    }

    /// Composes, and writes what is best.
    ///
    /// - Throws: `ExitStatus`, when the reason has been printed.
    func run(_ model: Model, named name: String, to output: String, _ console: Console) async throws {
        let (all, ranked) = await candidates(Sampler(model), console)
        guard let best = ranked.first else {
            console.error(
                "all \(all.count) candidates copy more than Bach's chorales have in common; try another --seed")
            throw ExitStatus.findings
        }
        let chosen = options.maxErrors.map { most in ranked.first { $0.errors <= most } } ?? best
        guard let chosen else {
            console.error(
                "no candidate has \(options.maxErrors ?? 0) errors or fewer; the best of \(all.count) has \(best.errors)"
            )
            throw ExitStatus.findings
        }
        let setting = theme.setting(chosen.grid, measures: measures)
        do {
            let file = try ComposedFile(setting.score, as: FileFormat(fileName: output) ?? .musicxml)
            messages.print(file.diagnostics, about: output, to: console)
            if output != "-" { try OutputFile(path: output).makeFolder() }
            try OutputFile(path: output).write(file.bytes, console: console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
        messages.summary(Self.summary(chosen, of: all.count, output, options.profile), to: console)
    }

    private static func summary(_ candidate: Candidate, of count: Int, _ output: String, _ profile: Profile) -> String {
        func number(_ severity: Severity, _ word: String) -> String {
            let count = candidate.findings.count { $0.severity == severity }
            return "\(count == 0 ? "no" : "\(count)") \(word)\(count == 1 ? "" : "s")"
        }
        return "\(output): \(number(.error, "error")), \(number(.warning, "warning")), \(number(.info, "note"))"
            + " by profile \(profile.rawValue); candidate \(candidate.number + 1) of \(count)"
    }
}
