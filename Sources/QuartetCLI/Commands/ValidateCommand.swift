import ArgumentParser
import MusicXML
import ScoreModel

/// `quartet validate`.
struct ValidateCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Judge scores by the rules of MusicXML 4.0: elements, their order, attributes, values, ids.",
        discussion: """
            Exit status: 0 all are valid; 1 some are not; 3 some could not be read. \
            With several inputs, json prints one object a line.
            """)

    @Argument(help: ArgumentHelp("The scores, or folders with scores; - is standard input.", valueName: "in"))
    var inputs: [String]

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var format = Format.text

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func run() async throws {
        let console = Console.current
        let files = try InputFile.find(inputs, console)
        var counts = (valid: 0, invalid: 0, unreadable: 0)
        for file in files {
            do {
                let bytes = try file.read(limit: limits.limits.bytes, console: console)
                guard FileFormat(content: bytes)?.isMIDI != true else {
                    throw FileError(code: "midi-input", "this is a MIDI file; only MusicXML is validated")
                }
                let score = try ScoreFile(bytes, limits: limits.limits, allowsAnyRoot: true)
                messages.print(score.diagnostics, about: file.path, to: console)
                let verdict = Verdict(file: file.path, violations: score.document.violations())
                switch format {
                case .text: console.write(Array(verdict.text.utf8))
                case .json: console.write(Array((try jsonText(verdict, isPretty: files.count == 1) + "\n").utf8))
                }
                if verdict.valid { counts.valid += 1 } else { counts.invalid += 1 }
            } catch let error as FileError {
                messages.print([error.diagnostic], about: file.path, to: console)
                counts.unreadable += 1
            }
        }
        if format == .text, files.count > 1 {
            let unreadable = counts.unreadable == 0 ? "" : ", \(counts.unreadable) unreadable"
            console.write(
                Array("\(files.count) files: \(counts.valid) valid, \(counts.invalid) invalid\(unreadable)\n".utf8))
        }
        if counts.unreadable > 0 { throw ExitStatus.unreadable }
        if counts.invalid > 0 { throw ExitStatus.findings }
    }
}

/// What `quartet validate` tells of a file.
struct Verdict: Encodable {
    /// A rule that is broken; what is not known of its place is left out.
    struct Violation: Encodable {
        let code: String
        let line: Int?
        let part: String?
        let measure: String?
        let message: String

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            line = diagnostic.place.line
            part = diagnostic.place.part
            measure = diagnostic.place.measure
            message = diagnostic.message
        }
    }

    let file: String
    let valid: Bool
    let violations: [Violation]
    /// The verdict for people.
    let text: String

    private enum CodingKeys: CodingKey {
        case file, valid, violations
    }

    init(file: String, violations: [Diagnostic]) {
        self.file = file
        valid = violations.isEmpty
        self.violations = violations.map(Violation.init)
        text = valid ? "\(file): valid\n" : violations.map { "\(file): \($0)\n" }.joined()
    }
}
