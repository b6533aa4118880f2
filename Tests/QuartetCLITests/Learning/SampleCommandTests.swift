import Counterpoint
import Foundation
import TestSupport
import Testing

@testable import Harmonizer
@testable import QuartetCLI

/// What is told of what a model composes, and how it is calibrated; with a model that has learned nothing, and two pieces of two measures.
struct SampleCommandTests {
    private let folder: TemporaryFolder
    private let pieces: [String]

    init() throws {
        folder = try TemporaryFolder()
        let first = try folder.write(
            try ShorthandFile("S C5 D5 E5 D5 | C5*4\nA G4 G4 G4 G4 | G4*4\nT E4 D4 C4 B3 | E4*4\nB C3 B2 C3 G2 | C3*4")
                .xml,
            to: "first.musicxml")
        let second = try folder.write(
            try ShorthandFile(
                "S G4 A4 B4 A4 | G4*4\nA D4 D4 D4 D4 | D4*4\nT B3 A3 G3 F#3 | B3*4\nB G2 F#2 G2 D3 | G2*4"
            ).xml,
            to: "second.musicxml")
        pieces = [first, second]
        try folder.write("file,split\nfirst.musicxml,train\nsecond.musicxml,test\n", to: "split.csv")
        try Data(SmallModel.model.safetensors().bytes).write(to: URL(fileURLWithPath: folder.file("small.safetensors")))
    }

    private func run(_ command: String, _ options: [String]) async -> Run {
        await Run(
            [command, folder.file("small.safetensors")] + pieces + ["--split", folder.file("split.csv")] + options)
    }

    @Test func `what is composed stands beside the pieces, with a part left out and another sampler`() async throws {
        let options = ["--samples", "--without", "idiom", "--beside", "blocked", "--candidates", "1"]
        let table = await run("evaluate", options)
        #expect(table.status == 0, "\(table.errors)")
        let rows = table.output.split(separator: "\n")
        let columns = rows.first.map {
            $0.split(separator: "  ", omittingEmptySubsequences: true).map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(columns == ["test", "model", "no idiom", "blocked"])
        let ticks = rows.first { $0.hasPrefix("ticks") }.map { $0.split(separator: " ").dropFirst().map(String.init) }
        #expect(ticks == ["32", "32", "32", "32"])
        let soprano = rows.first { $0.hasPrefix("divergence × 1000: intervals of the soprano") }
        let values = Set(soprano?.split(separator: " ").suffix(4) ?? [])
        #expect(values.count == 1, "the soprano is kept")
        let json = await run("evaluate", options + ["--format", "json"])
        #expect(json.output.split(separator: "\n").count == 4)
    }

    @Test func `nothing is compared with nothing`() async throws {
        try folder.write("file,split\nsecond.musicxml,test\n", to: "split.csv")
        let samples = await run("evaluate", ["--samples"])
        #expect(samples.status == 3 && samples.errors.contains("there is nothing to compare with"))
        let calibration = await run("calibrate", ["-o", folder.file("out.safetensors")])
        #expect(calibration.status == 3 && calibration.errors.contains("there is nothing to compare with"))
        #expect(!folder.contents.contains("out.safetensors"))
    }

    @Test(arguments: [["--candidates", "0"], ["--beside", "particles"], ["--without", "sense"]])
    func `wrong wishes are refused`(options: [String]) async {
        let run = await run("evaluate", ["--samples"] + options)
        #expect(run.status == 2)
    }

    @Test func `a model is calibrated`() async throws {
        let output = folder.file("out.safetensors")
        let calibration = await run("calibrate", ["-o", output, "--rounds", "2"])
        #expect(calibration.status == 0, "\(calibration.errors)")
        #expect(calibration.errors.contains("round 2 of 2: intervals of the alto "))
        let model = try Model(Safetensors(bytes: Array(Data(contentsOf: URL(fileURLWithPath: output)))))
        let (hasIdiom, isSame) = (model.idiom != Idiom(), model.network.shape == SmallModel.network.shape)
        #expect(hasIdiom && isSame)
        let none = await run("calibrate", ["-o", output, "--rounds", "0"])
        #expect(none.status == 2)
    }
}
