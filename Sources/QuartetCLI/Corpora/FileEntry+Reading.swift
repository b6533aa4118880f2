import Corpus
import MusicXML
import ScoreModel
import StandardMIDI

extension FileEntry {
    /// What an index has to say of a file; whatever goes wrong is in it.
    init(_ file: ListedFile, limits: ReadingLimits, console: Console) {
        do {
            let bytes = try file.input.read(limit: limits.bytes, console: console)
            self.init(path: file.path, stamp: file.stamp, content: bytes) { bytes throws(FileError) in
                do {
                    return SourceReading(try MusicFile(bytes, limits: limits, isToBeWritten: false))
                } catch {
                    throw FileError(FileError.diagnostic(of: error))
                }
            } diagnostic: {
                $0.diagnostic
            }
        } catch {
            self.init(path: file.path, stamp: file.stamp, unreadable: FileError.diagnostic(of: error))
        }
    }
}

extension SourceReading {
    fileprivate init(_ music: MusicFile) {
        self.init(
            music.score, diagnostics: music.diagnostics,
            isPlayed: music.guesses.contains { $0.kind == .rhythm },
            keyConfidence: music.guesses.first { $0.kind == .key }?.confidence)
    }
}
