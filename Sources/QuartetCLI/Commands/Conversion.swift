import MusicXML
import ScoreModel
import StandardMIDI

/// How files are to be converted.
struct Conversion: Sendable {
    /// Which tier a conversion goes through.
    enum Route: String, CaseIterable, Sendable {
        /// The document where both formats are of one family, else the score.
        case auto
        /// The document, which loses nothing.
        case document
        /// The score.
        case score
    }

    /// What a conversion gives.
    struct Result: Sendable {
        /// The file.
        var bytes: [UInt8]
        /// What its readers had to tell.
        var diagnostics: [Diagnostic]
        /// What the target could not hold.
        var losses: [Loss]
    }

    var from: FileFormat?
    var to: FileFormat
    var layout: ScoreLayout?
    var unfoldsRepeats = true
    var isStrict = false
    var limits = ReadingLimits()

    /// Converts the bytes of one file.
    ///
    /// - Throws: `FileError`.
    func convert(_ bytes: [UInt8]) throws -> Result {
        var file = try ScoreFile(bytes, format: from, limits: limits)
        var losses: [Loss] = []
        let output: [UInt8]
        do {
            switch to {
            case .musicxml:
                if let others = file.archive?.others, let first = others.first {
                    losses.append(Loss(kind: "archive-entry", count: others.count, first: .init(entry: first.path)))
                }
                output = try document(of: file).xml()
            case .mxl:
                let xml = try document(of: file).xml()
                var archive = file.archive ?? MXLArchive(score: xml)
                archive.replaceScore(xml)
                output = try archive.packed()
            case .midi:
                let score = try file.score()
                (output, losses) = score.standardMIDIFile(order: unfoldsRepeats ? nil : .written(score))
            }
        } catch let error as MusicXMLError {
            throw FileError(error.diagnostic)
        }
        if isStrict, let first = file.diagnostics.first(where: { $0.severity >= .warning }) {
            throw FileError(
                Diagnostic(
                    code: first.code, severity: .error, place: first.place, message: first.message + " (--strict)"))
        }
        return Result(bytes: output, diagnostics: file.diagnostics, losses: losses)
    }

    private func document(of file: ScoreFile) throws -> MusicXMLDocument {
        guard let layout else { return file.document }
        return try file.document.converted(to: layout)
    }
}
