import Counterpoint
import ScoreModel
import Testing

@Suite struct FingerprintTests {
    private func fingerprints(_ text: String) throws -> [String] {
        Linter().findings(in: try Shorthand(text).score).filter { $0.rule == "parallel-fifths" }.map(\.fingerprint)
    }

    /// The digits are FNV-1a of the rule, the names, the beat and the pitches, worked out apart from this program.
    @Test func `A fingerprint has sixteen digits and is the same everywhere`() throws {
        #expect(try fingerprints("S C5 D5 r*2\nB F3 G3 r*2") == ["cd306176c6ce26c0"])
    }

    @Test func `Measures before change nothing`() throws {
        let later = try fingerprints("S G5*4 | C5 D5 r*2\nB E3*4 | F3 G3 r*2")
        #expect(try later == fingerprints("S C5 D5 r*2\nB F3 G3 r*2"))
    }

    @Test func `Other pitches, another beat and other voices are another finding`() throws {
        let original = try fingerprints("S C5 D5 r*2\nB F3 G3 r*2")
        for other in ["S C5 B4 r*2\nB F3 E3 r*2", "S r C5 D5 r\nB r F3 G3 r", "A C5 D5 r*2\nB F3 G3 r*2"] {
            #expect(try fingerprints(other) != original)
        }
    }

    @Test func `Findings that are alike are told apart by their order`() throws {
        let twice = try fingerprints("S C5 D5 r*2 | C5 D5 r*2\nB F3 G3 r*2 | F3 G3 r*2")
        #expect(Set(twice).count == 2)
        #expect(try twice[0] == fingerprints("S C5 D5 r*2\nB F3 G3 r*2")[0])
    }
}
