internal import Files
internal import Foundation

extension Answer {
    /// Whether the same request may have another answer after a while.
    var mayGoBetterLater: Bool {
        switch self {
        case .response(let response): [408, 425, 429, 500, 502, 503, 504].contains(response.status)
        case .failure(.timeout), .failure(.connection): true
        case .failure: false
        }
    }
}

extension Crawl {
    /// A line about a request.
    func entry(
        _ request: Request, _ outcome: LogEntry.Outcome, _ reason: LogEntry.Reason? = nil, _ detail: String? = nil,
        of answer: Answer? = nil, at now: Date
    ) -> LogEntry {
        var entry = LogEntry(
            time: now, url: request.address.description, kind: request.kind, outcome: outcome, reason: reason,
            detail: detail)
        entry.page = request.link.page?.description
        entry.retries = request.retries > 0 ? request.retries : nil
        if request.purpose == .file, !request.link.metadata.isEmpty { entry.metadata = request.link.metadata }
        if case .response(let response) = answer {
            entry.status = response.status
            entry.bytes = response.bytes
            if response.status == 200 { entry.sha256 = response.sha256 }
            entry.etag = response.headers["ETag"]
            entry.lastModified = response.headers["Last-Modified"]
        }
        return entry
    }

    // MARK: Rules for robots

    /// After RFC 9309, section 2.3.1: no rules where there are none, no requests where they cannot be had.
    mutating func takeRobots(_ answer: Answer, _ request: Request, _ place: Int, at now: Date) -> [Consequence] {
        func record(_ outcome: LogEntry.Outcome, _ reason: LogEntry.Reason? = nil, _ detail: String? = nil)
            -> [Consequence]
        {
            [.record(entry(request, outcome, reason, detail, of: answer, at: now))]
        }
        guard case .response(let response) = answer else {
            close(place, "its rules for robots cannot be had")
            return record(
                .failed, answer.reason, "nothing is asked of a host whose rules cannot be had; \(answer.words)")
        }
        switch response.status {
        case 200..<300:
            // A page in its place is no file of rules.
            let isPage = FileKind(content: response.head) == .html
            let rules = isPage ? .open : RobotsRules(response.head, agent: terms.agent)
            know(rules, place)
            return record(.read, nil, isPage ? "a page, and no rules" : rules.delay.map { "crawl-delay \($0) s" })
        case 300..<400:
            switch target(of: response, request) {
            case .success(let target) where sites.contains(Site(of: target)):
                redirect(request, to: target, place)
                return redirected(answer, request, target, at: now)
            case .success(let target):
                close(place, "its rules for robots cannot be had")
                return record(
                    .failed, .otherHost,
                    "nothing is asked of a host whose rules lie on another that is not named: \(target)")
            case .failure(let problem):
                know(.open, place)
                return record(.read, problem.reason, "no rules")
            }
        case 429, 500...:
            close(place, "its rules for robots cannot be had")
            return record(.failed, .status, "nothing is asked of a host whose rules cannot be had")
        default:
            know(.open, place)
            return record(.read, .status, "no rules")
        }
    }

    // MARK: Redirects

    struct NoTarget: Error {
        let reason: LogEntry.Reason
    }

    /// Where a redirect leads.
    func target(of response: Response, _ request: Request) -> Result<WebAddress, NoTarget> {
        guard let location = response.headers["Location"],
            let target = WebAddress(location, relativeTo: request.address)
        else { return .failure(NoTarget(reason: .redirectWithoutTarget)) }
        if target == request.address || request.trail.contains(target) {
            return .failure(NoTarget(reason: .redirectLoop))
        }
        return request.trail.count < Crawl.mostRedirects
            ? .success(target) : .failure(NoTarget(reason: .redirectLimit))
    }

    func redirected(_ answer: Answer, _ request: Request, _ target: WebAddress, at now: Date) -> [Consequence] {
        var entry = entry(request, .redirected, of: answer, at: now)
        entry.location = target.description
        return [.record(entry)]
    }

    // MARK: Pages and files

    mutating func takeContent(_ answer: Answer, _ request: Request, _ place: Int, at now: Date) -> [Consequence] {
        guard case .response(let response) = answer else {
            count(answer.reason, place)
            return [.record(entry(request, .failed, answer.reason, answer.words, of: answer, at: now))]
        }
        func fail(_ reason: LogEntry.Reason, _ detail: String? = nil) -> [Consequence] {
            [.record(entry(request, .failed, reason, detail, of: answer, at: now))]
        }
        switch response.status {
        case 200 where response.bytes == 0: return fail(.empty)
        case 200:
            return request.purpose == .page
                ? takePage(response, request, place, at: now) : takeFile(response, request, place, at: now)
        case 304 where request.known != nil:
            count(nil, place)
            return [.record(unchanged(request, answer, at: now))]
        case 301, 302, 303, 307, 308:
            count(nil, place)
            switch target(of: response, request) {
            case .success(let target):
                guard sites.contains(Site(of: target)) else {
                    let outcome: LogEntry.Outcome = request.link.page == nil ? .failed : .skipped
                    let detail = "it leads to \(target), and \(Site(of: target)) is none of the hosts named"
                    return [.record(entry(request, outcome, .otherHost, detail, of: answer, at: now))]
                }
                redirect(request, to: target, place)
                return redirected(answer, request, target, at: now)
            case .failure(let problem): return fail(problem.reason, response.headers["Location"])
            }
        default:
            // What is not there is no refusal.
            count([404, 410].contains(response.status) ? nil : .status, place)
            return fail(.status, request.retries > 0 ? "also when asked again" : nil)
        }
    }

