import ArgumentParser
import MusicXML
import ScoreModel
import StandardMIDI

/// A score that was composed, in the format that a file is called by.
struct ComposedFile {
    let bytes: [UInt8]
    let diagnostics: [Diagnostic]

    /// The formats that are written.
    static let formats: [FileFormat] = [.musicxml, .mxl, .midi]

    /// - Throws: `FileError`.
    init(_ score: Score, as format: FileFormat) throws {
        switch format {
        case .midi:
            let order = PlayOrder(score)
            bytes = score.midiFile(order: order).file.bytes()
            diagnostics = order.diagnostics
        case .mxl:
            let (xml, found) = score.musicXML()
            do { bytes = try MXLArchive(score: xml).packed() } catch { throw FileError(error.diagnostic) }
            diagnostics = found
        default: (bytes, diagnostics) = score.musicXML()
        }
    }

    /// Refuses names of files in formats that are not written.
    ///
    /// - Throws: `ValidationError`.
    static func check(_ path: String) throws {
        guard path == "-" || FileFormat(fileName: path).map(formats.contains) ?? false else {
            throw ValidationError("--output ends in .musicxml, .mxl or .mid, or is - for MusicXML on standard output.")
        }
    }
}
