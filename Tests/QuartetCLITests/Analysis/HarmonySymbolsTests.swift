import Foundation
import MusicXML
import ScoreModel
import TestSupport
import Testing

@testable import Counterpoint
@testable import QuartetCLI

/// Chords are given by hand here, so that the tests do not depend on how they are found.
@Suite struct HarmonySymbolsTests {
    private static let g = Tonality(TonalPitchClass(.g), .major)
    private static let d = Tonality(TonalPitchClass(.d), .major)
    private static let tonic = Chord(TonalPitchClass(.g), .major)
    private static let dominant = Chord(TonalPitchClass(.d), .dominantSeventh, bass: .third)

    /// The file with chords at given times written into it.
    private func written(
        _ xml: [UInt8], _ chords: [(Fraction, Chord, Tonality)]
    ) throws -> MusicXMLDocument {
        var file = try ScoreFile(xml)
        let score = try file.score()
        let passage = Passage(score)
        var analysis = HarmonicAnalysis(
            home: KeyRegion(key: Self.g, onset: .zero, end: score.length, confidence: 1))
        let ends = chords.map(\.0).dropFirst() + [score.length]
        analysis.chords = zip(chords, ends).map { chord, end in
            ChordSpan(
                moments: 0..<0, onset: chord.0, end: end, key: chord.2, chord: chord.1,
                numeral: Numeral(chord.1, in: chord.2), confidence: 1, source: .inferred)
        }
        let analyzed = AnalyzedScore(file: "a", score: score, passage: passage, analysis: analysis)
        return HarmonySymbols(analyzed, in: file.document).document
    }

    /// The symbols in a document: what stands in each, and the note behind it.
    private func symbols(in document: MusicXMLDocument) -> [String] {
        var found: [String] = []
        for part in document.children(of: document.root) where document.name(of: part) == "part" {
            for measure in document.children(of: part) {
                let nodes = Array(document.children(of: measure))
                for (index, node) in nodes.enumerated() where document.name(of: node) == "harmony" {
                    let next = nodes[index...].first { document.name(of: $0) != "harmony" }
                    found.append("\(text(of: node, in: document)) > \(next.map { text(of: $0, in: document) } ?? "")")
                }
            }
        }
        return found
    }

