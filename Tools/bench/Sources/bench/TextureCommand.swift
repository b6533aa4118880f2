import ArgumentParser
import Harmonizer
import MusicXML
import ScoreModel

/// `bench texture`: which collection of scores others are woven like.
struct TextureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texture", abstract: "Measures how far scores are from collections in texture.",
        discussion: """
            All scores are read as string music is, in four voices, so that everything is counted on the same kind of grid. For each feature of each \
            sample it prints the Jensen-Shannon divergence from each collection, in thousandths of a nat, and the nearest one.
            """)

    @Option(help: ArgumentHelp("Scores to compare with.", valueName: "name=folder")) var collection: [NamedFolder]
    @Option(help: ArgumentHelp("Scores to look at.", valueName: "name=folder")) var sample: [NamedFolder] = []

    func run() throws {
        let collections = collection.map(Woven.init)
        let samples = sample.map(Woven.init)
        for woven in collections + samples { print("\(woven.name): \(woven.pieces) scores, \(woven.notes) notes") }
        for sample in samples {
            var table = Table(head: [sample.name] + collections.map { "from \($0.name)" } + ["nearest"])
            for feature in TextureFeature.allCases {
                let distances = collections.map { sample.counts.divergence(of: feature, from: $0.counts) }
                let known = zip(collections, distances).compactMap { collection, distance in
                    distance.map { (name: collection.name, distance: $0) }
                }
                let nearest = known.min { $0.distance < $1.distance }?.name ?? "-"
                table.add(
                    row: [feature.title] + distances.map { $0.map { (1000 * $0).digits(1) } ?? "-" } + [nearest])
            }
            print("\n\(table)")
        }
    }
}

/// A folder of scores and what it is called: `NAME=FOLDER`.
struct NamedFolder: ExpressibleByArgument {
    let name: String
    let folder: String

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
        name = String(argument[..<sign])
        folder = String(argument[argument.index(after: sign)...])
    }
}

/// What the scores of a folder are like.
private struct Woven {
    let name: String
    private(set) var pieces = 0
    private(set) var counts = TextureCounts()

    var notes: Int { counts[.lengths].total }

    /// Reads a folder; what has no four voices is named on standard error.
    init(_ named: NamedFolder) {
        name = named.name
        for input in Input.find([named.folder]) {
            do {
                let score = try MusicXMLDocument(xml: input.xml).score().score
                counts += TextureCounts(try Grid.Reading(score, vocabulary: .strings).grid)
                pieces += 1
            } catch {
                report("left out: \(input.path): \(error)")
            }
        }
    }
}
