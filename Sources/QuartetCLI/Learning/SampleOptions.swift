public import ArgumentParser
import Counterpoint
public import Harmonizer
import ScoreModel

/// How what a model composes is looked at.
struct SampleOptions: ParsableArguments {
    @Flag(
        help: """
            Compose the lower voices of the part anew, and tell what the result is like beside the part itself; both are compared with the \
            training part.
            """)
    var samples = false

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Compose once more without guidance, idiom, particles, repair or ranking; may be given again.",
            valueName: "what"))
    var without: [SamplingTrial.Part] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Compose once more with the sampler of DeepBach, gibbs, or that of Coconet, blocked; may be given again.",
            valueName: "sampler"))
    var beside: [SamplerChoice] = []

    @Option(help: ArgumentHelp("How many settings of each piece to choose from.", valueName: "n"))
    var candidates = 4

    @Option(help: ArgumentHelp("What random choices follow from.", valueName: "n"))
    var seed: UInt64 = 1

    func validate() throws {
        if beside.contains(.particles) { throw ValidationError("--beside takes gibbs or blocked.") }
        guard (1...1000).contains(candidates) else { throw ValidationError("--candidates goes from 1 to 1000.") }
    }

    /// The part, or the openings of its quartets, and what is composed around their top voices, side by side.
    func reports(_ model: Model, _ pieces: [Piece], training: [Piece], _ name: String) -> [StyleReport] {
        let linter = Linter(Settings(model.network.vocabulary.ensemble.profile))
        let reference = StyleReference(
            training.flatMap(\.excerpts).map { StyleSample(name: $0.name, $0.grid) })
        let pieces = pieces.compactMap(\.excerpts.first)
        let sampler = Sampler(model)
        func report(_ name: String, _ pieces: [Piece]) -> StyleReport {
            let samples = pieces.map { StyleSample(name: $0.name, $0.grid) }
            var report = StyleReport(name, samples, against: reference, linter)
            report.natsGivenTop =
                model.network.metrics(of: pieces, parameters: model.parameters, questions: [.givenTop])
                .natsPerTickGivenTop
            return report
        }
        var reports = [report(name, pieces)]
        for parts: Set<SamplingTrial.Part> in [[]] + without.map({ [$0] }) {
            let trial = SamplingTrial(sampler, linter: linter, candidates: candidates, without: parts)
            let title = parts.first.map { "no \($0.rawValue)" } ?? "model"
            reports.append(report(title, trial.settings(of: pieces, seed: seed)))
        }
        for choice in beside {
            guard let compose = choice.composing(with: model) else { continue }
            reports.append(report(choice.rawValue, SamplingTrial.settings(of: pieces, seed: seed, compose)))
        }
        return reports
    }
}

extension SamplingTrial.Part: ExpressibleByArgument {}
