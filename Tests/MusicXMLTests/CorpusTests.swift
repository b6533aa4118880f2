import Foundation
import MusicXML
import ScoreModel
import TestSupport
import Testing

/// Real scores from the folder that `QUARTET_DATA` names: every 23rd MusicXML or MXL file below it. `Tools/check-*` take all of them.
@Suite(.enabled(if: Corpus.folder != nil, "QUARTET_DATA names no folder with scores"))
struct CorpusTests {
    @Test(arguments: Corpus.sample) func `real scores survive every way through the library`(_ path: String) throws {
        let file = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        let xml: [UInt8]
        let document: MusicXMLDocument
        do throws(MusicXMLError) {
            xml = file.starts(with: "PK".utf8) ? try MXLArchive.read(file).archive.score : file
            document = try MusicXMLDocument(xml: xml)
        } catch {
            // Some files of the sets are broken on purpose; the error must say where.
            #expect(error.place.line != nil)
            return
        }
        guard let layout = document.layout else { return }
        let outline = document.outline
        #expect(try MusicXMLDocument(xml: document.xml()).outline == outline)
        let other = try document.converted(to: layout == .partwise ? .timewise : .partwise)
        #expect(try MusicXMLDocument(xml: other.xml()).converted(to: layout).outline == outline)
        let score = try document.score().score
        #expect(try other.score().score.withoutOrigins.parts.map(\.notes) == score.withoutOrigins.parts.map(\.notes))
        for part in score.parts {
            #expect(zip(part.notes, part.notes.dropFirst()).allSatisfy { $0.onset <= $1.onset })
            #expect(part.notes.allSatisfy { $0.end <= score.length || $0.traits.contains(.chordMember) })
        }
    }
}

/// The folder of scores that tests may use.
enum Corpus {
    static let folder = ProcessInfo.processInfo.environment["QUARTET_DATA"]

    static let sample: [String] = {
        guard let folder, let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
        let scores = paths.compactMap { $0 as? String }.filter { path in
            [".musicxml", ".mxl", ".xml"].contains { path.hasSuffix($0) }
        }
        return scores.sorted().enumerated().filter { $0.offset % 23 == 0 }.map { folder + "/" + $0.element }
    }()
}
