import Foundation
import ScoreModel
import StandardMIDI
import TestSupport
import Testing

/// What the commands do with files of the MIDI family.
@Suite struct MIDICommandsTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static func path(_ name: String) -> String { Fixture("MIDI/" + name).url.path }

    private func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.file(name))))
    }

    @Test(arguments: try Fixture("MIDI/expected.csv").table) func `every file ends as it should`(
        _ row: [String: String]
    ) async throws {
        let name = row["file"] ?? ""
        let info = await Run("info", "--verbose", Self.path(name))
        #expect("\(info.status)" == row["exit"])
        let first = info.errors.split(separator: "\n").first.map(String.init) ?? ""
        if let code = row["code"], !code.isEmpty {
            #expect(first.hasSuffix("[\(code)]"))
            if let byte = row["byte"], !byte.isEmpty { #expect(first.contains(": byte \(byte)")) }
        } else {
            #expect(first.isEmpty)
        }
        if info.status == 0 {
            let notes = await Run("notes", "--quiet", Self.path(name))
            #expect("\(notes.output.split(separator: "\n").count - 1)" == row["notes"])
        }
        let output = name.hasSuffix(".rmi") ? "out.rmi" : "out.mid"
        let convert = await Run("convert", "--quiet", Self.path(name), folder.file(output))
        if let kept = row["kept"], !kept.isEmpty {
            #expect(convert.status == 0)
            #expect(try (bytes(output) == Fixture("MIDI/" + name).bytes) == (kept == "yes"))
        } else {
            #expect(convert.status == info.status)
            #expect(folder.contents == (info.status == 0 ? [output] : []))
        }
    }

    @Test(arguments: try Fixture("MIDI/expected.csv").table.filter { $0["kept"]?.isEmpty == false })
    func `canonical files need no repair`(_ row: [String: String]) async throws {
        let name = row["file"] ?? ""
        let convert = await Run("convert", "-q", Self.path(name), folder.file("a.mid"), "--midi-layout", "canonical")
        #expect(convert.status == 0)
        let again = await Run("convert", "--strict", folder.file("a.mid"), folder.file("b.mid"))
        // What is only oddly said is kept.
        let isKept = ["meta-length", "division-unknown"].contains(row["code"])
        #expect(again.status == (isKept ? 3 : 0))
        if !isKept { #expect(try bytes("a.mid") == bytes("b.mid")) }
    }

    @Test(arguments: try Fixture("MIDI/expected.csv").table.filter { $0["kept"]?.isEmpty == false })
    func `strict refuses what is broken`(_ row: [String: String]) async {
        let run = await Run("convert", "--strict", Self.path(row["file"] ?? ""), folder.file("a.mid"))
        // Notes and texts are not the file's structure; a longer header is allowed.
        let isFine = ["", "note-stuck", "text-encoding", "header-long"].contains(row["code"])
        #expect(run.status == (isFine ? 0 : 3))
        #expect(folder.contents.isEmpty == !isFine)
    }

    @Test func `MIDI goes into RIFF files and out again`() async throws {
        #expect(await Run("convert", Self.path("format-1.mid"), folder.file("a.rmi")).status == 0)
        #expect(try bytes("a.rmi").starts(with: "RIFF".utf8))
        #expect(await Run("convert", folder.file("a.rmi"), folder.file("b.mid")).errors.isEmpty)
        #expect(try bytes("b.mid") == Fixture("MIDI/format-1.mid").bytes)
        let run = await Run("convert", Self.path("wrapped.rmi"), folder.file("c.mid"))
        #expect(run.errors == "lost: 1 kind, 2 in all; --report lists them")
    }

    @Test func `a score goes into a RIFF file`() async throws {
        let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.mxl").url.path
        #expect(await Run("convert", "-q", chorale, folder.file("a.rmi")).status == 0)
        #expect(await Run("convert", "-q", chorale, folder.file("a.mid")).status == 0)
        #expect(await Run("convert", folder.file("a.rmi"), folder.file("b.mid")).status == 0)
        #expect(try bytes("a.mid") == bytes("b.mid"))
        // 236 notes as written; tied ones are one, and the first part is played twice.
        let notes = await Run("notes", folder.file("a.mid"))
        #expect(notes.errors.isEmpty && notes.output.split(separator: "\n").count > 236)
    }

    @Test(
        arguments: [
            "format-0.mid", "format-1.mid", "format-2.mid", "time-code.mid", "latin.kar", "clip.midi2", "no-end.mid",
        ],
        ["musicxml", "mxl"]) func `a MIDI file becomes notation that is valid`(_ name: String, _ format: String) async
    {
        let run = await Run(
            "convert", Self.path(name), folder.file("out.\(format)"), "--validate", "--report",
            folder.file("report.json"))
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `what was guessed is in the report`() async throws {
        let report = folder.file("report.json")
        let run = await Run("convert", Self.path("format-1.mid"), folder.file("a.musicxml"), "--report", report)
        #expect(run.status == 0)
        let text = try String(contentsOfFile: report, encoding: .utf8)
        #expect(text.contains(#""guesses":[{"confidence":"#))
    }

    @Test(arguments: ["format-0.mid", "format-1.mid"])
    func `the notes come back through MusicXML`(_ name: String) async throws {
        let (xml, back) = (folder.file("a.musicxml"), folder.file("b.mid"))
        #expect(await Run("convert", "-q", Self.path(name), xml).status == 0)
        #expect(await Run("convert", "-q", xml, back).status == 0)
        let notes = try [Self.path(name), back].map { path in
            let file = try MIDIFile(Array(Data(contentsOf: URL(fileURLWithPath: path))))
            let unit = file.division.quartersPerTick
            return file.notes().list.map {
                "\(Fraction($0.start) * unit) \(Fraction($0.end) * unit) \($0.key) \($0.velocity) \($0.channel)"
            }.sorted()
        }
        #expect(notes[0] == notes[1])
    }

    @Test(arguments: [
        ["--grid", "0"], ["--grid", "x"], ["--grid", "1/16", "--no-quantize"], ["--parts", "by-colour"],
    ])
    func `wrong options of notation are told apart`(_ options: [String]) async {
        let run = await Run(["convert", "a.mid", folder.file("b.musicxml")] + options)
        #expect(run.status == 2 && !run.errors.isEmpty)
    }

    @Test(arguments: [
        ["a", "b.midi2"], ["a", "b.mxl", "--midi-layout", "canonical"], ["a", "b.rmi", "--via", "document"],
        ["a", "b.rmi", "--layout", "timewise"],
    ]) func `wrong usage is told apart`(_ arguments: [String]) async {
        let run = await Run(["convert"] + arguments)
        #expect(run.status == 2 && !run.errors.isEmpty)
    }

    @Test(arguments: ["text", "json"]) func `what is in a file`(_ format: String) async throws {
        let run = await Run("info", "--format", format, Self.path("format-1.mid"))
        #expect(run.status == 0)
        let folder = Fixture("MIDI/format-1.mid").url.deletingLastPathComponent().path + "/"
        try expectSnapshot(run.output.replacing(folder, with: ""), named: "info-midi.\(format)")
    }

    @Test func `what is said again is told once`() async throws {
        let tempo: [UInt8] = [0xFF, 0x51, 3, 0x07, 0xA1, 0x20]
        let track = [0] + tempo + [0x60] + tempo + [0x60, 0xFF, 0x51, 3, 0x0F, 0x42, 0x40, 0, 0xFF, 0x2F, 0]
        let head: [UInt8] = Array("MThd".utf8) + [0, 0, 0, 6, 0, 0, 0, 1, 0, 96] + Array("MTrk".utf8)
        let path = folder.file("again.mid")
        try Data(head + [0, 0, 0, UInt8(track.count)] + track).write(to: URL(fileURLWithPath: path))
        let run = await Run("info", path)
        #expect(run.output.contains("tempo    120, 60 from measure 1\n"))
    }

    @Test func `notes by track and channel`() async {
        let run = await Run("notes", Self.path("format-1.mid"))
        #expect(
            run.output == """
                part,part_name,measure,measure_index,voice,staff,onset,duration,pitch,midi,tie,grace,cue,chord,lyric
                2,Flöte,1,0,1,1,0,1,,60,,false,false,false,Ah-
                2,Flöte,1,0,1,1,1,1,,62,,false,false,false,
                2,Flöte,3,2,1,1,7,1/2,,60,,false,false,false,
                3,Fagòtt,3,2,2,1,6,1,,48,,false,false,false,

                """)
    }

    @Test func `tracks of format 2 have their own clocks`() async throws {
        let run = await Run("info", "--format", "json", Self.path("format-2.mid"))
        let object = try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any]
        // Two quarter notes at 60 a minute.
        #expect(object?["seconds"] as? Double == 2)
    }

    @Test func `time code needs no tempo`() async throws {
        let run = await Run("info", "--format", "json", Self.path("time-code.mid"))
        let object = try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any]
        #expect(object?["seconds"] as? Double == 1)
        #expect(object?["length"] as? String == "2")
    }

    @Test func `texts in an encoding`() async {
        let guessed = await Run("notes", Self.path("latin.kar"))
        #expect(guessed.output.contains(",GrÃ¼-\n") && guessed.output.contains(",ß\n"))
        let chosen = await Run("notes", "--encoding", "utf-8", Self.path("format-1.mid"))
        #expect(chosen.output.contains("Flöte") && chosen.output.contains("Fag\u{FFFD}tt"))
        let latin = await Run("notes", "--encoding", "windows-1252", Self.path("format-1.mid"))
        #expect(latin.output.contains("FlÃ¶te") && latin.output.contains("Fagòtt"))
    }

    @Test func `scores and MIDI files side by side`() async {
        let run = await Run(
            "info", "--format", "json", Fixture("Chorales/bwv26.6-ach-wie-fluechtig-ach-wie-nichtig.mxl").url.path,
            Self.path("clip.midi2"))
        #expect(run.status == 0 && run.output.split(separator: "\n").count == 2)
    }
}
