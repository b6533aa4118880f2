import MusicXML
import ScoreModel
import StandardMIDI

/// One file of a conversion.
struct ConversionStep: Sendable {
    let input: InputFile
    let output: OutputFile

    /// Reads, converts and writes; whatever goes wrong is in the outcome, and then no output is left.
    func run(_ conversion: Conversion, console: Console) -> ConversionOutcome {
        do {
            let bytes = try input.read(limit: conversion.limits.bytes, console: console)
            let result = try conversion.convert(bytes)
            if output.path != "-" { try output.makeFolder() }
            try output.write(result.bytes, console: console)
            return ConversionOutcome(
                input: input.path, output: output.path, format: conversion.to.rawValue, ok: true,
                diagnostics: result.diagnostics, losses: result.losses, guesses: result.guesses)
        } catch {
            let diagnostic =
                (error as? FileError)?.diagnostic
                ?? Diagnostic(code: "failed", severity: .error, message: "\(error)")
            return ConversionOutcome(
                input: input.path, output: nil, format: conversion.to.rawValue, ok: false, diagnostics: [diagnostic],
                losses: [])
        }
    }
}

/// What became of one file.
struct ConversionOutcome: Sendable, Encodable {
    let input: String
    let output: String?
    let format: String
    let ok: Bool
    let diagnostics: [Diagnostic]
    let losses: [Loss]
    var guesses: [Guess] = []

    private enum Key: String, CodingKey {
        case input, output, format, ok, diagnostics, losses, guesses
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(input, forKey: .input)
        try container.encodeIfPresent(output, forKey: .output)
        try container.encode(format, forKey: .format)
        try container.encode(ok, forKey: .ok)
        try container.encode(diagnostics.map(DiagnosticJSON.init), forKey: .diagnostics)
        try container.encode(losses.map(LossJSON.init), forKey: .losses)
        if !guesses.isEmpty { try container.encode(guesses.map(GuessJSON.init), forKey: .guesses) }
    }
}
