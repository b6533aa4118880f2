import Counterpoint
import MusicXML
import ScoreModel
import StandardMIDI

/// A file that is read for its music: notation, or a MIDI file that notation was found for.
struct MusicFile {
    let score: Score
    /// The file as it stands; nil for a MIDI file.
    let notation: ScoreFile?
    /// What the readers had to tell.
    let diagnostics: [Diagnostic]
    /// What was found in a MIDI file that it does not say.
    let guesses: [Guess]

    /// Where the letters of its pitches come from.
    var spelling: SpellingSource { notation == nil ? .inferred : .written }

    /// Reads a file.
    ///
    /// - Parameter isToBeWritten: Whether its notation is to be written again, so that it must have one.
    /// - Throws: `FileError`.
    init(_ bytes: [UInt8], limits: ReadingLimits, isToBeWritten: Bool) throws {
        if FileFormat(content: bytes)?.isMIDI == true {
            guard !isToBeWritten else {
                throw FileError(
                    code: "midi-input",
                    "this is a MIDI file, which has no notation to mark; quartet convert makes a score of it")
            }
            let transcription = try MusicFile.transcription(of: MIDISource(bytes))
            (score, notation) = (transcription.score, nil)
            (diagnostics, guesses) = (transcription.diagnostics, transcription.guesses)
        } else {
            var file = try ScoreFile(bytes, limits: limits)
            score = try file.score()
            (notation, diagnostics, guesses) = (file, file.diagnostics, [])
        }
    }

    private static func transcription(of source: MIDISource) throws -> Transcription {
        do throws(MIDIFileError) {
            switch source {
            case .file(let file): return try Transcription(file)
            case .clip(let clip): return try Transcription(clip)
            }
        } catch {
            throw FileError(error.diagnostic)
        }
    }
}

extension ScoreFile {
    /// Writes the file with another document in it: as an archive with all that its own had, where the output is called so.
    ///
    /// - Throws: `FileError`.
    func write(_ document: MusicXMLDocument, to output: OutputFile, console: Console) throws {
        var bytes = document.xml()
        if FileFormat(fileName: output.path) == .mxl {
            var archive = archive ?? MXLArchive(score: bytes)
            archive.replaceScore(bytes)
            do { bytes = try archive.packed() } catch { throw FileError(error.diagnostic) }
        }
        if output.path != "-" { try output.makeFolder() }
        try output.write(bytes, console: console)
    }
}