    private func text(of node: MusicXMLDocument.Node, in document: MusicXMLDocument) -> String {
        document.children(of: node).map { child in
            document.kind(of: child) == .text ? document.text(of: child) : text(of: child, in: document)
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func stripped(_ document: MusicXMLDocument) -> MusicXMLDocument {
        var document = document
        for part in Array(document.children(of: document.root)) {
            for measure in Array(document.children(of: part)) {
                for node in Array(document.children(of: measure)) where document.name(of: node) == "harmony" {
                    document.remove(node)
                }
            }
        }
        return document
    }

    @Test func `symbols stand over the top part and numerals under the lowest, before the notes that begin then`()
        throws
    {
        let file = try ShorthandFile("S G4 A4 | B4*2\nA D4 D4 | D4*2\nB G3 F#3 | G3*2")
        let document = try written(
            file.bytes, [(0, Self.tonic, Self.g), (1, Self.dominant, Self.g), (2, Self.tonic, Self.d)])
        let found = symbols(in: document)
        #expect(found.count == 6)
        #expect(found[0].hasPrefix("G major > G 4 "))
        #expect(found[1].hasPrefix("D dominant 1 F 1 > A 4 "))
        #expect(found[3].hasPrefix("G: I major > G 3 "))
        #expect(found[4].hasPrefix("V65 dominant 1 > F 1 3 "))
        #expect(found[5].hasPrefix("D: IV major > G 3 "))
        #expect(document.violations().isEmpty)
    }

    @Test func `without them it is the file that was read, by parts and by measures`() throws {
        let bytes = try Fixture("Chorales/bwv302-ein-feste-burg-ist-unser-gott.musicxml").bytes
        let chords = (0..<32).map { (Fraction($0) + 1 / 2, Self.tonic, Self.g) }
        let document = try written(bytes, chords)
        #expect(symbols(in: document).count == 64)
        #expect(document.violations().isEmpty)
        #expect(try stripped(document).xml() == MusicXMLDocument(xml: bytes).xml())
        let turned = try written(MusicXMLDocument(xml: bytes).converted(to: .timewise).xml(), chords)
        #expect(turned.violations().isEmpty && turned.layout == .timewise)
        #expect(try turned.converted(to: .partwise).xml() == document.xml())
    }

    @Test func `where no note begins the nearest one before carries an offset, in the divisions of its part`() throws {
        var file = try ShorthandFile("S G4*4 | G4*4\nB G3 A3 B3 C4 | D4*4")
        file.xml = file.xml.replacing("<divisions>1</divisions>", with: "<divisions>2</divisions>")
            .replacing("<duration>1</duration>", with: "<duration>2</duration>")
            .replacing("<duration>4</duration>", with: "<duration>8</duration>")
        let document = try written(file.bytes, [(1, Self.tonic, Self.g), (7, Self.tonic, Self.g)])
        let found = symbols(in: document)
        #expect(found[0].hasPrefix("G major 2 > G 4 ") && found[1].hasPrefix("G major 6 > G 4 "))
        #expect(found[2].hasPrefix("G: I major > A 3 ") && found[3].hasPrefix("I major 6 > D 4 "))
        let read = try document.score().score
        #expect(read.parts[0].harmonies.map(\.onset) == [1, 7])
        #expect(read.parts[1].harmonies.map(\.onset) == [1, 7])
    }

    @Test func `a time that only a later voice of the part has is found there`() throws {
        var file = try ShorthandFile("S G4*4\nB G3*4")
        file.put(
            "<backup><duration>4</duration></backup><forward><duration>1</duration></forward>"
                + "<note><pitch><step>D</step><octave>3</octave></pitch><duration>3</duration><voice>2</voice></note>",
            behind: "</note>", 1)
        let document = try written(file.bytes, [(1, Self.tonic, Self.g)])
        #expect(symbols(in: document)[1].hasPrefix("G: I major > D 3 "))
        #expect(try document.score().score.parts[1].harmonies.map(\.onset) == [1])
    }

    @Test func `nothing comes between the notes of a chord`() throws {
        var file = try ShorthandFile("S G4*2 A4*2\nB G3*2 D3*2")
        file.put(
            "<note><chord/><pitch><step>D</step><octave>4</octave></pitch><duration>2</duration></note>",
            behind: "</note>", 0)
        let document = try written(file.bytes, [(0, Self.tonic, Self.g), (1, Self.tonic, Self.g)])
        let found = symbols(in: document)
        #expect(found[0].hasPrefix("G major > G 4 ") && found[1].hasPrefix("G major 1 > G 4 "))
    }

    @Test func `a measure without notes has its symbol at its beginning, and one without anything none`() throws {
        var file = try ShorthandFile("S G4*4 | G4*4 | G4*4\nB G3*4 | A3*4 | B3*4")
        let notes = file.xml.matches(of: /<note>(?:(?!<\/note>).)*<\/note>/.dotMatchesNewlines())
        file.xml.removeSubrange(notes[5].range)
        file.xml.replaceSubrange(notes[4].range, with: "<forward><duration>4</duration></forward>")
        let document = try written(file.bytes, [(5, Self.tonic, Self.g), (9, Self.tonic, Self.g)])
        let found = symbols(in: document)
        #expect(found.count == 3 && found[2].hasPrefix("G: I major 1 > 4"))
        #expect(try document.score().score.parts[1].harmonies.map(\.onset) == [5])
    }

    @Test func `over a transposing part the symbols are written as its notes are`() throws {
        var file = try ShorthandFile("S A4 B4\nB G3 A3")
        file.put(
            "<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose>", behind: "</clef>", 0)
        let document = try written(file.bytes, [(0, Self.tonic, Self.g)])
        let found = symbols(in: document)
        #expect(found[0].hasPrefix("A major > A 4 ") && found[1].hasPrefix("G: I major > G 3 "))
    }

    @Test func `symbols that are there already stay`() throws {
        var file = try ShorthandFile("S G4*2\nB G3*2")
        let own = "<harmony><root><root-step>C</root-step></root><kind>major</kind></harmony>"
        file.put(own, behind: "</attributes>", 0)
        let document = try written(file.bytes, [(0, Self.tonic, Self.g)])
        #expect(symbols(in: document).count == 3 && symbols(in: document)[0].hasPrefix("C major > "))
    }

    @Test func `an analysis without chords, and a score without parts, change nothing`() throws {
        let file = try ShorthandFile("S G4*2\nB G3*2")
        #expect(try written(file.bytes, []).xml() == MusicXMLDocument(xml: file.bytes).xml())
    }
}
