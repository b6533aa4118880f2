import Collector
import Files
import Foundation

/// A crawl led through a site that is a table, with a clock that jumps: what was asked and when, and what became of it.
struct Trial {
    /// What the site says to an address; the number counts how often it was asked before.
    typealias Site = (_ address: String, _ count: Int) -> Answer

    /// The addresses asked, each with the second.
    private(set) var asked: [String] = []
    /// The requests.
    private(set) var requests: [Request] = []
    /// What was to be written down.
    private(set) var entries: [LogEntry] = []
    /// The paths of the files that were to be kept.
    private(set) var paths: [String] = []
    private(set) var end: Crawl.End?
    private(set) var known = 0

    init(
        _ starts: String..., recipe: Recipe = .links, terms: CrawlTerms = CrawlTerms(),
        memory: CollectionMemory = CollectionMemory(),
        site: Site
    ) {
        let addresses = starts.compactMap { WebAddress($0) }
        var crawl = Crawl(from: addresses, recipe: recipe, terms: terms, memory: memory)
        var (now, counts) = (Date(timeIntervalSince1970: 0), [String: Int]())
        // No site in these tests needs more steps.
        for _ in 0..<5000 {
            switch crawl.next(at: now) {
            case .end(let end):
                (self.end, known) = (end, crawl.known)
                return
            case .wait(let time): now = time
            case .record(let entry): entries.append(entry)
            case .ask(let request):
                let address = request.address.description
                asked.append("\(address) \(now.timeIntervalSince1970.formatted())")
                requests.append(request)
                let answer = site(address, counts[address, default: 0])
                counts[address, default: 0] += 1
                for consequence in crawl.take(answer, to: request, at: now, chance: 0) {
                    switch consequence {
                    case .record(let entry): entries.append(entry)
                    case .keep(let entry, let path):
                        entries.append(entry)
                        paths.append(path.description)
                    }
                }
            }
        }
    }

    /// What became of the files and pages: address, outcome, reason.
    var story: [String] {
        entries.filter { $0.kind != .robots }.map { entry in
            [entry.url, entry.outcome.rawValue, entry.reason?.rawValue].compactMap { $0 }.joined(separator: " ")
        }
    }
}

extension Recipe {
    /// Follows links to `.htm` and takes `.mid`.
    static let links = Recipe(
        pages: [LinkRule(address: TextPattern(#"\.htm$"#))].compactMap { $0 },
        next: [LinkRule(address: nil, text: TextPattern("^next$"))].compactMap { $0 },
        files: [LinkRule(address: TextPattern(#"\.mid$"#))].compactMap { $0 }, depth: 2)
}

extension Answer {
    static func text(_ text: String, _ status: Int = 200, _ fields: String...) -> Answer {
        var headers = Headers()
        for field in fields { headers.add(line: field) }
        let bytes = Array(text.utf8)
        return .response(
            Response(
                status: status, headers: headers, bytes: bytes.count, sha256: SHA256.digits(of: bytes), head: bytes))
    }

    /// A page with links.
    static func links(_ addresses: String...) -> Answer {
        .text("<html>" + addresses.map { "<a href='\($0)'>link</a>" }.joined())
    }

    static let midi = Answer.text("MThd")
    static let missing = Answer.text("", 404)
}
