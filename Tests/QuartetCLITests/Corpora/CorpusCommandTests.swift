import Corpus
import Foundation
import TestSupport
import Testing

@testable import QuartetCLI

/// A folder with two pieces, one of them twice, a broken file and a text, and what the commands make of it.
@Suite struct CorpusCommandTests {
    private let folder: TemporaryFolder
    private var index: String { folder.file("set/corpus.sqlite") }
    private let chorale = Fixture("Chorales/bwv26.6-ach-wie-fluechtig-ach-wie-nichtig.mxl")

    init() async throws {
        folder = try TemporaryFolder()
        let bytes = try chorale.bytes
        for name in ["set/a.mxl", "set/inner/b.mxl"] { try write(bytes, to: name) }
        try folder.write(String(decoding: ShorthandFile().bytes, as: UTF8.self), to: "set/fifths.musicxml")
        try folder.write("<score-partwise>", to: "set/broken.xml")
        try folder.write("hello", to: "set/notes.txt")
        try folder.write("hidden", to: "set/.hidden/file.txt")
        #expect(await Run("convert", folder.file("set/a.mxl"), folder.file("set/inner/c.mid")).status == 0)
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try OutputFile(path: folder.file(name)).makeFolder()
        try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
    }

    private func select(_ arguments: String...) async -> [String] {
        let run = await Run(["corpus", "select", index] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        return run.output.split(separator: "\n").map { String($0).replacing(folder.path + "/", with: "") }
    }

    @Test(arguments: [1, 3]) func `each file is accounted for`(_ jobs: Int) async throws {
        let run = await Run("corpus", "index", folder.file("set"), "--jobs", "\(jobs)")
        #expect(run.status == 0)
        #expect(
            run.output.replacing(folder.path, with: "") == """
                /set/corpus.sqlite: 6 files, 4 scores, 1 broken
                  6 new, 0 changed, 0 gone
                  musicxml  2 files, 1 broken
                  mxl       2 files
                  midi      1 file
                  text      1 file: no score
                  1 group of duplicates: 2 scores of 4 could be left out

                """)
        #expect(run.errors.contains("broken.xml: line 1: error:"))
        #expect(await select() == ["set/a.mxl", "set/fifths.musicxml", "set/inner/b.mxl", "set/inner/c.mid"])
        #expect(await select("--quality", "no-duplicate") == ["set/a.mxl", "set/fifths.musicxml"])
        #expect(await select("--kind", "text", "midi") == ["set/inner/c.mid", "set/notes.txt"])
        #expect(await select("--parts", "2", "--key", "C") == ["set/fifths.musicxml"])
        #expect(await select("--where", "status = 'broken'") == ["set/broken.xml"])

        let again = await Run("corpus", "index", folder.file("set"))
        #expect(again.errors.isEmpty && again.output.contains("0 new, 0 changed, 0 gone"))
        try FileManager.default.removeItem(atPath: folder.file("set/broken.xml"))
        try folder.write("<score-partwise/>", to: "set/notes.txt")
        let changed = await Run("corpus", "index", folder.file("set"))
        #expect(changed.output.contains("0 new, 1 changed, 1 gone"))
    }

