public import Foundation

/// The way of a collector through a site, as a value: it says what to do next, and is told what came of it. It asks nobody itself.
public struct Crawl: Sendable {
    /// What is to be done next.
    public enum Step: Sendable {
        /// Ask a server, and give the answer to ``take(_:to:at:chance:)``.
        case ask(Request)
        /// Wait: nobody may be asked before.
        case wait(until: Date)
        /// Write down what became of an address.
        case record(LogEntry)
        /// There is nothing more to do.
        case end(End)
    }

    /// How it ends.
    public enum End: Sendable {
        /// Everything has been seen.
        case done
        /// The bytes of the run are used up.
        case byteLimit
    }

    /// What is to be done with an answer.
    public enum Consequence: Sendable {
        /// Write down what became of an address.
        case record(LogEntry)
        /// Keep the file that came, and write that down.
        case keep(LogEntry, at: FilePath)
    }

    let recipe: Recipe
    let terms: CrawlTerms
    let memory: CollectionMemory
    /// The hosts that may be asked.
    let sites: Set<Site>
    private(set) var queues: [HostQueue] = []
    private var places: [String: Int] = [:]
    /// When a host may be asked again.
    private var openings: [String: Date] = [:]
    private var seen: Set<WebAddress> = []
    private var pages = 0
    private var bytesLeft: Int
    /// How many files were not asked for, because the run that goes on here had done with them.
    public private(set) var known = 0

    /// How many redirects are followed.
    static let mostRedirects = 10

    /// A way that begins at addresses.
    ///
    /// - Parameters:
    ///   - starts: Where to begin. Their hosts may be asked, and those of the recipe, and no others.
    ///   - memory: What earlier runs have left.
    public init(
        from starts: [WebAddress], recipe: Recipe, terms: CrawlTerms = CrawlTerms(),
        memory: CollectionMemory = CollectionMemory()
    ) {
        self.recipe = recipe
        self.terms = terms
        self.memory = memory
        sites = Set(starts.map(Site.init(of:)) + recipe.hosts)
        bytesLeft = terms.runBytes
        for start in starts { follow(start, text: nil, from: Request.Link(root: start)) }
    }

    /// How many addresses are waiting.
    public var waiting: Int { queues.reduce(0) { $0 + $1.count } }

    // MARK: What next

    /// What is to be done next.
    public mutating func next(at now: Date) -> Step {
        guard bytesLeft > 0 else { return .end(.byteLimit) }
        var soonest: Date?
        for index in queues.indices {
            guard let (request, time) = queues[index].next(at: now) else { continue }
            if let entry = refusal(of: request, by: queues[index], at: now) {
                queues[index].removeNext(at: now)
                return .record(entry)
            }
            var (wanted, notBefore) = (request, time)
            if case .wanted(let robots, let time) = queues[index].robots { (wanted, notBefore) = (robots, time) }
            let opening = max(openings[wanted.address.host] ?? .distantPast, notBefore)
            guard opening <= now else {
                soonest = min(soonest ?? opening, opening)
                continue
            }
            if wanted.purpose != .robots { queues[index].removeNext(at: now) }
            if wanted.purpose == .page { pages += 1 }
            if wanted.purpose == .file { wanted.known = memory.file(of: wanted.address.description) }
            return .ask(wanted)
        }
        return soonest.map { .wait(until: $0) } ?? .end(.done)
    }

    /// Why something is not asked for; nil when it is, or when that cannot be said before the host's rules are known.
    private func refusal(of request: Request, by queue: HostQueue, at now: Date) -> LogEntry? {
        func entry(_ outcome: LogEntry.Outcome, _ reason: LogEntry.Reason?, _ detail: String? = nil) -> LogEntry {
            self.entry(request, outcome, reason, detail, at: now)
        }
        // What was given, and not found in a page, was wanted for certain.
        let outcome: LogEntry.Outcome = request.link.page == nil ? .failed : .skipped
        guard sites.contains(Site(of: request.address)) else {
            return entry(outcome, .otherHost, "\(Site(of: request.address)) is none of the hosts named")
        }
        if let closure = queue.closure { return entry(outcome, .hostClosed, closure) }
        guard case .known(let rules) = queue.robots else { return nil }
        guard rules.allows(request.address) else { return entry(outcome, .robots, "\(queue.origin)/robots.txt") }
        if request.purpose == .page, pages >= terms.pages { return entry(.skipped, .pageLimit) }
        return terms.isTrial && request.purpose == .file ? entry(.listed, nil) : nil
    }

    // MARK: What is to be asked

    /// Puts a link into its queue, once.
    ///
    /// - Parameter text: Its text; nil for what was given and is no link in a page.
    mutating func follow(_ address: WebAddress, text: String?, from link: Request.Link) {
        let name = address.description
        if let rule = recipe.files.first(where: { $0.takes(address: name, text: text) }) {
            guard seen.insert(address).inserted else { return }
            var link = link
            link.path = rule.path(of: name)
            link.metadata.merge(rule.metadata(of: name)) { $1 }
            if memory.isDone(name) { known += 1 } else { append(Request(address: address, purpose: .file, link: link)) }
        } else if text.map({ leadsOn(address, text: $0, link) }) ?? true {
            guard seen.insert(address).inserted else { return }
            append(Request(address: address, purpose: .page, link: link))
        }
    }

