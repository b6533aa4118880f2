import Collector

extension Recipe {
    private enum Key: String, CaseIterable {
        case pages, next, files, hosts, depth, within, metadata
    }

    private enum LinkKey: String, CaseIterable {
        case address, text
    }

    private enum MetadataKey: String, CaseIterable {
        case page, link, match
    }

    /// Reads a recipe.
    init(_ bytes: [UInt8]) throws(ConfigurationError) {
        guard let root = try ConfigurationNode(bytes) else {
            throw ConfigurationError(line: 1, column: 1, message: "the recipe is empty")
        }
        var recipe = Recipe(files: [])
        for (key, value) in try root.entries() {
            switch try key.key(Key.self) {
            case .pages: recipe.pages = try Recipe.rules(value)
            case .next: recipe.next = try Recipe.rules(value)
            case .files: recipe.files = try Recipe.rules(value)
            case .hosts:
                for item in try value.items() {
                    let text = try item.text()
                    guard let site = Site(text) else {
                        throw item.error("\"\(text)\" is no host: write example.org or example.org:8080")
                    }
                    recipe.hosts.append(site)
                }
            case .depth: recipe.depth = try value.number(in: 0...100)
            case .within: recipe.within = try value.word()
            case .metadata:
                for (key, value) in try value.entries() { recipe.metadata.append(try Recipe.metadata(key, value)) }
            }
        }
        guard !recipe.files.isEmpty else { throw root.error("a recipe needs files: which links are scores") }
        self = recipe
    }

    private static func rules(_ node: ConfigurationNode) throws(ConfigurationError) -> [LinkRule] {
        var rules: [LinkRule] = []
        for item in try node.items() {
            var (address, text): (TextPattern?, TextPattern?)
            for (key, value) in try item.entries() {
                switch try key.key(LinkKey.self) {
                case .address: address = try value.pattern()
                case .text: text = try value.pattern()
                }
            }
            guard let rule = LinkRule(address: address, text: text) else {
                throw item.error("a rule about links needs address, text or both")
            }
            rules.append(rule)
        }
        return rules
    }

    private static func metadata(
        _ key: ConfigurationNode, _ node: ConfigurationNode
    ) throws(ConfigurationError) -> MetadataRule {
        var (place, pattern): ((MetadataRule.Origin, PagePath)?, TextPattern?)
        for (key, value) in try node.entries() {
            switch try key.key(MetadataKey.self) {
            case .page: place = (.page, try value.path())
            case .link: place = (.link, try value.path())
            case .match: pattern = try value.pattern()
            }
        }
        guard let place else { throw node.error("metadata need page or link: an XPath from the page or from the link") }
        return MetadataRule(name: try key.text(), origin: place.0, path: place.1, pattern: pattern)
    }
}

extension ConfigurationNode {
    /// A regular expression.
    fileprivate func pattern() throws(ConfigurationError) -> TextPattern {
        let text = try text()
        guard let pattern = TextPattern(text) else { throw error("\"\(text)\" is no regular expression") }
        return pattern
    }

    /// An XPath.
    fileprivate func path() throws(ConfigurationError) -> PagePath {
        let text = try text()
        guard let path = PagePath(text) else { throw error("\"\(text)\" is no XPath") }
        return path
    }
}
