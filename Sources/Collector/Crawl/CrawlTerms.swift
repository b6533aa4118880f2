/// How a collector behaves, and where it stops.
public struct CrawlTerms: Hashable, Sendable {
    /// What hosts call it in their rules for robots.
    public var agent = "quartet"
    /// How many seconds lie between two requests to a host, at least.
    public var delay = 1.0
    /// How often something is asked for again.
    public var retries = 4
    /// How many seconds it waits when a host asks it to; for longer it gives up.
    public var patience = 3600.0
    /// After how many refusals and failures in a row a host is left alone.
    public var refusals = 5
    /// How many pages it reads.
    public var pages = 20_000
    /// How many bytes a file has at most.
    public var fileBytes = 64 << 20
    /// How many bytes it reads in one run.
    public var runBytes = 4 << 30
    /// Whether files are only listed.
    public var isTrial = false

    /// How many bytes a page has at most.
    public static let pageBytes = 8 << 20

    /// The usual terms.
    public init() {}

    /// How long to wait before something is asked for again: twice as long each time, by chance up to a half less, so that many
    /// collectors do not come back at once.
    ///
    /// - Parameter chance: From 0 to 1.
    func pause(after retries: Int, chance: Double) -> Double {
        min(2 * Double(1 << min(retries, 8)), 300) * (1 - chance / 2)
    }
}
