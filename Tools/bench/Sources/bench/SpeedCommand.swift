import ArgumentParser

/// How fast each step is.
struct SpeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed",
        abstract: "Measures each step over all files, in megabytes of XML a second; the default.",
        discussion: "Steps take turns on each file, in another order each time; numbers are medians of rounds.")

    @Argument(help: "Files and folders of MusicXML and MXL; a score made of Fixtures/Chorales when none is given.")
    var paths: [String] = []
    @Option(help: "Megabytes of the score that is made.") var size = 20
    @Option(help: "How often everything is measured.") var rounds = 7
    @Option(help: ArgumentHelp("Measure this step alone; may be repeated.", valueName: "step")) var only: [Step] = []
    @Option(help: ArgumentHelp("Write the numbers there; - is standard output, without a table.", valueName: "file"))
    var json: String?

    func validate() throws {
        guard rounds > 0, size > 0 else { throw ValidationError("--rounds and --size are positive numbers") }
    }

    func run() throws {
        let inputs =
            paths.isEmpty
            ? [Input(name: "synthetic", xml: try SyntheticScore().xml(bytes: size * 1_000_000))] : Input.find(paths)
        guard !inputs.isEmpty else { throw ValidationError("no scores") }
        let speed = try Speed(of: only.isEmpty ? Step.allCases : only, inputs: inputs, rounds: rounds)
        if json != "-" { print(speed) }
        if let json { try write(speed, json: json) }
    }
}

/// The costs of steps over a set of scores.
private struct Speed: CustomStringConvertible {
    let steps: [Step]
    let inputs: [Input]
    /// By step, round and input.
    private var costs: [Step: [[Cost]]] = [:]

    init(of steps: [Step], inputs: [Input], rounds: Int) throws {
        (self.steps, self.inputs) = (steps, inputs)
        for _ in 0..<rounds {
            var measured: [Step: [Cost]] = [:]
            for input in inputs {
                // Each step is done once before it is timed, so that it finds heap and caches as it left them itself.
                for step in steps.shuffled() {
                    let work = try step.work(on: input.xml)
                    try work()
                    measured[step, default: []].append(try Cost(of: work))
                }
            }
            costs.merge(measured.mapValues { [$0] }) { $0 + $1 }
        }
    }

    var bytes: Int { inputs.reduce(0) { $0 + $1.xml.count } }

    /// What all inputs together cost in each round.
    func rounds(_ step: Step) -> [Cost] { costs[step, default: []].map { $0.reduce(Cost(), +) } }

    /// Megabytes a second in each round.
    func speeds(_ step: Step) -> [Double] { rounds(step).map { Double(bytes) / 1e6 / $0.wall } }

    /// How many times as fast one step is as another; nil when one was not measured.
    func ratio(_ step: Step, over other: Step) -> Double? {
        guard steps.contains(step), steps.contains(other) else { return nil }
        return zip(rounds(step), rounds(other)).map { $1.wall / $0.wall }.median
    }

    var description: String {
        var table = Table("step", "MB/s", "lowest", "highest", "seconds", "processor", "cores")
        for step in steps {
            let (speeds, costs) = (speeds(step), rounds(step))
            let (wall, processor) = (costs.map(\.wall).median, costs.map(\.processor).median)
            table.add(
                step.title, speeds.median.digits(1), (speeds.min() ?? 0).digits(1), (speeds.max() ?? 0).digits(1),
                wall.digits(3), processor.digits(3), (processor / wall).digits(2))
        }
        var ratios = Table("ratio of speeds", "times")
        for (step, other) in Step.ratios {
            if let ratio = ratio(step, over: other) { ratios.add("\(step.title) over \(other.title)", ratio.digits(2)) }
        }
        let head = "\(inputs.count) files, \((Double(bytes) / 1e6).digits(1)) MB of XML; medians of rounds\n"
        return "\(head)\n\(table)\n\n\(ratios)"
    }
}

extension Speed: Encodable {
    private struct File: Encodable {
        var path: String
        var bytes: Int
        /// Medians by step, by the wall clock.
        var seconds: [String: Double]
    }

    private struct StepResult: Encodable {
        var megabytesPerSecond: Double
        var rounds: [Cost]
    }

    private enum CodingKeys: CodingKey {
        case bytes, steps, ratios, files
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(bytes, forKey: .bytes)
        let results = steps.map { step in
            (step.rawValue, StepResult(megabytesPerSecond: speeds(step).median, rounds: rounds(step)))
        }
        try container.encode(Dictionary(uniqueKeysWithValues: results), forKey: .steps)
        let ratios = Step.ratios.compactMap { step, other in
            ratio(step, over: other).map { ("\(step.rawValue)/\(other.rawValue)", $0) }
        }
        try container.encode(Dictionary(uniqueKeysWithValues: ratios), forKey: .ratios)
        let files = inputs.indices.map { index in
            let seconds = steps.map { step in
                (step.rawValue, costs[step, default: []].map { $0[index].wall }.median)
            }
            return File(
                path: inputs[index].path, bytes: inputs[index].xml.count,
                seconds: Dictionary(uniqueKeysWithValues: seconds))
        }
        try container.encode(files, forKey: .files)
    }
}
