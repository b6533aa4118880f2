/// Something about a file that its reader has to tell: what was found, where, and what was done about it.
///
/// Diagnostics are about files, findings are about music.
public struct Diagnostic: Hashable, Sendable {
    /// How much it matters.
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        /// Worth knowing; nothing was changed.
        case note
        /// The file breaks its format's rules, or something could not be carried over, and was repaired or kept aside.
        case warning
        /// The file could not be used.
        case error

        /// Orders by weight.
        public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

        private var weight: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Where in a file. What is not known is nil.
    public struct Place: Hashable, Sendable {
        /// The line, from 1.
        public var line: Int?
        /// The offset in bytes, from 0.
        public var byte: Int?
        /// The id of the part.
        public var part: String?
        /// The number of the measure, as the file has it.
        public var measure: String?
        /// The entry of an archive.
        public var entry: String?

        /// A place in a file.
        public init(
            line: Int? = nil, byte: Int? = nil, part: String? = nil, measure: String? = nil, entry: String? = nil
        ) {
            self.line = line
            self.byte = byte
            self.part = part
            self.measure = measure
            self.entry = entry
        }
    }

    /// A short name in kebab case that stays the same between versions, such as `tie-unmatched`.
    public var code: String
    /// How much it matters.
    public var severity: Severity
    /// Where.
    public var place: Place
    /// What was found and what was done about it, in a sentence.
    public var message: String

    /// A diagnostic.
    public init(code: String, severity: Severity, place: Place = Place(), message: String) {
        self.code = code
        self.severity = severity
        self.place = place
        self.message = message
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `line 12, part P1, measure 3: warning: message [code]`.
    public var description: String {
        let place = "\(place)"
        return (place.isEmpty ? "" : place + ": ") + "\(severity): \(message) [\(code)]"
    }
}

extension Diagnostic.Place: CustomStringConvertible {
    /// What is known, from the outside in.
    public var description: String {
        var words: [String] = []
        if let entry { words.append("entry \(entry)") }
        if let line { words.append("line \(line)") }
        if let byte { words.append("byte \(byte)") }
        if let part { words.append("part \(part)") }
        if let measure { words.append("measure \(measure)") }
        return words.joined(separator: ", ")
    }
}
