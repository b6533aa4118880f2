/// Something to ask a server for.
public struct Request: Hashable, Sendable {
    /// What for.
    public enum Purpose: Hashable, Sendable {
        case robots, page, file
    }

    /// A link that was found, or given.
    struct Link: Hashable, Sendable {
        /// The page that it stands in; nil for those that were given.
        var page: WebAddress?
        /// How many links lie between it and those that were given.
        var depth = 0
        /// The folder of the given address, in which pages are followed.
        var root: WebAddress
        /// Where the file is to lie, if the recipe says so.
        var path: String?
        /// What is known about the file.
        var metadata: [String: String] = [:]
    }

    /// What is asked.
    public internal(set) var address: WebAddress
    /// What for.
    public let purpose: Purpose
    var link: Link
    /// The addresses that led here by redirects.
    var trail: [WebAddress] = []
    /// How often it was asked in vain.
    public internal(set) var retries = 0
    /// What the server called the file that is here already, to be asked whether that is still so (RFC 9110, section 13.1).
    var known: LogEntry?

    /// The lines of the header that go with it.
    public var fields: [String] {
        var fields = ["Accept: */*"]
        if let tag = known?.etag { fields.append("If-None-Match: \(tag)") }
        if let date = known?.lastModified { fields.append("If-Modified-Since: \(date)") }
        return fields
    }

    /// How much of the answer is read.
    public func byteLimit(_ terms: CrawlTerms) -> Int {
        switch purpose {
        case .robots: RobotsRules.mostBytes
        case .page: CrawlTerms.pageBytes
        case .file: terms.fileBytes
        }
    }

    /// How much of it has to be seen.
    public var headLimit: Int { purpose == .file ? 64 << 10 : CrawlTerms.pageBytes }

    var kind: LogEntry.Kind {
        switch purpose {
        case .robots: .robots
        case .page: .page
        case .file: .file
        }
    }
}
