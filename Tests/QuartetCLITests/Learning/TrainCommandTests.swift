import Foundation
import Harmonizer
import TestSupport
import Testing

@testable import QuartetCLI

/// Two chorales that come with Quartet, a network of a few units, and what the commands make of them.
@Suite struct TrainCommandTests {
    private let folder: TemporaryFolder
    private let chorales = [
        "bwv26.6-ach-wie-fluechtig-ach-wie-nichtig.mxl", "bwv434-wer-nur-den-lieben-gott-laesst-walten.mxl",
    ]

    init() throws {
        folder = try TemporaryFolder()
        try write(
            "file,set,note\n\(chorales[0]),train,\"a, b\"\n\(chorales[1]),valid,\n", to: "split.csv")
        try write(
            """
            network: {embedding: 2, interval: 2, context: 2, hidden: 3, head: 3, layers: 1, reach: 5}
            training: {passes: 2, crop-ticks: 16, crops: 2, validation-passes: 1}
            """, to: "small.yml")
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder.file(name), atomically: false, encoding: .utf8)
    }

    private var corpus: [String] { chorales.map { Fixture("Chorales/" + $0).url.path } }

    private var options: [String] {
        ["--split", folder.file("split.csv"), "--split-column", "set", "--settings", folder.file("small.yml")]
    }

    @Test func `a model is trained, and judged`() async throws {
        let model = folder.file("model.safetensors")
        let train = await Run(["train"] + corpus + ["-o", model, "--curve", folder.file("curve.svg")] + options)
        #expect(train.status == 0, "\(train.errors)")
        #expect(train.errors.contains("1 train, 1 valid, 0 test"))
        #expect(train.errors.contains("train / held out:"))
        #expect(folder.contents == ["curve.svg", "model.safetensors", "small.yml", "split.csv"])
        let read = try Model(Safetensors(bytes: Array(Data(contentsOf: URL(fileURLWithPath: model)))))
        #expect(read.network.shape.hidden == 3)
        #expect(read.record?.settings.passes == 2 && read.record?.looks.isEmpty == false)

        let text = await Run(["evaluate", model] + corpus + Array(options[..<4]) + ["--part", "valid"])
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.output.contains("valid: 1 pieces") && text.output.contains("nats a tick:"))
        let json = await Run(
            ["evaluate", model] + corpus + Array(options[..<4])
                + [
                    "--part", "valid", "--part", "train", "--withhold", "nothing", "--withhold", "key", "--format",
                    "json",
                ])
        let lines = json.output.split(separator: "\n")
        #expect(lines.count == 4)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: any Sendable]
            #expect((object?["voices"] as? [any Sendable])?.count == 4)
            let nats = try #require(object?["nats_per_tick_given_top"] as? Double)
            #expect(nats > 0)
        }
    }

    @Test func `a data set is exported, and taken for a corpus`() async throws {
        let (data, models) = (folder.file("data.safetensors"), ["a", "b"].map { folder.file($0 + ".safetensors") })
        let export = await Run(["train"] + corpus + ["--export", data] + options)
        #expect(export.status == 0, "\(export.errors)")
        let fromScores = await Run(["train"] + corpus + ["-o", models[0], "--full"] + options)
        let fromData = await Run(["train", data, "-o", models[1], "--full", "--settings", options[5]])
        #expect(fromScores.status == 0 && fromData.status == 0, "\(fromData.errors)")
        let read = try models.map { try Model(Safetensors(bytes: Array(Data(contentsOf: URL(fileURLWithPath: $0))))) }
        #expect(read[0].parameters == read[1].parameters)
    }

    @Test func `a checkpoint is gone on from, or begun anew`() async throws {
        let model = folder.file("model.safetensors")
        let every = ["--checkpoint-seconds", "0"]
        let checkpoint = model + ".checkpoint"
        // A training that has not ended leaves its checkpoint; here one is made by hand.
        let settings = try LearningSettings(Array(Data(contentsOf: URL(fileURLWithPath: folder.file("small.yml")))))
        _ = await Run(["train"] + corpus + ["--export", folder.file("d.safetensors")] + options)
        let dataset = try Dataset(
            Safetensors(bytes: Array(Data(contentsOf: URL(fileURLWithPath: folder.file("d.safetensors"))))))
        var training = Training(Network(settings.shape, vocabulary: .voices), dataset, settings.training)
        for _ in 0..<5 { training.advance() }
        try Data(training.checkpoint.bytes).write(to: URL(fileURLWithPath: checkpoint))
        let resumed = await Run(
            ["train"] + corpus + ["-o", model, "--full"] + options + every)
        #expect(resumed.status == 0 && resumed.errors.contains("after 5 steps"), "\(resumed.errors)")
        #expect(!FileManager.default.fileExists(atPath: checkpoint))
        let whole = await Run(["train"] + corpus + ["-o", folder.file("whole.safetensors"), "--full"] + options)
        #expect(whole.status == 0)
        let read = try ["model", "whole"].map {
            try Model(
                Safetensors(bytes: Array(Data(contentsOf: URL(fileURLWithPath: folder.file($0 + ".safetensors"))))))
        }
        #expect(read[0].parameters == read[1].parameters)

        try Data(training.checkpoint.bytes).write(to: URL(fileURLWithPath: checkpoint))
        let other = await Run(
            ["train"] + corpus + ["-o", model, "--seed", "5"] + options)
        #expect(other.status == 3 && other.errors.contains("other settings; --restart begins anew"), "\(other.errors)")
        let anew = await Run(
            ["train"] + corpus + ["-o", model, "--seed", "5", "--restart"] + options)
        #expect(anew.status == 0)
    }

    @Test func `wrong usage is told`() async throws {
        try write("training: {passes: many}\n", to: "bad.yml")
        try write("training:\n  learning-rat: 1\n", to: "unknown.yml")
        try write("file,set\n\(chorales[0]),practice\n", to: "bad.csv")
        let model = folder.file("m.safetensors")
        let cases: [([String], Int32, String)] = [
            (["train"] + corpus, 2, "--output"),
            (["train"] + corpus + ["-o", model, "--export", model], 2, "one of them"),
            (
                ["train"] + corpus + ["-o", model, "--settings", folder.file("bad.yml")], 2,
                "bad.yml:1:20: error: training.passes must be a number"
            ),
            (["train"] + corpus + ["-o", model, "--settings", folder.file("unknown.yml")], 2, "learning-rate"),
            (
                ["train"] + corpus + ["-o", model, "--split", folder.file("bad.csv"), "--split-column", "set"], 3,
                "line 2"
            ),
            (
                ["train"] + corpus + ["-o", model, "--split", folder.file("split.csv")], 3,
                "columns \"file\" and \"split\""
            ),
            (["train", folder.file("nothing.mxl"), "-o", model], 3, "nothing to learn from"),
            (["evaluate", "no-such-model"] + corpus, 3, "there is no model \"no-such-model\""),
            (["evaluate", folder.file("split.csv") + ".safetensors"] + corpus, 3, "cannot be read"),
        ]
        for (arguments, status, message) in cases {
            let run = await Run(arguments)
            #expect(run.status == status && run.errors.contains(message), "\(arguments): \(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: model))
    }
}

