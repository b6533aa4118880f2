import MusicXML
import ScoreModel

/// A score that a command was asked to read.
struct ScoreInput {
    let path: String
    let limits: ReadingLimits
    let messages: MessageOptions

    /// Reads the score and prints what its reader has to tell.
    ///
    /// - Throws: `ExitStatus.unreadable`, when the reason has been printed.
    func read(_ console: Console) throws -> Score {
        do {
            let bytes = try InputFile(path: path, relativePath: path).read(limit: limits.bytes, console: console)
            var file = try ScoreFile(bytes, limits: limits)
            let score = try file.score()
            messages.print(file.diagnostics, about: path, to: console)
            return score
        } catch let error as FileError {
            messages.print([error.diagnostic], about: path, to: console)
            throw ExitStatus.unreadable
        }
    }
}
