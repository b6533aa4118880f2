import Counterpoint
import MusicXML
import ScoreModel
import Testing

@testable import QuartetCLI

@Suite struct LintStepTests {
    private func outcome(_ text: String) -> LintOutcome {
        let console = Console(write: { _ in }, error: { _ in }, status: nil, read: { _ in Array(text.utf8) })
        let step = LintStep(
            input: InputFile(path: "-", relativePath: "-"), settings: Settings(), failOn: .error, baseline: nil,
            key: nil,
            annotated: nil)
        return step.run(.init(), console: console) { "\($0.findings.count)" }
    }

    @Test func `notes at fault have their lines and ids`() throws {
        var file = try ShorthandFile()
        file.xml = file.xml.replacing(
            "<note>\n        <pitch>\n          <step>D</step>",
            with: "<note id=\"d\">\n        <pitch>\n          <step>D</step>")
        let judgement = try #require(outcome(file.xml).judgement)
        let note = try #require(judgement.findings.first?.notes.first { $0.pitch.step == .d })
        let source = try #require(note.origin.flatMap { judgement.sources[$0] })
        let lines = file.xml.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(source.line)
        #expect(source.id == "d" && lines[line - 1].contains("<note id=\"d\">"))
        #expect(judgement.sources.count == judgement.findings[0].notes.count)
    }

    @Test func `what was said and whether it fails`() throws {
        let outcome = outcome(try ShorthandFile().xml)
        #expect(outcome.body == "1" && outcome.isFailure && outcome.diagnostics.isEmpty && !outcome.isSpellingInferred)
    }

    @Test func `of a score with more parts than any orchestra the first are judged, and that is told`() throws {
        let text = (0...64).map { "X\($0) C4 D4" }.joined(separator: "\n")
        let outcome = outcome(try ShorthandFile(text).xml)
        #expect(outcome.diagnostics.map(\.code) == ["voices-omitted"])
        let judgement = try #require(outcome.judgement)
        #expect(judgement.findings.allSatisfy { $0.voices.allSatisfy { $0 < 64 } })
    }

    @Test(arguments: ["", "no score", "<score-partwise", "<opus/>"]) func `what cannot be read is told with its reason`(
        _ text: String
    ) {
        let outcome = outcome(text)
        #expect(outcome.judgement == nil && outcome.diagnostics.map(\.severity) == [.error] && !outcome.isFailure)
    }
}
