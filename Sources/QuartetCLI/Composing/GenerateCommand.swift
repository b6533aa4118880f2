import ArgumentParser
import Counterpoint
import Foundation
import Harmonizer
import ScoreModel

/// `quartet generate`.
struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Compose a chorale out of nothing but a key, a meter and a length.",
        usage: "quartet generate -o OUT [options]",
        discussion: """
            Exit status: 0 done; 1 no candidate within --max-errors; 2 wrong usage; 3 the output could not be written.
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("The key: G, e, \"Bb major\"; a small letter alone is minor.", valueName: "key"))
    var key = Tonality(TonalPitchClass(fifths: 1), .major)

    @Option(help: ArgumentHelp("The meter, as 3/4; 4/4 if not given.", valueName: "meter"))
    var meter: MeterWish?

    private static let common = Meter(Meter.Component(beats: [4], beatType: 4).map { [$0] } ?? [])

    @Option(help: ArgumentHelp("How many measures there are.", valueName: "n"))
    var measures = 16

    @Option(help: ArgumentHelp("How many measures a phrase has.", valueName: "n"))
    var phrase = 2

    @Option(help: ArgumentHelp("How long the upbeat is, in quarter notes.", valueName: "n"))
    var pickup = 0

    @OptionGroup(title: "Composing")
    var composing: ComposingOptions

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    func validate() throws { try ComposedFile.check(output) }

    func run() async throws {
        let console = Console.current
        let model = try composing.readModel(console)
        let theme: Theme
        do throws(ThemeError) {
            theme = try Theme(
                Theme.Plan(
                    key: key, meter: meter?.meter ?? Self.common, measures: measures, phrase: phrase,
                    pickup: Fraction(pickup)),
                for: model.model.network.vocabulary.ensemble, performers: composing.instrumentation)
        } catch {
            console.error(error.message)
            throw ExitStatus.wrongUsage
        }
        let work = Composing(theme: theme, options: composing, messages: messages)
        try await work.run(model, to: output, console)
    }
}

/// A meter, as the command line says it: `3/4`.
struct MeterWish: ExpressibleByArgument {
    let meter: Meter

    init?(argument: String) {
        let words = argument.split(separator: "/").map { Int($0) }
        guard words.count == 2, let beats = words[0], let type = words[1], (1...32).contains(beats),
            [1, 2, 4, 8, 16].contains(type), let component = Meter.Component(beats: [beats], beatType: type)
        else { return nil }
        meter = Meter([component])
    }
}
