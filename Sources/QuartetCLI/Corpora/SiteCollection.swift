import Collector
import Files
import Foundation
import MusicXML

/// A run of the collector over the web: does what a crawl says, and tells it what came of it.
struct SiteCollection {
    var crawl: Crawl
    let terms: CrawlTerms
    let client: HTTPClient
    let cookies: CookieJar
    /// Nil for a trial, which leaves nothing.
    let folder: CollectionFolder?
    let limits: ReadingLimits
    let clock: WorldClock
    let console: Console

    /// Goes on until there is nothing more to do.
    ///
    /// - Throws: `FileError`, when the folder can be written to no longer.
    mutating func run(_ report: inout CollectionReport) throws -> Crawl.End {
        while true {
            switch crawl.next(at: clock.now()) {
            case .end(let end): return end
            case .wait(let time): clock.wait(time)
            case .record(let entry): try record([entry], &report)
            case .ask(let request):
                report.show(waiting: crawl.waiting)
                let answer = try answer(to: request)
                if case .failure(.unwritable(let problem)) = answer { throw FileError(code: "unwritable", problem) }
                let consequences = crawl.take(answer, to: request, at: clock.now(), chance: clock.chance())
                for consequence in consequences { try record(lines(consequence), &report) }
            }
        }
    }

    private func answer(to request: Request) throws -> Answer {
        var fields = request.fields
        if let cookies = cookies.header(for: request.address, at: clock.now()) { fields.append("Cookie: \(cookies)") }
        let (limit, headLimit) = (request.byteLimit(terms), request.headLimit)
        guard request.purpose == .file, let folder else {
            return client.answer(for: request.address, fields: fields, limit: limit, headLimit: headLimit)
        }
        return client.answer(
            for: request.address, fields: fields, limit: limit, headLimit: headLimit, take: try folder.begin())
    }

    /// Keeps a file, and says what is to be written down.
    private func lines(_ consequence: Crawl.Consequence) throws -> [LogEntry] {
        switch consequence {
        case .record(let entry): return [entry]
        case .keep(let entry, let path):
            guard let folder else { return [entry] }
            guard entry.content == .zip else { return [try folder.keep(entry, at: path)] }
            let bytes = try folder.received(limit: terms.fileBytes, console: console)
            return try folder.unpack(bytes, entry, at: path, limits: limits, console: console)
        }
    }

    private func record(_ entries: [LogEntry], _ report: inout CollectionReport) throws {
        for entry in entries {
            try folder?.write(.entry(entry))
            report.take(entry)
        }
    }
}
