public import ScoreModel

/// Why bytes are not a document, or a document is not a score.
public struct MusicXMLError: Error, Hashable, Sendable {
    /// A kind of error: a name in kebab case that stays the same between versions.
    public struct Code: Hashable, Sendable {
        /// The name.
        public let name: String

        private init(_ name: String) { self.name = name }

        /// There are no bytes, or only white space.
        public static let emptyInput = Code("empty-input")
        /// The bytes are not text in their encoding, or the encoding is not one that is read.
        public static let textUndecodable = Code("text-undecodable")
        /// The text breaks the rules of XML.
        public static let xmlMalformed = Code("xml-malformed")
        /// An entity is used that nobody declared.
        public static let entityUndeclared = Code("entity-undeclared")
        /// An entity is used that lies outside the document, which is never loaded.
        public static let entityExternal = Code("entity-external")
        /// Entities make the document much larger than it is written.
        public static let entityGrowth = Code("entity-growth")
        /// Elements are nested deeper than the limit.
        public static let tooDeep = Code("too-deep")
        /// There are more bytes than the limit.
        public static let tooLarge = Code("too-large")
        /// The root element is not that of a score.
        public static let notAScore = Code("not-a-score")
        /// The archive breaks the rules of zip.
        public static let zipMalformed = Code("zip-malformed")
        /// An entry of the archive has a name that points outside it.
        public static let zipPathEscape = Code("zip-path-escape")
        /// An entry of the archive unpacks to more than the limit.
        public static let zipRatio = Code("zip-ratio")
        /// The archive has more entries than the limit.
        public static let zipEntries = Code("zip-entries")
        /// An entry that is needed is encrypted.
        public static let zipEncrypted = Code("zip-encrypted")
        /// The archive holds no score.
        public static let noRootfile = Code("no-rootfile")
    }

    /// What kind of error it is.
    public var code: Code
    /// Where.
    public var place: Diagnostic.Place
    /// What is wrong, in a sentence.
    public var message: String

    init(_ code: Code, at place: Diagnostic.Place = .init(), _ message: String) {
        self.code = code
        self.place = place
        self.message = message
    }
}

extension MusicXMLError {
    /// The same as a diagnostic.
    public var diagnostic: Diagnostic {
        Diagnostic(code: code.name, severity: .error, place: place, message: message)
    }
}
