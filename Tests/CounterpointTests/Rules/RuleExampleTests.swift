import Counterpoint
import ScoreModel
import Testing

/// Each rule is tested by the examples on its card: what is marked is found, exactly, and nothing else.
@Suite struct RuleExampleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: any Rule.Type
        let example: Example
        let isWrong: Bool
        let profile: Profile

        var testDescription: String {
            "\(rule.card.id), line \(example.line), \(profile.rawValue): \(example.caption)"
        }
    }

    static let cases = RuleList.all.flatMap { rule in
        Profile.allCases.flatMap { profile in
            let card = rule.card
            let wrong = card.wrong.map { Case(rule: rule, example: $0, isWrong: true, profile: profile) }
            let right = card.right.map { Case(rule: rule, example: $0, isWrong: false, profile: profile) }
            return (wrong + right).filter { $0.example.profiles?.contains(profile) ?? true }
        }
    }

    @Test(arguments: cases) func `An example is judged as it is marked`(_ test: Case) throws {
        let shorthand = try Shorthand(test.example.text)
        var settings = Settings(test.profile)
        let card = test.rule.card
        // A rule that is off can be asked for.
        if card.severity[test.profile] == .off { settings.severities[card.id] = .info }
        let findings = Linter(settings).findings(in: shorthand.score).filter { $0.rule == card.id }
        let found = Set(
            findings.flatMap { finding in
                finding.notes.map { Shorthand.Mark(part: $0.part, note: $0.index) }
            })
        #expect(found == shorthand.marks, "\(card.id): \(findings.map(\.message))")
        #expect(shorthand.marks.isEmpty != test.isWrong)
    }
}
