import MusicXML
import ScoreModel
import TestSupport
import Testing

/// Every element of MusicXML that carries music, in `Fixtures/Vocabulary`: read into a score and written again, it is the same.
@Suite struct VocabularyTests {
    static let fixtures = Fixture.all(in: "Vocabulary", withExtension: "musicxml")

    @Test func `has fixtures`() { #expect(VocabularyTests.fixtures.count >= 40) }

    @Test(arguments: fixtures) func `comes back as it was`(_ fixture: Fixture) throws {
        let document = try MusicXMLDocument(xml: fixture.bytes)
        let written = try MusicXMLDocument(xml: document.score().score.musicXML().xml)
        let difference = firstDifference(document.musicalOutline, written.musicalOutline)
        #expect(difference == nil)
    }

    @Test(arguments: fixtures) func `means the same when read again`(_ fixture: Fixture) throws {
        let score = try MusicXMLDocument(xml: fixture.bytes).score().score
        let xml = score.musicXML().xml
        let again = try MusicXMLDocument(xml: xml).score().score
        // As Booleans: a message with two whole scores helps nobody.
        let isEqual = again.withoutOrigins == score.withoutOrigins
        let isStable = again.musicXML().xml == xml
        #expect(isEqual && isStable)
    }

    @Test(arguments: fixtures) func `means the same in the other layout`(_ fixture: Fixture) throws {
        let document = try MusicXMLDocument(xml: fixture.bytes)
        let timewise = try document.converted(to: .timewise).score().score
        let isEqual = try timewise.musicXML().xml == document.score().score.musicXML().xml
        #expect(isEqual)
    }

    /// The fixtures are sound, so a diagnostic would be a mistake of the reader.
    @Test(arguments: fixtures) func `is read without complaint`(_ fixture: Fixture) throws {
        let (score, diagnostics) = try MusicXMLDocument(xml: fixture.bytes).score()
        #expect(diagnostics.map { "\($0.code) line \($0.place.line ?? 0)" } == [])
        #expect(score.musicXML().diagnostics.map(\.code) == [])
    }
}
