import ArgumentParser
import Counterpoint
import Foundation
import ScoreModel

@main
struct FitHarmony: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fits the harmonic analysis to published analyses, and measures it.",
        subcommands: [Evaluate.self, Show.self, Count.self, Search.self, Curves.self, Explained.self])
}

struct Source: ParsableArguments {
    @Argument(help: "The table that analyses.py writes.") var table: String
    @Argument(help: "The folder of the chorales.") var chorales: String
    @Flag(help: "Also analyses of other editions than the one at hand.") var unaligned = false

    func load() throws -> [AnalyzedChorale] {
        let all = try AnalyzedChorale.all(table: table, chorales: chorales)
        return unaligned ? all : all.filter(\.isAligned)
    }
}

/// Two halves, each judged by what was counted in the other.
struct Halves {
    let chorales: [AnalyzedChorale]
    let tables: [ProgressionTable]

    init(_ chorales: [AnalyzedChorale]) {
        self.chorales = chorales
        tables = (0..<2).map { half in
            ProgressionTable(
                counts: Counts(chorales.enumerated().filter { $0.offset % 2 != half }.map(\.element)).triples)
        }
    }

    func marks(_ costs: HarmonyCosts) -> Marks {
        let results = onAllProcessors(chorales.count) { index in
            let chorale = chorales[index]
            return chorale.marks(
                HarmonicAnalysis(chorale.passage, of: chorale.score, costs: costs, table: tables[index % 2]))
        }
        return results.reduce(Marks(), +)
    }
}

struct Evaluate: ParsableCommand {
    @OptionGroup var data: Source
    @Flag(help: "With the table that Quartet has, which has seen the chorales.") var seen = false
    @Flag(help: "A line a chorale.") var each = false

    func run() throws {
        let chorales = try data.load()
        let halves = Halves(chorales)
        let clock = ContinuousClock()
        var sum = Marks()
        let time = clock.measure {
            for (index, chorale) in chorales.enumerated() {
                let marks = chorale.marks(
                    HarmonicAnalysis(
                        chorale.passage, of: chorale.score, table: seen ? .standard : halves.tables[index % 2]))
                if each { print(chorale.file, marks.text) }
                sum = sum + marks
            }
        }
        print("\(chorales.count) chorales:", sum.text, "in", time)
    }
}

struct Count: ParsableCommand {
    @OptionGroup var data: Source
    @Argument(help: "The source file to write.") var output: String

    func run() throws {
        try Counts(try data.load()).source.write(toFile: output, atomically: true, encoding: .utf8)
    }
}

/// One chorale, chord by chord, beside its analysis.
struct Show: ParsableCommand {
    @OptionGroup var data: Source
    @Option(help: "The chorale.") var file: String

    func run() throws {
        let halves = Halves(try data.load())
        for (index, chorale) in halves.chorales.enumerated() where chorale.file == file {
            let analysis = HarmonicAnalysis(chorale.passage, of: chorale.score, table: halves.tables[index % 2])
            for chord in analysis.chords {
                let own = chorale.chords.last { $0.onset <= chord.onset }
                print(
                    chord.onset, chord.end, chord.key.symbol, chord.numeral, chord.chord,
                    (chord.confidence * 100).rounded(), "|",
                    own.map { "\($0.key.symbol) \(Counterpoint.Chord($0.root, $0.quality)) \($0.inversion)" } ?? "")
            }
        }
    }
}
