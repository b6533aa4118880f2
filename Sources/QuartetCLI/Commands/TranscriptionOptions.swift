public import ArgumentParser
public import ScoreModel
import StandardMIDI

/// How MIDI becomes notation.
struct TranscriptionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The shortest note value, as a part of a whole note such as 1/16; found if not given.", valueName: "value"))
    var grid: Fraction?

    @Flag(inversion: .prefixedNo, help: "Look for triplets and their like.")
    var tuplets = true

    @Flag(name: .customLong("no-quantize"), help: "Take times as they are, tick for tick.")
    var keepsTimes = false

    @Option(help: "How notes become parts.")
    var parts = Transcription.Parts.auto

    @Option(help: ArgumentHelp("The encoding of texts; guessed if not given.", valueName: "encoding"))
    var encoding: MIDIText.Encoding?

    func validate() throws {
        guard grid.map({ $0 > .zero && $0 <= 1 }) ?? true else {
            throw ValidationError("--grid is a note value such as 1/16.")
        }
        if keepsTimes, grid != nil { throw ValidationError("--grid and --no-quantize exclude each other.") }
    }

    var options: Transcription.Options {
        var options = Transcription.Options()
        options.parts = parts
        options.encoding = encoding
        options.quantization.grid = grid.map { $0 * 4 }
        options.quantization.findsTuplets = tuplets
        options.quantization.isOff = keepsTimes
        return options
    }
}

extension Fraction: ExpressibleByArgument {
    /// A whole number or two with a slash between them.
    public init?(argument: String) {
        let terms = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(terms.count), let top = terms[0], let bottom = terms.count == 2 ? terms[1] : 1 else {
            return nil
        }
        self.init(top, over: bottom)
    }
}
