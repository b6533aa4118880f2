import ScoreModel
import Testing

@Suite struct DiagnosticTests {
    @Test(
        arguments: [
            (.init(), "warning: gone [x]"), (.init(line: 12), "line 12: warning: gone [x]"),
            (.init(line: 12, part: "P1", measure: "3"), "line 12, part P1, measure 3: warning: gone [x]"),
            (.init(byte: 0, entry: "a.xml"), "entry a.xml, byte 0: warning: gone [x]"),
        ] as [(Diagnostic.Place, String)])
    func `tells the place from the outside in, how much it matters, what, and the code`(
        place: Diagnostic.Place, description: String
    ) {
        #expect(Diagnostic(code: "x", severity: .warning, place: place, message: "gone").description == description)
    }

    @Test func `errors outweigh warnings, and warnings notes`() {
        #expect(Diagnostic.Severity.allCases.shuffled().sorted() == [.note, .warning, .error])
    }
}
