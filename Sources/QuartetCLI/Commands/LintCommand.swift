public import ArgumentParser
public import Counterpoint
import Foundation
import MusicXML
import ScoreModel

extension Profile: ExpressibleByArgument {}

/// `quartet lint`.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Find what breaks the rules of counterpoint.")

    @Argument(help: ArgumentHelp("The scores, or folders with scores; - is standard input.", valueName: "in"))
    var inputs: [String]

    @Option(help: ArgumentHelp("strict, chorale, bach or strings.", valueName: "profile"))
    var profile = Profile.chorale

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        let linter = Linter(Settings(profile))
        for file in InputFile.find(inputs) {
            let input = ScoreInput(path: file.path, limits: limits.limits, messages: messages)
            let score = try input.readScore(console)
            for f in linter.findings(in: score) {
                console.write(
                    Array(
                        "\(file.path)\t\(f.rule)\t\(f.severity)\t\(f.place.measure)\t\(f.place.beat)\t\(f.at)\t\(f.labels)\t\(f.boundary?.rawValue ?? "-")\t\(f.message)\n"
                            .utf8))
            }
        }
    }
}
