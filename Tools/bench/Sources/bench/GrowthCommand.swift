import ArgumentParser
import Foundation

/// How time and memory grow with the size of a score.
struct GrowthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth",
        abstract: "Reads scores of growing size, each in a process of its own: time, and peak memory by size.")

    @Option(help: "Megabytes of XML, separated by commas.") var sizes = "1,2,5,10,20,50,100"
    @Option(help: ArgumentHelp("What there is more of in a larger score.", valueName: "measures|parts"))
    var by = SyntheticScore.Direction.measures
    @Option(help: ArgumentHelp("The steps to measure; may be repeated.", valueName: "step"))
    var only: [Step] = [.fileToScore, .dom]
    @Option(help: "How often each is measured.") var rounds = 3
    @Option(help: ArgumentHelp("Write the numbers there; - is standard output, without a table.", valueName: "file"))
    var json: String?

    /// One row of the table.
    private struct Row: Encodable {
        var step: String
        var bytes: Int
        /// Medians of rounds.
        var seconds: Double
        var processor: Double
        var memory: Double
    }

    func validate() throws {
        guard rounds > 0, sizes.split(separator: ",").allSatisfy({ (Int($0) ?? 0) > 0 }) else {
            throw ValidationError("--rounds and --sizes are positive numbers")
        }
    }

    func run() throws {
        let score = try SyntheticScore()
        let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "score.musicxml")
        var rows: [Row] = []
        for size in sizes.split(separator: ",").compactMap({ Int($0) }) {
            let xml = score.xml(bytes: size * 1_000_000, growing: by)
            try Data(xml).write(to: file)
            let peaks = try (0..<rounds).map { _ in try only.map { try Peak(of: $0, file: file.path()) } }
            for (index, step) in only.enumerated() {
                let peaks = peaks.map { $0[index] }
                rows.append(
                    Row(
                        step: step.rawValue, bytes: xml.count, seconds: peaks.map(\.seconds).median,
                        processor: peaks.map(\.processor).median, memory: peaks.map { Double($0.memory) }.median))
            }
        }
        if json != "-" { show(rows) }
        if let json { try write(rows, json: json) }
    }

    private func show(_ rows: [Row]) {
        for step in only {
            var table = Table(step.title, "MB", "seconds", "processor", "MB/s", "peak MB", "times the file")
            for row in rows where row.step == step.rawValue {
                let bytes = Double(row.bytes)
                table.add(
                    "", (bytes / 1e6).digits(1), row.seconds.digits(3), row.processor.digits(3),
                    (bytes / 1e6 / row.seconds).digits(1), (row.memory / 1e6).digits(0), (row.memory / bytes).digits(2))
            }
            print("\(table)\n")
        }
    }
}
