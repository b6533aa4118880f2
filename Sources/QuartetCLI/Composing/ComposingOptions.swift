import ArgumentParser
import Counterpoint
import Foundation
import Harmonizer
import ScoreModel

/// How a setting is composed, whatever it is composed around.
struct ComposingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The model: chorale, quartet, or a weights file of quartet train; chorale if not given.", valueName: "name")
    )
    var model = "chorale"

    @Option(help: ArgumentHelp("How many settings to compose; the best is written.", valueName: "n"))
    var candidates = 4

    @Option(
        help: ArgumentHelp(
            "Write nothing that has more errors than these; exit status 1 if there is none.", valueName: "n"))
    var maxErrors: Int?

    @Option(
        help: ArgumentHelp(
            "Who performs: choir or strings, which sets the names, clefs, sounds and ranges of all four parts, and the style to judge by; "
                + "if not given, whose music the model knows.", valueName: "ensemble"))
    var instrumentation: Ensemble?

    @Option(
        help: ArgumentHelp(
            "The style to judge by: strict, chorale, bach or strings; chorale for a choir, strings for strings if not given.",
            valueName: "profile"))
    var profile: Profile?

    @Option(help: ArgumentHelp("What random choices follow from: the same seed gives the same music.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Triads and seventh chords: from -1, few, to 1, nothing else.", valueName: "-1...1"))
    var consonance: Float = 0

    @Option(parsing: .unconditional, help: ArgumentHelp("Notes: from -1, few, to 1, many.", valueName: "-1...1"))
    var busyness: Float = 0

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("From -1, what is usual, to 1, what is seldom done.", valueName: "-1...1"))
    var adventure: Float = 0

    @Option(
        help: ArgumentHelp(
            "How notes are drawn: particles; or, for comparison and without rules, gibbs as DeepBach does, or blocked as Coconet does.",
            valueName: "sampler"))
    var sampler = SamplerChoice.particles

    @Option(
        help: ArgumentHelp(
            "Draw more or less freely than usual: factor of all temperatures.", valueName: "factor"))
    var temperature: Float = 1

    @Option(
        help: ArgumentHelp("How often to go through the whole piece again, block by block.", valueName: "n"))
    var steps = 0

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "From where to where a voice may be led, as alto=G3-D5; what the performers like to be asked for if not given.",
            valueName: "voice=low-high"))
    var range: [VoiceRangeWish] = []

    @Option(
        help: ArgumentHelp(
            "Write a report card: JSON, or a page with pictures if the name ends in .html.", valueName: "file"))
    var report: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many settings to compose at a time; as many as there are processors if not given.",
            valueName: "n"))
    var jobs: Int?

    func validate() throws {
        for (name, value) in [("consonance", consonance), ("busyness", busyness), ("adventure", adventure)] {
            guard (-1...1).contains(value) else { throw ValidationError("--\(name) goes from -1 to 1.") }
        }
        guard (0.2...3).contains(temperature) else { throw ValidationError("--temperature goes from 0.2 to 3.") }
        guard (1...1000).contains(candidates) else { throw ValidationError("--candidates goes from 1 to 1000.") }
        guard (0...100).contains(steps) else { throw ValidationError("--steps goes from 0 to 100.") }
        guard maxErrors ?? 0 >= 0 else { throw ValidationError("--max-errors must not be below zero.") }
        guard jobs ?? 1 > 0 else { throw ValidationError("--jobs must be above zero.") }
    }

    /// How notes are drawn.
    func settings(_ ensemble: Ensemble) -> SamplingSettings {
        var taste = Taste()
        (taste.consonance, taste.busyness, taste.adventure) = (consonance, busyness, adventure)
        var settings = SamplingSettings(taste, for: ensemble)
        settings.tempering.pitch *= temperature
        settings.tempering.rhythm *= temperature
        return settings
    }

    /// From where to where voices are led.
    ///
    /// - Parameter ensemble: Whose music the model knows.
    func compass(_ ensemble: Ensemble) -> Compass {
        var compass = ensemble.compass
        if let instrumentation { compass = compass.within(instrumentation.compass) }
        for wish in range { compass[wish.role] = wish.keys }
        return compass
    }

    /// How many settings are composed at a time.
    var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    /// The model.
    ///
    /// - Throws: `ExitStatus.unreadable`, when the reason has been printed.
    func readModel(_ console: Console) throws -> NamedModel {
        do {
            return try NamedModel(model, console)
        } catch let error as FileError {
            console.error("\(model): \(error.diagnostic.message)")
            throw ExitStatus.unreadable
        }
    }
}

/// A model with what tells it from others.
struct NamedModel: Sendable {
    let name: String
    let model: Model
    /// A hash of its file, as hexadecimal digits.
    let checksum: String

    /// - Throws: `FileError`.
    init(_ name: String, _ console: Console) throws {
        let bytes = try ModelFile(name).bytes(console)
        (self.name, model) = (name, try ModelFile.model(bytes))
        var hash = StableHash()
        for byte in bytes { hash.add(byte) }
        checksum = hash.digits
    }
}
