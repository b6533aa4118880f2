extension LogEntry.Reason {
    /// What it means, for people.
    public var words: String {
        switch self {
        case .robots: "the host's robots.txt forbids it"
        case .otherHost:
            "it is on another host, and none but those named are asked; name it in the recipe's hosts, or start there"
        case .hostClosed: "its host is left alone for the rest of this run"
        case .pageLimit: "more pages than one run reads"
        case .status: "the server has no such thing, or does not give it"
        case .comeBackLater: "the server wants to be left alone for longer than this run waits"
        case .timeout: "it takes too long"
        case .connection: "there is no connection, or it breaks off"
        case .tooLarge: "it is larger than the limit"
        case .empty: "there is nothing in it"
        case .redirectLoop: "its redirects lead in a circle"
        case .redirectLimit: "its redirects do not end"
        case .redirectWithoutTarget: "its redirect leads nowhere"
        case .webPage: "a page of the web came in place of the file"
        case .login:
            "the server wants a login; log in with a browser, export its cookies, and give the file with --cookies"
        case .captcha: "the server wants to see a human; this needs a browser"
        case .needsBrowser: "the page has no links, but scripts that may make some; this needs a browser"
        case .noScore: "it is no score of a kind that is collected"
        case .noPage: "a page was expected, and something else came"
        case .noLinks: "the page has no links that the recipe takes"
        case .notUnpacked: "the archive is kept as it is, since it cannot be unpacked"
        case .unreadable: "it cannot be read"
        case .unwritable: "it cannot be written"
        }
    }
}
