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

    /// Why a command that is about notation does not take a MIDI file.
    static let withoutNotation = FileError(
        code: "midi-input", "this is a MIDI file, which has no notation; quartet convert makes a score of it")
    static let clipNotWritten = FileError(code: "midi-clip", "MIDI clip files are read, and not written")
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
