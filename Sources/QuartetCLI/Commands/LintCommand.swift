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

    @Option var format = "text"

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
            let judgement = Judgement(file: file.path, score: score, linter: linter)
            guard let report = ReportList.report(format, isColoured: false, showsInfo: true, version: "0.1.0") else { continue }
            let body = report.body(of: judgement, isOnly: inputs.count == 1)
            console.write(Array((inputs.count == 1 ? report.document(of: [body], totals: Totals()) : body).utf8))
        }
    }
}
