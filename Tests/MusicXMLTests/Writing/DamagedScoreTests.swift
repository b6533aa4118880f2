import MusicXML
import ScoreModel
import TestSupport
import Testing

/// Damaged files: what is read from one is written so that it is read as the same.
@Suite struct DamagedScoreTests {
    /// All but one: fractional divisions are rounded when they are written, see `PartResolutionTests`.
    static let fixtures =
        (Fixture.all(in: "Vocabulary", withExtension: "musicxml")
            + Fixture.all(in: "Semantics", withExtension: "musicxml"))

    /// How many of the damaged copies are still read.
    @discardableResult private func survivors(_ copies: [[UInt8]]) throws -> Int {
        var count = 0
        for copy in copies {
            let score: Score
            do throws(MusicXMLError) {
                score = try MusicXMLDocument(xml: copy).score().score
            } catch {
                #expect(!error.message.isEmpty)
                continue
            }
            count += 1
            let again = try score.readAgain()
            let (before, after) = (score.essence, again.essence)
            // Text only where it is needed to show a difference.
            let difference = before == after ? nil : firstDifference(before.fragments, after.fragments)
            #expect(difference == nil)
            // What was in order once stays as it is.
            let isStable = try again.readAgain().withoutOrigins == again.withoutOrigins
            #expect(isStable)
        }
        return count
    }

    @Test(arguments: fixtures) func `flipped bytes`(_ fixture: Fixture) throws {
        var random = SeededGenerator(7)
        let bytes = try fixture.bytes
        try survivors(
            (0..<6).map { _ in
                var copy = bytes
                for _ in 0..<Int.random(in: 1...2, using: &random) {
                    copy[Int.random(in: 0..<copy.count, using: &random)] = UInt8.random(in: 32...126, using: &random)
                }
                return copy
            })
    }

    /// Elements are dropped and their text is changed, so that the file stays well-formed and its meaning does not.
    @Test(arguments: fixtures) func `changed elements`(_ fixture: Fixture) throws {
        var random = SeededGenerator(8)
        let bytes = try fixture.bytes
        let texts = ["", "0", "-1", "3", "99999999999999999999", "4.5", "x", "1,2", "start", "stop", "yes", "🎻"]
        let copies = try (0..<6).map { _ in
            var document = try MusicXMLDocument(xml: bytes)
            for _ in 0..<2 {
                guard let node = document.elements.dropFirst().randomElement(using: &random) else { continue }
                let text = texts.randomElement(using: &random) ?? ""
                switch Int.random(in: 0..<3, using: &random) {
                case 0: document.remove(node)
                case 1: document.setText(text, of: node)
                default:
                    let name = document.attributes(of: node).randomElement(using: &random)?.name ?? "number"
                    document.setAttribute(name, to: text, of: node)
                }
            }
            return document.xml()
        }
        #expect(try survivors(copies) > 0)
    }
}

extension Score {
    /// What damage must not change. A writer supplies what a damaged file lacks: divisions, the staff of a note where
    /// there are several, measures for a part without music. What says nothing goes: details that are all senseless, and that the pitch
    /// of a note is unaltered which has none.
    fileprivate var essence: Score {
        var score = withoutWrittenOrder
        for part in score.parts.indices {
            // Parts that share an id get one of their own.
            score.parts[part].id = "P\(part)"
            score.parts[part].divisions = []
            score.parts[part].measures = []
            // Dots and a size are said of a written value, which damage may have taken away.
            for index in score.parts[part].noteDetails.indices
            where score.parts[part].notes[score.parts[part].noteDetails[index].note].value == nil {
                score.parts[part].noteDetails[index].value.dotPlacements = []
                score.parts[part].noteDetails[index].value.size = nil
            }
            score.parts[part].noteDetails.removeAll { $0.value == NoteDetails() }
            for note in score.parts[part].notes.indices {
                score.parts[part].notes[note].traits.subtract([.staffNamed, .alterNamed])
            }
        }
        return score
    }

    /// The score as text in pieces.
    fileprivate var fragments: [String] { "\(self)".split(separator: ",").map(String.init) }
}
