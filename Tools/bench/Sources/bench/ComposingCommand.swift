import ArgumentParser
import Counterpoint
import Foundation
import Harmonizer
import MusicXML

/// `bench composing`: what a setting of a chorale's soprano takes.
struct ComposingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "composing", abstract: "Measures how a model composes around the top voice of a score.",
        discussion: "Tools/bench/composing-peers sets the numbers against DeepBach's sampler.")

    @Argument(help: "A weights file.") var model: String
    @Argument(help: "A score with four voices.") var score: String
    @Option(help: "How often each is measured; the median counts.") var times = 7

    private struct Line: Encodable {
        let ticks: Int
        /// The tokens that are drawn once for each of the settings side by side.
        let tokens: Int
        let secondsToDraw: Double
        let tokensPerSecond: Double
        /// Drawn, judged and mended, in one thread.
        let secondsPerCandidate: Double
        let kernels: String
    }

    func run() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: model)))
        let sampler = Sampler(try Model(Safetensors(bytes: bytes)))
        var grid = try Grid.Reading(MusicXMLDocument(xml: Input(path: score).xml).score().score).grid
        let isFree = grid.tokens.indices.map { $0 % 4 > 0 }
        for cell in grid.tokens.indices where isFree[cell] { grid.tokens[cell] = .hidden }
        let task = CompositionTask(grid, isFree: isFree)
        let settings = SamplingSettings()
        let maker = CandidateMaker(sampler, task, settings, linter: Linter(Settings(.chorale)))
        var (draws, candidates): ([Double], [Double]) = ([], [])
        for seed in 0...times {
            let draw = Cost(of: {
                var composer = Composer(sampler, task, settings, seed: UInt64(seed))
                _ = composer.compose()
            })
            let candidate = Cost(of: { _ = maker.candidate(0, seed: UInt64(seed)) })
            guard seed > 0 else { continue }
            draws.append(draw.wall)
            candidates.append(candidate.wall)
        }
        let tokens = settings.particles * isFree.count { $0 }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let line = Line(
            ticks: grid.ticks.count, tokens: tokens, secondsToDraw: draws.median,
            tokensPerSecond: Double(tokens) / draws.median, secondsPerCandidate: candidates.median,
            kernels: MatrixProducts.kernels)
        print(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
}
