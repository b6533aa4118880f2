import ArgumentParser
import Collector

/// How servers are treated, and how much is asked of them.
struct PolitenessOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Wait this long between two requests to a host.", valueName: "seconds"))
    var delay = CrawlTerms().delay

    @Option(help: ArgumentHelp("Ask again this often when a server fails.", valueName: "n"))
    var retries = CrawlTerms().retries

    @Option(help: ArgumentHelp("Give up an answer that takes longer.", valueName: "seconds"))
    var timeLimit = 300.0

    @Option(help: ArgumentHelp("Stop when this many mebibytes have been read.", valueName: "n"))
    var maxRunMegabytes = CrawlTerms().runBytes >> 20

    @Option(help: ArgumentHelp("Cookies to send, as a browser exports them (cookies.txt).", valueName: "file"))
    var cookies: String?

    func validate() throws {
        guard (0...86_400).contains(delay) else { throw ValidationError("--delay must be between 0 and 86400.") }
        guard (0...20).contains(retries) else { throw ValidationError("--retries must be between 0 and 20.") }
        guard (0.1...86_400).contains(timeLimit) else {
            throw ValidationError("--time-limit must be between 0.1 and 86400.")
        }
        guard (1...1_048_576).contains(maxRunMegabytes) else {
            throw ValidationError("--max-run-megabytes must be between 1 and 1048576.")
        }
    }

    /// The terms of a crawl.
    func terms(fileBytes: Int, isTrial: Bool) -> CrawlTerms {
        var terms = CrawlTerms()
        terms.delay = delay
        terms.retries = retries
        terms.runBytes = maxRunMegabytes << 20
        terms.fileBytes = fileBytes
        terms.isTrial = isTrial
        return terms
    }

    /// What asks servers.
    var client: HTTPClient {
        HTTPClient(agent: "\(CrawlTerms().agent)/\(QuartetCommand.configuration.version)", timeLimit: timeLimit)
    }

    /// The cookies of the file.
    ///
    /// - Throws: `FileError` with the line.
    func cookieJar(_ console: Console) throws -> CookieJar {
        guard let cookies else { return CookieJar() }
        let bytes = try InputFile(path: cookies, relativePath: cookies).read(limit: 1 << 20, console: console)
        do {
            return try CookieJar(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw FileError(code: "cookies-invalid", "\(cookies):\(error.line): error: \(error.message)")
        }
    }
}
