import MusicXML
import ScoreModel
import StandardMIDI

/// A score or a MIDI file that a command was asked to read.
struct ScoreInput {
    /// What it is.
    enum Content {
        case score(Score)
        case midi(MIDIListing)
    }

    let path: String
    let limits: ReadingLimits
    let messages: MessageOptions
    /// The encoding of texts in MIDI files; guessed when nil.
    let encoding: MIDIText.Encoding?

    /// Reads the file and prints what its reader has to tell.
    ///
    /// - Throws: `ExitStatus.unreadable`, when the reason has been printed.
    func read(_ console: Console) throws -> Content {
        do {
            let bytes = try InputFile(path: path, relativePath: path).read(limit: limits.bytes, console: console)
            if FileFormat(content: bytes)?.isMIDI == true {
                let listing = MIDIListing(try MIDISource(bytes), encoding: encoding)
                messages.print(listing.diagnostics, about: path, to: console)
                return .midi(listing)
            }
            var file = try ScoreFile(bytes, limits: limits)
            let score = try file.score()
            messages.print(file.diagnostics, about: path, to: console)
            return .score(score)
        } catch let error as FileError {
            messages.print([error.diagnostic], about: path, to: console)
            throw ExitStatus.unreadable
        }
    }
}
