/// Something that a version of MusicXML brought, and what becomes of it in a document for an older one.
struct VersionRule: Hashable, Sendable {
    /// What the rule looks at, and what goes when it holds.
    enum Subject: Hashable, Sendable {
        /// The element, wherever it stands or in one kind of element.
        case element(in: String?)
        /// All but the first of them in an element.
        case furtherElements(in: String)
        /// The element beside one of the given name.
        case elementBeside(String)
        /// The element where its text is one of the words.
        case elementWithText
        /// The text of the element, where it is one of the words.
        case text
        /// The attribute; where there are words, only when it is one of them.
        case attribute(String)
        /// The element where its attribute is one of the words.
        case elementWithAttribute(String)
    }

    /// The version that brought it.
    var version: MusicXMLVersion
    /// The name of the element; nil for any.
    var element: String?
    var subject: Subject
    /// The values that are new; empty where all are. One that ends in an asterisk stands for all that begin so.
    var words: [String] = []
    /// What takes its place: a value for an attribute, the name of an element for an element, whose old name becomes the text.
    var replacement: String?
}

extension VersionRule {
    /// The rules of a table; its syntax is told there.
    static func rules(_ table: String) -> [VersionRule] { table.split(separator: "\n").flatMap { line($0) } }

    private static func line(_ line: Substring) -> [VersionRule] {
        let words = line.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let version = MusicXMLVersion(rawValue: String(words[0])) else { return [] }
        let replaced = words[1].split(separator: " > ").map(String.init)
        guard let rule = replaced.first else { return [] }
        let sides = rule.split(separator: " = ", maxSplits: 1).map(String.init)
        guard let subjects = sides.first?.split(separator: " ").map(String.init) else { return [] }
        let values = sides.count > 1 ? sides[1].split(separator: " | ").map(String.init) : []
        return subjects.map { name in
            var rule = VersionRule(name, version: version)
            rule.words = values
            rule.replacement = replaced.count > 1 ? replaced[1] : nil
            if !values.isEmpty, case .element(in: nil) = rule.subject { rule.subject = .elementWithText }
            return rule
        }
    }

    private init(_ name: String, version: MusicXMLVersion) {
        func split(_ separator: Character) -> (String, String)? {
            let parts = name.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        self.version = version
        if let (owner, attribute) = split("@") {
            element = owner == "*" ? nil : owner
            subject = .attribute(attribute)
        } else if let (owner, attribute) = split("[") {
            element = owner == "*" ? nil : owner
            subject = .elementWithAttribute(String(attribute.dropLast()))
        } else if let (owner, neighbour) = split("+") {
            element = owner
            subject = .elementBeside(neighbour)
        } else if name.hasSuffix("()") {
            element = String(name.dropLast(2))
            subject = .text
        } else if let (parent, child) = split("/") {
            let isLimited = child.hasSuffix("*")
            element = isLimited ? String(child.dropLast()) : child
            subject = isLimited ? .furtherElements(in: parent) : .element(in: parent)
        } else {
            element = name
            subject = .element(in: nil)
        }
    }
}
