/// What a host asks of robots, in its `robots.txt` (RFC 9309).
public struct RobotsRules: Hashable, Sendable {
    private struct Rule: Hashable {
        let allows: Bool
        let pattern: RobotsPattern
    }

    private var rules: [Rule] = []
    /// How many seconds robots should wait between requests. Not in the RFC, but on many hosts; a day at most.
    public private(set) var delay: Double?

    /// How much of a file has to be read at least, and is (section 2.5).
    static let mostBytes = 500 << 10

    /// Everything is allowed.
    static let open = RobotsRules()

    private init() {}

    /// Reads a file for one robot: all groups that name it, or else those for all robots (section 2.2.1).
    ///
    /// - Parameter agent: The name of the robot; letters, hyphens and underscores.
    public init(_ bytes: [UInt8], agent: String) {
        var (own, general) = (RobotsRules(), RobotsRules())
        var hasOwn = false
        // Whom the group is for; several lines may say so in a row.
        var (isForUs, isForAll, isAtHead) = (false, false, false)
        let text = String(
            decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline) {
            guard let (key, value) = RobotsRules.entry(line) else { continue }
            if key == "user-agent" {
                if !isAtHead { (isForUs, isForAll) = (false, false) }
                isAtHead = true
                if value == "*" { isForAll = true }
                if RobotsRules.name(value) == agent.lowercased() { (isForUs, hasOwn) = (true, true) }
            } else if ["allow", "disallow", "crawl-delay"].contains(key) {
                isAtHead = false
                if isForUs { own.add(key, value) }
                if isForAll { general.add(key, value) }
            }
        }
        self = hasOwn ? own : general
    }

    /// Whether an address may be asked for: the longest rule that matches decides, and `allow` among equals (section 2.2.2).
    public func allows(_ address: WebAddress) -> Bool {
        let path = address.path + (address.query.map { "?" + $0 } ?? "")
        guard path != "/robots.txt" else { return true }
        let matching = rules.filter { $0.pattern.matches(path) }
        return matching.max { ($0.pattern.length, $0.allows ? 1 : 0) < ($1.pattern.length, $1.allows ? 1 : 0) }?.allows
            ?? true
    }

    private mutating func add(_ key: String, _ value: String) {
        switch key {
        case "crawl-delay":
            if let seconds = Double(value), seconds >= 0 { delay = max(delay ?? 0, min(seconds, 86_400)) }
        default:
            // "Disallow:" alone allows everything.
            if !value.isEmpty { rules.append(Rule(allows: key == "allow", pattern: RobotsPattern(value))) }
        }
    }

    private static func entry(_ line: Substring) -> (key: String, value: String)? {
        let text = line.prefix { $0 != "#" }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return (trimmed(text[..<colon]).lowercased(), trimmed(text[text.index(after: colon)...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// `Quartet/1.0` is the name "quartet".
    private static func name(_ value: String) -> String {
        String(value.lowercased().prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") })
    }
}
