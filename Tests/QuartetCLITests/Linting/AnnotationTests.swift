import Foundation
import MusicXML
import Testing
import TestSupport

@testable import QuartetCLI

@Suite struct AnnotationTests {
    let folder: TemporaryFolder
    private let chorale = Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.mxl").url.path

    init() throws { folder = try TemporaryFolder() }

    private func annotated(_ xml: [UInt8], _ options: String...) async throws -> MusicXMLDocument {
        let run = await Run(["lint", "-", "--format", "musicxml"] + options, input: xml)
        return try MusicXMLDocument(xml: run.bytes)
    }

    @Test func `the notes at fault are coloured and a text stands before the arrival of the upper one`() async throws {
        let run = await Run(["lint", "-", "--format", "musicxml"], input: try ShorthandFile().bytes)
        #expect(run.status == 1)
        #expect(run.output.ranges(of: "<note color=\"#C00000\">").count == 4)
        #expect(run.output.ranges(of: "<direction").count == 2)
        let second = try #require(run.output.ranges(of: "<note color=\"#C00000\">").dropFirst().first)
        let before = run.output[..<second.lowerBound].split(separator: "\n").suffix(6).map { $0.drop { $0 == " " } }
        #expect(
            before.prefix(5) == [
                "<direction placement=\"above\">", "<direction-type>",
                "<words color=\"#C00000\" font-size=\"8\">Parallel fifths: Soprano–Bass</words>", "</direction-type>",
                "</direction>",
            ])
    }

    @Test func `without its marks it is the file that was read`() async throws {
        let file = try ShorthandFile()
        #expect(try stripped(await annotated(file.bytes)).xml() == MusicXMLDocument(xml: file.bytes).xml())
        let bytes = try Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.musicxml").bytes
        #expect(try stripped(await annotated(bytes)).xml() == MusicXMLDocument(xml: bytes).xml())
    }

    /// A document without colours and without the directions that only carry a mark.
    private func stripped(_ document: MusicXMLDocument) -> MusicXMLDocument {
        var document = document
        for part in Array(document.children(of: document.root)) {
            for measure in Array(document.children(of: part)) {
                for node in Array(document.children(of: measure)) {
                    document.setAttribute("color", to: nil, of: node)
                    let words = document.child("direction-type", of: node).flatMap { document.child("words", of: $0) }
                    if words.flatMap({ document.attribute("color", of: $0) }) != nil { document.remove(node) }
                }
            }
        }
        return document
    }

    @Test func `what is written is valid, by parts and by measures`() async throws {
        let bytes = try Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.musicxml").bytes
        let document = try await annotated(bytes)
        #expect(document.violations().isEmpty && String(decoding: document.xml(), as: UTF8.self).contains("color="))
        let turned = try MusicXMLDocument(xml: bytes).converted(to: .timewise)
        let marked = try await annotated(turned.xml())
        #expect(marked.violations().isEmpty && marked.layout == .timewise)
        #expect(try marked.converted(to: .partwise).xml() == document.xml())
    }

    @Test func `notes that are tied on are coloured too`() async throws {
        let file = try ShorthandFile("S C5 D5~ | D5*2\nB F3 G3~ | G3*2")
        let run = await Run(["lint", "-", "--format", "musicxml", "--only", "parallel-fifths"], input: file.bytes)
        #expect(run.output.ranges(of: "<note color=").count == 6)
        #expect(run.output.ranges(of: "<words").count == 1)
    }

    @Test func `nothing comes between the notes of a chord`() async throws {
        var file = try ShorthandFile()
        // A lower note joins each note of the soprano; of a chord its top note is the voice.
        let chord = "<note><chord/><pitch><step>D</step><octave>5</octave></pitch><duration>1</duration></note>"
        file.xml = file.xml.replacing(
            "<step>D</step>\n          <octave>5</octave>", with: "<step>A</step>\n          <octave>4</octave>")
        file.put(chord, behind: "</note>", 1)
        let document = try await annotated(file.bytes, "--only", "parallel-fifths")
        let part = try #require(document.child("part", of: document.root))
        let measure = try #require(document.child("measure", of: part))
        let names = document.children(of: measure).map { document.name(of: $0) }
        #expect(names.suffix(4) == ["note", "direction", "note", "note"])
    }

    @Test func `voices are called by their abbreviations, where they have any`() async throws {
        var file = try ShorthandFile()
        file.put("<part-abbreviation>S.</part-abbreviation>", behind: "</part-name>")
        let run = await Run(["lint", "-", "--format", "musicxml"], input: file.bytes)
        #expect(run.output.contains(">Parallel fifths: S–Bass<"))
    }

    @Test func `several findings at one note share a text`() async throws {
        let file = try ShorthandFile("S C5 D5\nA C5 D5\nB F3 G3")
        let run = await Run(
            ["lint", "-", "--format", "musicxml", "--only", "parallel-fifths,parallel-unisons"], input: file.bytes)
        #expect(run.output.contains(">Parallel fifths: Soprano–Bass; Parallel unisons: Soprano–Alto<"))
        #expect(run.output.ranges(of: "<words").count == 2)
    }

    @Test func `a text belongs to the staff of its note`() async throws {
        var file = try ShorthandFile()
        file.xml = file.xml.replacing("</duration>", with: "</duration><voice>1</voice><staff>1</staff>")
            .replacing(
                "<voice>1</voice><staff>1</staff>\n        <voice>1</voice>", with: "<voice>1</voice><staff>1</staff>")
        let document = try await annotated(file.bytes)
        let part = try #require(document.child("part", of: document.root))
        let measure = try #require(document.child("measure", of: part))
        let direction = try #require(document.child("direction", of: measure))
        #expect(document.child("staff", of: direction).map { document.text(of: $0) } == "1")
    }

    @Test func `an archive becomes an archive if its name says so`() async throws {
        let (packed, plain) = (folder.file("out.mxl"), folder.file("out.musicxml"))
        #expect(await Run("lint", chorale, "--format", "musicxml", "--output", packed).status == 0)
        #expect(await Run("lint", chorale, "--format", "musicxml", "-o", plain).status == 0)
        let archive = try MXLArchive.read([UInt8](Data(contentsOf: URL(fileURLWithPath: packed)))).archive
        #expect(String(decoding: archive.score, as: UTF8.self) == (try folder.text("out.musicxml")))
    }

    @Test func `several scores go to a folder, each in its format`() async throws {
        let path = try folder.write(try ShorthandFile().xml, to: "In/Deep/a.xml")
        let run = await Run(
            "lint", folder.file("In"), chorale, "--format", "musicxml", "--output-dir", folder.file("Out"))
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(
            folder.contents.filter { $0.hasPrefix("Out/") } == [
                "Out/Deep", "Out/Deep/a.musicxml", "Out/bwv302-ein-feste-burg-ist-unser-gott.mxl",
            ])
        #expect(await Run("lint", path, chorale, "--format", "musicxml").status == 2)
    }

    @Test func `a score is not replaced by its copy with marks`() async throws {
        let path = try folder.write(try ShorthandFile().xml, to: "a.musicxml")
        for options in [["--output", path], ["--output-dir", folder.path]] {
            let run = await Run(["lint", path, "--format", "musicxml"] + options)
            #expect(run.status == 2 && run.errors.contains("would be replaced"))
        }
        #expect(try folder.text("a.musicxml") == ShorthandFile().xml)
    }

    @Test func `MIDI has to be converted first`() async throws {
        let run = await Run("lint", Fixture("MIDI/format-1.mid").url.path, "--format", "musicxml")
        #expect(run.status == 3 && run.output.isEmpty && run.errors.contains("quartet convert"))
    }
}
