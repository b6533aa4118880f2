internal import GRDB

/// Why an index cannot be read or written.
public struct CorpusIndexError: Error, CustomStringConvertible {
    /// What is wrong, in a sentence.
    public let description: String

    init(_ description: String) { self.description = description }

    /// For what needs a finished index.
    public static let unfinished = CorpusIndexError("this index is not finished: quartet corpus index goes on with it")

    /// The same for what SQLite says.
    init(_ error: any Error) {
        let message = (error as? DatabaseError).flatMap { $0.message ?? "\($0.resultCode)" }
        self.init((error as? CorpusIndexError)?.description ?? message ?? "\(error)")
    }
}
