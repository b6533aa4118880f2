public import Files
public import ScoreModel

/// A file as an index has it.
public struct FileEntry: Sendable {
    /// What tells a file from another, and from itself when it has changed.
    public struct Stamp: Hashable, Sendable {
        /// How many bytes it has.
        public let bytes: Int
        /// When it was changed last, in nanoseconds since 1970.
        public let modified: Int64

        /// A stamp.
        public init(bytes: Int, modified: Int64) { (self.bytes, self.modified) = (bytes, modified) }
    }

    /// What became of it.
    public enum Outcome: Sendable {
        /// It is a score.
        case score(ScoreDescription, Outline)
        /// It should be a score, and could not be read.
        case broken(Diagnostic)
        /// It is of a kind that is not read.
        case other(reason: String)
    }

    /// The way to it from the folder of the index, with slashes.
    public let path: String
    /// What it is.
    public let kind: FileKind
    /// Its size and its time.
    public let stamp: Stamp
    /// Its checksum (SHA-256) in hexadecimal digits; nil where its bytes could not be read.
    public let checksum: String?
    /// What became of it.
    public let outcome: Outcome

    /// A file.
    ///
    /// - Parameter read: Reads a score, whatever its format.
    public init<Failure>(
        path: String, stamp: Stamp, content: [UInt8], read: ([UInt8]) throws(Failure) -> SourceReading,
        diagnostic: (Failure) -> Diagnostic
    ) {
        (self.path, self.stamp) = (path, stamp)
        kind = FileKind(content: content)
        checksum = SHA256.digits(of: content)
        guard kind.isScore else {
            outcome = .other(reason: kind.reasonNotRead)
            return
        }
        do throws(Failure) {
            let reading = try read(content)
            outcome = .score(ScoreDescription(reading), Outline(reading.score))
        } catch {
            outcome = .broken(diagnostic(error))
        }
    }

    /// A file whose bytes could not be read.
    public init(path: String, stamp: Stamp, unreadable: Diagnostic) {
        (self.path, self.stamp, checksum, kind, outcome) = (path, stamp, nil, .data, .broken(unreadable))
    }
}

extension FileKind {
    /// Why a file of this kind is not read.
    var reasonNotRead: String {
        switch self {
        case .zip: "an archive of other files: unpack it"
        case .empty: "there is nothing in it"
        case .kern, .abc, .mei, .musescore, .lilypond: "scores in this format are not read"
        default: "no score"
        }
    }
}