    @Test func `tables and pages`() async throws {
        _ = await Run("corpus", "index", folder.file("set"), "--quiet")
        let csv = await Run("corpus", "select", index, "--format", "csv", "--parts", "4").output
        #expect(csv.split(separator: "\n").count == 4 && csv.hasPrefix("path,kind,status,"))
        let json = await Run("corpus", "select", index, "--format", "json").bytes
        let rows = try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]]
        #expect(rows?.count == 4 && rows?.first?["parts"] as? Int == 4)
        let text = await Run("corpus", "stats", index).output
        #expect(text.contains("Meters\n") && text.contains("scores                  4"))
        let page = await Run("corpus", "stats", index, "--format", "html").output
        #expect(page.hasPrefix("<!doctype html>") && page.contains("<svg class=\"chart\"") && !page.contains("<script"))
        let numbers = await Run("corpus", "stats", index, "--format", "json").bytes
        let object = try JSONSerialization.jsonObject(with: Data(numbers)) as? [String: Any]
        #expect(object?["scores"] as? Int == 4)
    }

    @Test func `a selection is an index, wherever it lies`() async throws {
        _ = await Run("corpus", "index", folder.file("set"), "--quiet")
        try FileManager.default.createDirectory(atPath: folder.file("other"), withIntermediateDirectories: true)
        let other = folder.file("other/some.sqlite")
        #expect(await Run("corpus", "select", index, "--kind", "mxl", "-o", other).status == 0)
        let run = await Run("corpus", "select", other)
        #expect(run.output == "\(folder.file("set/a.mxl"))\n\(folder.file("set/inner/b.mxl"))\n")
        #expect(folder.contents.filter { $0.hasPrefix("other/") } == ["other/some.sqlite"])
    }

    @Test func `commands take an index where they take a folder`() async throws {
        _ = await Run("corpus", "index", folder.file("set"), "--quiet")
        _ = await Run("corpus", "select", index, "--kind", "mxl", "midi", "-o", folder.file("four.sqlite"))
        let split = await Run(
            "corpus", "split", folder.file("four.sqlite"), "--parts", "0,100,0", "-o", folder.file("s.csv"))
        #expect(split.status == 0, "\(split.errors)")
        #expect(
            try folder.text("s.csv") == "file,split\nset/a.mxl,valid\nset/inner/b.mxl,valid\nset/inner/c.mid,valid\n")
        let export = await Run(
            "train", folder.file("four.sqlite"), "--export", folder.file("d.safetensors"))
        #expect(export.status == 0 && export.errors.contains("0 train, 3 valid, 0 test"), "\(export.errors)")
        let byTable = await Run(
            "train", folder.path, "--export", folder.file("e.safetensors"), "--split", folder.file("s.csv"))
        #expect(byTable.errors.contains("0 train, 3 valid, 0 test"), "\(byTable.errors)")
        let judged = await Run("evaluate", "chorale", folder.file("four.sqlite"), "--part", "train")
        #expect(judged.status == 3 && judged.errors.contains("0 train, 3 valid, 0 test"), "\(judged.errors)")
        let lint = await Run("lint", index, "--format", "json")
        #expect(lint.output.split(separator: "\n").count == 4)
        let out = folder.file("out")
        let convert = await Run("convert", folder.file("four.sqlite"), "--to", "musicxml", "--output-dir", out)
        #expect(convert.status == 0 && convert.errors.contains("3 of 3 files converted"), "\(convert.errors)")
        #expect(FileManager.default.fileExists(atPath: out + "/set/inner/c.musicxml"))
        let single = await Run("convert", index, folder.file("x.musicxml"))
        #expect(single.status == 3 && single.errors.contains("corpus index"))
    }

    @Test func `wrong usage and damaged indices are told`() async throws {
        _ = await Run("corpus", "index", folder.file("set"), "--quiet")
        try folder.write("hello", to: "plain.sqlite")
        let head = try Data(contentsOf: URL(fileURLWithPath: index)).prefix(5000)
        try head.write(to: URL(fileURLWithPath: folder.file("cut.sqlite")))
        let cases: [([String], Int32, String)] = [
            (["index"], 2, "Missing expected argument"), (["index", folder.file("no")], 3, "no such folder"),
            (["index", folder.file("set"), "-o", folder.file("plain.sqlite")], 2, "no corpus index"),
            (["index", folder.file("set"), "-o", folder.file("no/a.sqlite")], 3, "a.sqlite: "),
            (["select", folder.file("plain.sqlite")], 3, "plain.sqlite: "),
            (["select", folder.file("no.sqlite")], 3, "no.sqlite: "),
            (["select", folder.file("cut.sqlite")], 3, "cut.sqlite: "),
            (["select", index, "--quality", "plaid"], 2, "did you mean played?"),
            (["select", index, "--kind", "mid"], 2, "did you mean mid"),
            (["select", index, "--parts", "4-2"], 2, "--parts"),
            (["select", index, "--where", "nonsense = 1"], 2, "no such column: nonsense"),
            (["select", index, "-o", index], 2, "over the one"),
            (["split", index, "--parts", "50,20,20"], 2, "100 together"),
            (["split", folder.file("no.sqlite")], 3, "no such file"),
        ]
        for (arguments, status, message) in cases {
            let run = await Run(["corpus"] + arguments)
            #expect(run.status == status && run.errors.contains(message), "\(arguments): \(run.status) \(run.errors)")
            #expect(run.output.isEmpty)
        }
        let lint = await Run("lint", folder.file("cut.sqlite"))
        #expect(lint.status == 3, "\(lint.errors)")
        #expect(!folder.contents.contains("no.sqlite"))
    }

    @Test func `an index that is not finished says so`() async throws {
        let index = try CorpusIndex.writing(folder.file("set/corpus.sqlite"), mayBeNew: true)
        #expect(try !index.isComplete())
        let select = await Run("corpus", "select", self.index)
        #expect(select.status == 0 && select.errors.contains("not finished"))
        let split = await Run("corpus", "split", self.index)
        #expect(split.status == 3 && split.errors.contains("not finished"))
    }

    @Test(arguments: ["index", "select", "split", "stats"])
    func `help is on standard output`(_ command: String) async throws {
        let run = await Run("corpus", command, "--help")
        #expect(run.status == 0)
        try expectSnapshot(run.output, named: "help-corpus-\(command).txt")
    }
}
