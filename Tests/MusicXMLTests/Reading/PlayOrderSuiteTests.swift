import Foundation
import MusicXML
import ScoreModel
import Testing

/// The repeats of the LilyPond test suite, from the folder that `QUARTET_DATA` names. The lists were worked out by hand from the signs
/// in the files.
@Suite(.enabled(if: Corpus.folder != nil, "QUARTET_DATA names no folder with scores"))
struct PlayOrderSuiteTests {
    private static let lists = [
        "45a-SimpleRepeat": "1 1 1 1 1 2",
        "45b-RepeatWithAlternatives": "1 2 1 3 4",
        "45c-RepeatMultipleTimes": "1 2 3 2 3 2 3 2 3 2 3 4 5 6 7 4 5 6 7 4 5 6 7 8",
        "45d-Repeats-Nested-Alternatives": "1 2 1 3 4 5 1 6 7 8 9 1 10 1 11 12",
        // The second bracket of the second passage begins a passage of its own, with a sign on both sides of the bar line.
        "45e-Repeats-Nested-Alternatives": "1 2 1 3 4 5 5 6 7 6 8 9 8 9 10",
        // No bracket ends with a repeat sign, so they only choose, and the sign behind measure 4 counts to 3 as they do.
        "45f-Repeats-InvalidEndings": "1 2 4 1 2 3 4 1 2 4 5",
        "45g-Repeats-NotEnded": "1 2",
    ]

    @Test(arguments: lists.keys.sorted()) func `repeats of the suite are played as their signs say`(_ name: String)
        throws
    {
        let path = try #require(PlayOrderSuiteTests.paths[name], "\(name) is not below QUARTET_DATA")
        let score = try MusicXMLDocument(xml: [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))).score().score
        let played = PlayOrder(score).stretches.flatMap { stretch in
            score.measures.filter { stretch.start <= $0.onset && $0.onset < stretch.end }.map(\.number)
        }
        #expect(played.joined(separator: " ") == PlayOrderSuiteTests.lists[name])
    }

    /// By name, where they lie.
    private static let paths: [String: String] = {
        guard let folder = Corpus.folder, let all = FileManager.default.enumerator(atPath: folder) else { return [:] }
        let found = all.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") && $0.contains("lilypond-suite/45") }
        return Dictionary(
            found.map { (URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent, folder + "/" + $0) }
        ) { first, _ in first }
    }()
}
