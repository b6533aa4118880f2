internal import Foundation

/// A regular expression, as ICU and Foundation have them.
public struct TextPattern: Hashable, Sendable {
    /// As it is written.
    public let text: String
    private let expression: NSRegularExpression
    /// The names of its groups.
    let names: [String]

    /// A pattern; nil when it is no regular expression.
    public init?(_ text: String) {
        guard let expression = try? NSRegularExpression(pattern: text) else { return nil }
        self.text = text
        self.expression = expression
        names = TextPattern.names(in: text)
    }

    /// Whether it is found anywhere in a text.
    func matches(_ text: String) -> Bool { match(text) != nil }

    /// What it finds first: its first group or, without groups, all of it; nil when it finds nothing.
    func found(in text: String) -> String? {
        guard let match = match(text) else { return nil }
        return piece(of: text, match.range(at: expression.numberOfCaptureGroups > 0 ? 1 : 0))
    }

    /// What its named groups find.
    func groups(in text: String) -> [String: String] {
        guard !names.isEmpty, let match = match(text) else { return [:] }
        var groups: [String: String] = [:]
        for name in names { groups[name] = piece(of: text, match.range(withName: name)) }
        return groups
    }

    private func match(_ text: String) -> NSTextCheckingResult? {
        expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
    }

    private func piece(of text: String, _ range: NSRange) -> String? {
        guard range.location != NSNotFound, let range = Range(range, in: text) else { return nil }
        return String(text[range])
    }

    private static func names(in text: String) -> [String] {
        guard let groups = try? NSRegularExpression(pattern: #"\(\?<([A-Za-z][A-Za-z0-9]*)>"#) else { return [] }
        return groups.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Range($0.range(at: 1), in: text).map { String(text[$0]) }
        }
    }
}