    private func unchanged(_ request: Request, _ answer: Answer, at now: Date) -> LogEntry {
        var entry = entry(request, .unchanged, of: answer, at: now)
        let known = request.known
        (entry.file, entry.content, entry.bytes, entry.sha256) = (
            known?.file, known?.content, known?.bytes, known?.sha256
        )
        entry.etag = entry.etag ?? known?.etag
        entry.lastModified = entry.lastModified ?? known?.lastModified
        return entry
    }

    private mutating func takeFile(_ response: Response, _ request: Request, _ place: Int, at now: Date)
        -> [Consequence]
    {
        let answer = Answer.response(response)
        let content = FileKind(content: response.head)
        if content == .html {
            let page = Page(html: response.head, charset: response.headers.charset, at: request.address)
            let reason = page.obstacle ?? .webPage
            count(reason, place)
            let type = response.headers["Content-Type"].map { ", sent as \($0)" } ?? ""
            return [.record(entry(request, .failed, reason, "a page, \"\(page.title)\"\(type)", of: answer, at: now))]
        }
        count(nil, place)
        if request.known?.sha256 == response.sha256 { return [.record(unchanged(request, answer, at: now))] }
        var entry = entry(request, request.known == nil ? .saved : .updated, of: answer, at: now)
        entry.content = content
        guard content.isKept else {
            (entry.outcome, entry.reason) = (.skipped, .noScore)
            return [.record(entry)]
        }
        let path = FilePath(
            of: request.address, path: request.link.path, name: response.headers.fileName, content: content)
        return [.keep(entry, at: path)]
    }

    private mutating func takePage(_ response: Response, _ request: Request, _ place: Int, at now: Date)
        -> [Consequence]
    {
        let answer = Answer.response(response)
        let content = FileKind(content: response.head)
        guard content == .html || !content.isKept && response.isText else {
            count(nil, place)
            return [.record(entry(request, .failed, .noPage, "it is \(content.rawValue)", of: answer, at: now))]
        }
        let notes = (
            page: recipe.metadata.filter { $0.origin == .page }, link: recipe.metadata.filter { $0.origin == .link }
        )
        let page = Page(
            html: response.head, charset: response.headers.charset, at: request.address, paths: notes.page.map(\.path),
            linkPaths: notes.link.map(\.path),
            isNoted: { link in recipe.files.contains { $0.takes(address: link.address.description, text: link.text) } })
        let before = waiting + known
        for link in page.links {
            var found = Request.Link(page: request.address, depth: request.link.depth, root: request.link.root)
            if !isNext(link.address, text: link.text) { found.depth += 1 }
            for (rule, text) in Array(zip(notes.page, page.notes)) + zip(notes.link, link.notes) {
                found.metadata[rule.name] = rule.value(of: text)
            }
            follow(link.address, text: link.text, from: found)
        }
        let count = waiting + known - before
        var entry = entry(request, .read, of: answer, at: now)
        entry.detail = "\(page.links.count) links, \(count) of them new and followed"
        if count == 0, !hasFollowed(page, request) {
            entry.reason = page.obstacle ?? .noLinks
            entry.detail = "\"\(page.title)\""
            if page.obstacle != nil { entry.outcome = .failed }
        }
        self.count(entry.outcome == .failed ? entry.reason : nil, place)
        return [.record(entry)]
    }

    /// Whether a page has links that the recipe takes, though nothing new came of them.
    private func hasFollowed(_ page: Page, _ request: Request) -> Bool {
        page.links.contains { link in
            let name = link.address.description
            return (recipe.files + recipe.pages + recipe.next).contains { $0.takes(address: name, text: link.text) }
        }
    }
}

extension Answer {
    /// Why it is none.
    var reason: LogEntry.Reason? {
        switch self {
        case .response: nil
        case .failure(.timeout): .timeout
        case .failure(.connection): .connection
        case .failure(.tooLarge): .tooLarge
        case .failure(.unwritable): .unwritable
        }
    }

    /// The same in words.
    var words: String {
        switch self {
        case .response: ""
        case .failure(.timeout): "no whole answer in time"
        case .failure(.connection(let problem)), .failure(.unwritable(let problem)): problem
        case .failure(.tooLarge(let limit)): "more than \(limit) bytes"
        }
    }
}

extension Response {
    /// Whether the server calls it text of some kind.
    fileprivate var isText: Bool {
        guard let type = headers["Content-Type"]?.lowercased() else { return !head.contains(0) }
        return type.hasPrefix("text/") || type.contains("html")
    }
}
