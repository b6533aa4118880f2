internal import GRDB

/// Why an index cannot be read or written.
public struct CorpusIndexError: Error, CustomStringConvertible {
    /// What is wrong, in a sentence.
    public let description: String
    /// Whether it lies in what was asked, not in the index.
    public let isWrongQuestion: Bool

    init(_ description: String, isWrongQuestion: Bool = false) {
        (self.description, self.isWrongQuestion) = (description, isWrongQuestion)
    }

    /// For what needs a finished index.
    public static let unfinished = CorpusIndexError("this index is not finished: quartet corpus index goes on with it")

    /// The same for what SQLite says.
    init(_ error: any Error) {
        if let known = error as? CorpusIndexError {
            self = known
        } else {
            self.init((error as? DatabaseError).map { $0.message ?? "\($0.resultCode)" } ?? "\(error)")
        }
    }
}
