import Corpus
import MusicXML
import ScoreModel

/// Why a file could not be read or written.
struct FileError: Error {
    /// What is wrong, and where in the file.
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    init(code: String, _ message: String) {
        diagnostic = Diagnostic(code: code, severity: .error, message: message)
    }

    /// What is to be told of any error.
    static func diagnostic(of error: any Error) -> Diagnostic {
        (error as? FileError)?.diagnostic ?? Diagnostic(code: "failed", severity: .error, message: "\(error)")
    }
}

/// A score file that was read, still as its format has it.
struct ScoreFile {
    /// The document.
    var document: MusicXMLDocument
    /// The archive that it came in.
    var archive: MXLArchive?
    /// What its readers had to tell.
    var diagnostics: [Diagnostic] = []

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - format: The format to take for granted; what the bytes look like when nil.
    ///   - allowsAnyRoot: Whether a document that is no score is taken too.
    /// - Throws: `FileError`.
    init(
        _ bytes: [UInt8], format: FileFormat? = nil, limits: ReadingLimits = .init(), allowsAnyRoot: Bool = false
    ) throws {
        guard !bytes.isEmpty else { throw FileError(code: "empty-input", "the file is empty") }
        guard let format = format ?? FileFormat(content: bytes) else {
            guard !CorpusIndex.isIndex(Array(bytes.prefix(100))) else {
                throw FileError(
                    code: "corpus-index", "this is a corpus index, which is taken where a folder of scores is taken")
            }
            let isBlank = bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
            throw isBlank
                ? FileError(code: "empty-input", "the file is empty but for white space")
                : FileError(code: "unknown-format", "this is in no format that Quartet knows")
        }
        guard !format.isMIDI else { throw MIDISource.withoutNotation }
        do throws(MusicXMLError) {
            var xml = bytes
            if format == .mxl {
                let (archive, diagnostics) = try MXLArchive.read(bytes, limits: limits)
                (self.archive, self.diagnostics) = (archive, diagnostics)
                xml = archive.score
            }
            document = try MusicXMLDocument(xml: xml, limits: limits)
            if !allowsAnyRoot { _ = try document.requiredLayout() }
        } catch {
            throw FileError(error.diagnostic)
        }
    }

    /// The score that the file means. Diagnostics about it are added to those about the file.
    mutating func score() throws -> Score {
        let (score, found) = try document.score()
        diagnostics += found
        return score
    }
}