    /// Whether a link in a page leads to a page that is to be read; `link.depth` is its own.
    private func leadsOn(_ address: WebAddress, text: String, _ link: Request.Link) -> Bool {
        guard recipe.within == .hosts || isBelow(address, link.root) else { return false }
        let name = address.description
        return recipe.next.contains { $0.takes(address: name, text: text) }
            || link.depth <= recipe.depth && recipe.pages.contains { $0.takes(address: name, text: text) }
    }

    private func isBelow(_ address: WebAddress, _ root: WebAddress) -> Bool {
        address.host == root.host && address.path.hasPrefix(root.folder)
    }

    /// Whether a link is one from page to page of a list, which is no step deeper.
    func isNext(_ address: WebAddress, text: String) -> Bool {
        recipe.next.contains { $0.takes(address: address.description, text: text) }
    }

    mutating func append(_ request: Request) { queues[place(of: request.address)].append(request) }

    private mutating func place(of address: WebAddress) -> Int {
        if let place = places[address.origin] { return place }
        let robots = Request(
            address: address.robots ?? address, purpose: .robots, link: Request.Link(root: address))
        places[address.origin] = queues.count
        queues.append(HostQueue(origin: address.origin, robots: robots))
        return queues.count - 1
    }

    // MARK: What was answered

    /// Takes an answer.
    ///
    /// - Parameter chance: From 0 to 1, for the time until something is asked for again.
    public mutating func take(_ answer: Answer, to request: Request, at now: Date, chance: Double) -> [Consequence] {
        let place = place(of: request.purpose == .robots ? request.link.root : request.address)
        // After the answer, which may be that to the question how long to wait.
        defer { open(request.address.host, at: now + delay(of: queues[place])) }
        switch answer {
        case .response(let response): bytesLeft -= response.bytes
        case .failure(.tooLarge(let limit)): bytesLeft -= limit
        case .failure: break
        }
        if let consequences = askAgain(answer, request, place, at: now, chance: chance) { return consequences }
        return request.purpose == .robots
            ? takeRobots(answer, request, place, at: now) : takeContent(answer, request, place, at: now)
    }

    private func delay(of queue: HostQueue) -> Double {
        guard case .known(let rules) = queue.robots else { return terms.delay }
        return max(terms.delay, rules.delay ?? 0)
    }

    private mutating func open(_ host: String, at time: Date) {
        openings[host] = max(openings[host] ?? .distantPast, time)
    }

    /// Puts off what may go better later; nil when the answer counts.
    private mutating func askAgain(
        _ answer: Answer, _ request: Request, _ place: Int, at now: Date, chance: Double
    ) -> [Consequence]? {
        guard answer.mayGoBetterLater else { return nil }
        var pause = terms.pause(after: request.retries, chance: chance)
        if case .response(let response) = answer, let seconds = response.headers.secondsToWait(at: now) {
            guard seconds <= terms.patience else {
                let detail = "it asks to come again in \(Int(min(seconds, 1e9))) seconds"
                close(place, detail)
                return [.record(entry(request, .failed, .comeBackLater, detail, of: answer, at: now))]
            }
            // The whole host asks for it, not one file.
            pause = max(pause, seconds)
            open(request.address.host, at: now + pause)
        }
        guard request.retries < terms.retries else { return nil }
        var again = request
        again.retries += 1
        if request.purpose == .robots {
            queues[place].robots = .wanted(again, notBefore: now + pause)
        } else {
            queues[place].delay(again, until: now + pause)
        }
        return []
    }

    mutating func know(_ rules: RobotsRules, _ place: Int) { queues[place].robots = .known(rules) }

    /// Leaves a host alone for the rest of the run.
    mutating func close(_ place: Int, _ reason: String) { queues[place].closure = reason }

    /// Counts what a host refuses; enough of it in a row, and it is left alone.
    mutating func count(_ reason: LogEntry.Reason?, _ place: Int) {
        switch reason {
        case .captcha:
            close(place, "it wants to see a human")
        case .login, .timeout, .connection, .status:
            queues[place].refusals += 1
            if queues[place].refusals >= terms.refusals {
                close(place, "it refused or failed \(queues[place].refusals) times in a row")
            }
        default: queues[place].refusals = 0
        }
    }

    /// Follows a redirect to what was not asked for before.
    mutating func redirect(_ request: Request, to target: WebAddress, _ place: Int) {
        var next = request
        next.trail.append(request.address)
        next.address = target
        next.retries = 0
        // "/music" that leads to "/music/" means that folder.
        if request.purpose == .page, request.link.page == nil { next.link.root = target }
        if request.purpose == .robots {
            queues[place].robots = .wanted(next, notBefore: .distantPast)
        } else if seen.insert(target).inserted {
            append(next)
        }
    }
}