@Suite struct SplitTests {
    @Test func `names decide when there is no table, and always in the same way`() {
        let files = (0..<1000).map { InputFile(path: "\($0).mxl", relativePath: "\($0).mxl") }
        let parts = files.map { Split.byName.part(of: $0) }
        #expect((700...900).contains(parts.count { $0 == .train }))
        #expect(parts.contains(.valid) && parts.contains(.test))
        #expect(parts == files.map { Split.byName.part(of: $0) })
    }

    @Test func `a table names files by their paths or by their names`() throws {
        let split = try Split(
            table: Array("file,part\r\na/b.mxl,train\r\n\"c, d.mxl\",test\r\ne.mxl,\r\n".utf8), column: "part")
        #expect(split.part(of: InputFile(path: "x/a/b.mxl", relativePath: "a/b.mxl")) == .train)
        #expect(split.part(of: InputFile(path: "x/c, d.mxl", relativePath: "x/c, d.mxl")) == .test)
        #expect(split.part(of: InputFile(path: "e.mxl", relativePath: "e.mxl")) == nil)
    }
}

@Suite struct ProductKernelsTests {
    @Test(
        "Better kernels are asked for where the processor has them",
        arguments: [
            ("Prescott", "flags\t\t: sse avx2 fma avx512f avx512bw avx512dq avx512vl avx512cd", "SkylakeX"),
            ("Prescott", "model name: x\nflags\t: sse fma avx2\n", "Haswell"), ("Prescott", "flags : sse2", nil),
            ("SkylakeX", "flags : avx2 fma", nil), ("Accelerate", "", nil),
        ])
    func better(kernels: String, flags: String, name: String?) {
        #expect(ProductKernels.better(than: kernels, flags: flags) == name)
    }
}

@Suite struct ModelFileTests {
    @Test func `models are found by environment and beside the binary`() throws {
        let folder = try TemporaryFolder()
        let nested = folder.file("Quartet_QuartetCLI.resources/Models")
        try FileManager.default.createDirectory(atPath: nested, withIntermediateDirectories: true)
        let binary = URL(fileURLWithPath: folder.file("quartet"))
        for path in [folder.file("one.safetensors"), nested + "/two.safetensors"] {
            #expect(FileManager.default.createFile(atPath: path, contents: Data()))
        }
        let environment = [ModelFile.variable: folder.path]
        #expect(try ModelFile("one", environment: environment, executable: binary).path.hasSuffix("/one.safetensors"))
        #expect(try ModelFile("two", environment: [:], executable: binary).path.hasSuffix("Models/two.safetensors"))
        #expect(try ModelFile("./one", environment: [:], executable: binary).path == "./one")
        #expect(throws: FileError.self) { try ModelFile("one", environment: [:], executable: binary) }
    }
}
