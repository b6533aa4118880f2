import ArgumentParser
import Counterpoint
import Foundation
import MusicXML

/// `bench lint`: scores, from the disk to their findings.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Measures linting with all rules; one JSON object a file.",
        discussion: "Tools/bench/lint-peers sets the numbers against music21's.")

    @Argument(help: ArgumentHelp("MXL or MusicXML files.", valueName: "file")) var paths: [String]
    @Option(help: "How often each is linted; the median counts.") var rounds = 9

    private struct Line: Encodable {
        let path: String
        let findings: Int
        /// Seconds from the file on the disk to the findings.
        let lint: Double
        /// Seconds of that from the score to the findings.
        let rules: Double
    }

    func run() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var settings = Settings(.strict)
        // The two rules that no profile of teaching turns on count too.
        for card in RuleList.cards where settings.isOff(card) { settings.severities[card.id] = .info }
        let linter = Linter(settings)
        for path in paths {
            var (lint, rules, findings) = ([Double](), [Double](), 0)
            for _ in 0..<rounds {
                lint.append(
                    try Cost(of: {
                        let score = try MusicXMLDocument(xml: Input(path: path).xml).score().score
                        findings = linter.findings(in: score).count
                    }).wall)
                let score = try MusicXMLDocument(xml: Input(path: path).xml).score().score
                rules.append(Cost(of: { findings = linter.findings(in: score).count }).wall)
            }
            let line = Line(path: path, findings: findings, lint: lint.median, rules: rules.median)
            print(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
    }
}
