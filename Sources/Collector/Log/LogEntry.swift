public import Files
public import Foundation

/// What became of one address: a line in the log of a collection.
public struct LogEntry: Codable, Hashable, Sendable {
    /// What was asked for.
    public enum Kind: String, Codable, Sendable {
        case robots, page, file
        /// A file in an archive.
        case entry
    }

    /// What became of it.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        /// The file is new, and lies in the folder.
        case saved
        /// The file had changed, and lies in the place of the old one.
        case updated
        /// The file is as it was.
        case unchanged
        /// The archive's scores lie in the folder.
        case unpacked
        /// The page, or the rules for robots, were read.
        case read
        /// The address leads on to another.
        case redirected
        /// The file would be asked for, if this were not a trial.
        case listed
        /// It was not asked for, or not kept, and that is in order.
        case skipped
        /// It is not there, and should be.
        case failed
    }

    /// Why it was not asked for, or is not there.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        case robots
        case otherHost = "other-host"
        case hostClosed = "host-closed"
        case pageLimit = "page-limit"
        case status
        case comeBackLater = "come-back-later"
        case timeout, connection
        case tooLarge = "too-large"
        case empty
        case redirectLoop = "redirect-loop"
        case redirectLimit = "redirect-limit"
        case redirectWithoutTarget = "redirect-without-target"
        case webPage = "web-page"
        case login, captcha
        case needsBrowser = "needs-browser"
        case noScore = "no-score"
        case noPage = "no-page"
        case noLinks = "no-links"
        case notUnpacked = "not-unpacked"
        case unreadable
        case unwritable
    }

    /// When.
    public var time: Date
    /// The address, or the path of a file that was no address.
    public var url: String
    /// What was asked for.
    public var kind: Kind
    /// What became of it.
    public var outcome: Outcome
    /// Why.
    public var reason: Reason?
    /// More about the reason, in words.
    public var detail: String?
    /// The status of the answer; nil when there was none.
    public var status: Int?
    /// How many bytes came.
    public var bytes: Int?
    /// Their checksum.
    public var sha256: String?
    /// What they are.
    public var content: FileKind?
    /// Where the file lies, from the folder of the collection on.
    public var file: String?
    /// The page with the link.
    public var page: String?
    /// The archive that it came from.
    public var archive: String?
    /// Where it leads on to.
    public var location: String?
    /// What the server calls this state of the file.
    public var etag: String?
    /// When the server says that it was changed, in the server's own words.
    public var lastModified: String?
    /// How often it was asked for in vain before.
    public var retries: Int?
    /// What the recipe noted.
    public var metadata: [String: String]?

    /// An entry.
    public init(time: Date, url: String, kind: Kind, outcome: Outcome, reason: Reason? = nil, detail: String? = nil) {
        self.time = time
        self.url = url
        self.kind = kind
        self.outcome = outcome
        self.reason = reason
        self.detail = detail
    }

    private enum CodingKeys: String, CodingKey {
        case time, url, kind, outcome, reason, detail, status, bytes, sha256, content, file, page, archive, location,
            etag
        case lastModified = "last_modified"
        case retries, metadata
    }
}
