/// What a page of the web says that matters to a collector.
struct Page: Sendable {
    /// A link in a page.
    struct Link: Hashable, Sendable {
        let address: WebAddress
        /// Its text, or that of the picture in it.
        let text: String
        /// What the recipe's paths find from here, in their order; empty where they find nothing.
        var notes: [String] = []
    }

    /// What the page is called.
    var title = ""
    /// Where links lead, in the order of the page.
    var links: [Link] = []
    /// What the recipe's paths find in the page, in their order; empty where they find nothing.
    var notes: [String] = []
    /// Whether there is a field for a password.
    var asksForPassword = false
    /// Whether it wants to see a human.
    var asksForHuman = false
    /// Whether there are scripts.
    var hasScripts = false

    /// More links than this is a trap.
    static let mostLinks = 50_000

    /// Why nothing can be taken from a page in which nothing was found.
    var obstacle: LogEntry.Reason? {
        if asksForHuman { return .captcha }
        if asksForPassword { return .login }
        return hasScripts && links.isEmpty ? .needsBrowser : nil
    }
}
