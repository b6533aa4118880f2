internal import Foundation

/// What to follow on a site, and what to take.
public struct Recipe: Sendable {
    /// The links that lead to further pages.
    public var pages: [LinkRule]
    /// The links that lead on in a list that is spread over several pages.
    public var next: [LinkRule]
    /// The links that lead to scores.
    public var files: [LinkRule]
    /// The hosts that may be asked besides those that the collection starts from.
    public var hosts: [Site]
    /// How many links away from where the collection starts pages are followed.
    public var depth: Int
    /// How far pages are followed.
    public var within: Reach
    /// What is noted about each file.
    public var metadata: [MetadataRule]

    /// How far pages are followed. Files may lie anywhere on the hosts.
    public enum Reach: String, Sendable, CaseIterable {
        /// In the folder where the collection starts, and below.
        case folder
        /// On all hosts that may be asked.
        case hosts
    }

    /// A recipe.
    public init(
        pages: [LinkRule] = [], next: [LinkRule] = [], files: [LinkRule], hosts: [Site] = [], depth: Int = 1,
        within: Reach = .hosts, metadata: [MetadataRule] = []
    ) {
        self.pages = pages
        self.next = next
        self.files = files
        self.hosts = hosts
        self.depth = depth
        self.within = within
        self.metadata = metadata
    }

    /// The metadata that a file's address or path says by the named groups of the rules; nil when no rule takes it.
    public func metadata(ofFile address: String) -> [String: String]? {
        files.first { $0.takes(address: address, text: nil) }.map { $0.metadata(of: address) }
    }
}

/// Which links are meant: those whose address and whose text have what is asked for.
public struct LinkRule: Hashable, Sendable {
    /// What the address of the link has in it; nil for any.
    public let address: TextPattern?
    /// What the text of the link has in it; nil for any.
    public let text: TextPattern?

    /// A rule; nil when it asks for nothing.
    public init?(address: TextPattern?, text: TextPattern? = nil) {
        guard address != nil || text != nil else { return nil }
        self.address = address
        self.text = text
    }

    /// Whether a link is meant.
    ///
    /// - Parameter text: Nil for what was given and is no link in a page.
    func takes(address: String, text: String?) -> Bool {
        (self.address?.matches(address) ?? (text != nil)) && (text.map { self.text?.matches($0) ?? true } ?? true)
    }

    /// What the named groups find in an address, decoded. `path` is where the file is to lie, and no metadata.
    func metadata(of address: String) -> [String: String] {
        groups(in: address).compactMapValues { $0.removingPercentEncoding ?? $0 }
            .filter { $0.key != LinkRule.pathGroup }
    }

    /// Where a file is to lie, if the address says that somewhere else than in its path.
    func path(of address: String) -> String? { groups(in: address)[LinkRule.pathGroup] }

    private func groups(in address: String) -> [String: String] { self.address?.groups(in: address) ?? [:] }

    private static let pathGroup = "path"
}

/// Something that is noted about a file: where it stands.
public struct MetadataRule: Hashable, Sendable {
    /// Where an XPath begins.
    public enum Origin: Hashable, Sendable {
        /// At the page that the link stands in.
        case page
        /// At the link.
        case link
    }

    /// What it is: `composer`.
    public let name: String
    /// Where to begin.
    public let origin: Origin
    /// The way to it.
    public let path: PagePath
    /// What is taken of the text there: the first group, or all that matches; nil for all of it.
    public let pattern: TextPattern?

    /// A rule.
    public init(name: String, origin: Origin, path: PagePath, pattern: TextPattern? = nil) {
        self.name = name
        self.origin = origin
        self.path = path
        self.pattern = pattern
    }

    /// What is noted of a text; nil when there is nothing to note.
    func value(of text: String) -> String? {
        let found = pattern.map { $0.found(in: text) } ?? text
        return found.flatMap { $0.isEmpty ? nil : $0 }
    }
}
