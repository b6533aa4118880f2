import ScoreModel
import StandardMIDI

/// A file of the MIDI family that was read.
enum MIDISource {
    case file(MIDIFile)
    case clip(MIDIClip)

    /// Reads a file.
    ///
    /// - Throws: `FileError`.
    init(_ bytes: [UInt8]) throws {
        do throws(MIDIFileError) {
            self =
                FileFormat(content: bytes) == .midi2 ? .clip(try MIDIClip(bytes)) : .file(try MIDIFile(bytes))
        } catch {
            throw FileError(error.diagnostic)
        }
    }

    /// What its reader had to tell.
    var diagnostics: [Diagnostic] {
        switch self {
        case .file(let file): file.diagnostics
        case .clip(let clip): clip.diagnostics
        }
    }

    /// The code of what is refused because it cannot be done with any file of the format.
    static let refusal = "midi-input"

    static let withoutNotation = FileError(
        code: refusal,
        "this is a MIDI file, which has no notation; MIDI becomes a score in a later version that finds one")
    static let clipNotConverted = FileError(
        code: refusal, "this is a MIDI clip file; info and notes read it, and convert does not")
    static let clipNotWritten = FileError(code: refusal, "MIDI clip files are read, and not written")
}

extension MIDISource {
    /// The keys with their ticks; those of the first track where each track is a piece of its own.
    var keys: [(tick: Int, key: MetaEvent.KeySignature)] {
        switch self {
        case .file(let file): file.keys(track: file.format == .independent ? 0 : nil)
        case .clip(let clip): clip.keys
        }
    }

    /// How many quarter notes a tick lasts.
    var quartersPerTick: Fraction {
        switch self {
        case .file(let file): file.division.quartersPerTick
        case .clip(let clip): clip.quartersPerTick
        }
    }
}
