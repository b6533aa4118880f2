public import ScoreModel

/// Why bytes are neither a Standard MIDI File nor a MIDI clip file, or why a file cannot be written down. Whatever else is wrong with a file is
/// repaired.
public struct MIDIFileError: Error, Hashable, Sendable {
    /// A kind of error: a name in kebab case that stays the same between versions.
    public struct Code: Hashable, Sendable {
        /// The name.
        public let name: String

        private init(_ name: String) { self.name = name }

        /// There are no bytes.
        public static let emptyInput = Code("empty-input")
        /// There is no header of a MIDI file anywhere.
        public static let notMIDI = Code("not-midi")
        /// The header has fewer than the six bytes that say what follows.
        public static let headerTruncated = Code("header-truncated")
        /// Written down, the file would take more measures than any music.
        public static let tooLong = Code("too-long")
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

extension MIDIFileError {
    /// The same as a diagnostic.
    public var diagnostic: Diagnostic {
        Diagnostic(code: code.name, severity: .error, place: place, message: message)
    }
}
