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
    var encoding: MIDIText.Encoding?

    /// Reads the file and prints what its reader has to tell.
    ///
    /// - Throws: `ExitStatus.unreadable`, when the reason has been printed.
    func read(_ console: Console) throws -> Content {
        try reading(console) { bytes in
            guard FileFormat(content: bytes)?.isMIDI == true else { return .score(try score(bytes, console)) }
            let listing = MIDIListing(try MIDISource(bytes), encoding: encoding)
            messages.print(listing.diagnostics, about: path, to: console)
            return .midi(listing)
        }
    }

    /// The same where it has to be a score.
    func readScore(_ console: Console) throws -> Score { try reading(console) { try score($0, console) } }

    private func score(_ bytes: [UInt8], _ console: Console) throws -> Score {
        var file = try ScoreFile(bytes, limits: limits)
        let score = try file.score()
        messages.print(file.diagnostics, about: path, to: console)
        return score
    }

    private func reading<Value>(_ console: Console, _ read: ([UInt8]) throws -> Value) throws -> Value {
        do {
            return try read(InputFile(path: path, relativePath: path).read(limit: limits.bytes, console: console))
        } catch let error as FileError {
            messages.print([error.diagnostic], about: path, to: console)
            throw ExitStatus.unreadable
        }
    }
}
