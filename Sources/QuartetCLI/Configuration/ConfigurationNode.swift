import ScoreModel
import Yams

/// A value in a configuration file, which knows its place when it is not what it should be.
struct ConfigurationNode {
    private let node: Yams.Node
    /// What it is the value of: `limits.spacing`; empty for the whole file.
    private let name: String

    private init(_ node: Yams.Node, name: String) {
        self.node = node
        self.name = name
    }

    /// More is no configuration, but something that should keep a program busy.
    static let mostBytes = 1 << 20

    /// The whole of a file; nil when there is nothing in it.
    init?(_ bytes: [UInt8]) throws(ConfigurationError) {
        guard bytes.count <= ConfigurationNode.mostBytes else {
            throw ConfigurationError(line: 1, column: 1, message: "the file has more than a mebibyte")
        }
        // The parser takes a byte order mark for a text.
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationError(line: 1, column: 1, message: "the file is not UTF-8")
        }
        try ConfigurationNode.refuseAnchors(bytes)
        do {
            // The parser keeps a pointer into the text, which a string of less than 16 bytes has not.
            let padding = String(repeating: " ", count: max(16 - text.utf8.count, 0))
            guard let root = try Parser(yaml: text + padding, resolver: .basic, encoding: .utf8).singleRoot() else {
                return nil
            }
            self.init(root, name: "")
        } catch {
            throw ConfigurationError(error, in: text)
        }
    }

    /// Anchors let a short file mean a huge one, and nobody needs them here. The parser knows of them only when it has followed
    /// them, so that their sign is looked for before: an ampersand where no word goes on, with a name behind it.
    private static func refuseAnchors(_ bytes: [UInt8]) throws(ConfigurationError) {
        func isWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        var (line, column) = (1, 1)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "&"), index == 0 || !isWord(bytes[index - 1]), index + 1 < bytes.count,
                isWord(bytes[index + 1])
            {
                throw ConfigurationError(
                    line: line, column: column, message: "anchors and aliases of YAML are not read; write it out")
            }
            column += 1
            if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) }
        }
    }

    /// An error at the place of the value.
    func error(_ message: String) -> ConfigurationError {
        ConfigurationError(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message)
    }

    // MARK: Kinds

    /// The entries of a mapping, each with its key; nothing where nothing was written.
    func entries() throws(ConfigurationError) -> [(key: ConfigurationNode, value: ConfigurationNode)] {
        if isEmpty { return [] }
        guard let mapping = node.mapping else { throw error("\(title) must be a mapping of keys to values") }
        return mapping.map { key, value in
            let own = key.scalar?.string ?? "?"
            return (
                ConfigurationNode(key, name: name),
                ConfigurationNode(value, name: name.isEmpty ? own : "\(name).\(own)")
            )
        }
    }

    /// The items of a list; nothing where nothing was written.
    func items() throws(ConfigurationError) -> [ConfigurationNode] {
        if isEmpty { return [] }
        guard let sequence = node.sequence else { throw error("\(title) must be a list") }
        return sequence.map { ConfigurationNode($0, name: name) }
    }

    /// A text, as it is written: `off` is a text here and no truth value.
    func text() throws(ConfigurationError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw error("\(title) must be a text") }
        return text
    }

    /// A whole number.
    func number(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard let text = node.scalar?.string, let number = Int(text), range.contains(number) else {
            throw error("\(title) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A decimal number.
    func decimal(in range: ClosedRange<Double>) throws(ConfigurationError) -> Double {
        guard let text = node.scalar?.string, let number = Double(text), range.contains(number) else {
            throw error("\(title) must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// One of several words.
    func word<Word: RawRepresentable & CaseIterable>(
        as type: Word.Type = Word.self
    ) throws(ConfigurationError) -> Word where Word.RawValue == String {
        let text = try text()
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue)
            throw error(
                "\"\(text)\" is no value of \(name): it must be \(words.joined(separator: ", "))"
                    + ConfigurationNode.suggestion(for: text, among: words))
        }
        return word
    }

    /// The error about a key that nobody knows.
    func unknownKey(among known: [String]) -> ConfigurationError {
        guard let key = node.scalar?.string else { return error("a key must be a text") }
        let place = name.isEmpty ? "" : " in \(name)"
        return error(
            "unknown key \"\(key)\"\(place): there are \(known.joined(separator: ", "))"
                + ConfigurationNode.suggestion(for: key, among: known))
    }

    private static func suggestion(for text: String, among words: [String]) -> String {
        nearest(to: text, among: words).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    private var isEmpty: Bool {
        node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
    }

    private var title: String { name.isEmpty ? "a configuration" : name }
}

extension ConfigurationError {
    /// What the parser of YAML does not understand.
    fileprivate init(_ error: any Error, in text: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, column: mark.column, message: "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(
                line: context.mark.line, column: context.mark.column,
                message: "the key \"\(keys.first ?? "")\" stands here twice")
        case .reader(let problem, let offset, _, _):
            let before = text.unicodeScalars.prefix(offset ?? 0).split(
                separator: "\n", omittingEmptySubsequences: false)
            self.init(
                line: max(before.count, 1), column: (before.last?.count ?? 0) + 1,
                message: "this is not YAML: \(problem)")
        default: self.init(line: 1, column: 1, message: "this is not YAML")
        }
    }
}
