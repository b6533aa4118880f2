import Counterpoint
import Testing

@Suite struct SeverityTests {
    @Test func `An error outweighs a warning, and a warning what is worth knowing`() {
        #expect([Severity.error, .off, .warning, .info].sorted() == [.off, .info, .warning, .error])
    }
}
