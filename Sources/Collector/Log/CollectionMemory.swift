/// What the log of a collection says of earlier runs.
public struct CollectionMemory: Sendable {
    /// The last good entry of each file, by its address.
    private var files: [String: LogEntry] = [:]
    /// Where addresses led on to.
    private var redirects: [String: String] = [:]
    /// The addresses of the files that a run which was broken off had done with.
    private var done: Set<String> = []
    /// The paths that are taken.
    public private(set) var paths = TakenPaths()

    /// Nothing.
    public init() {}

    /// Takes the next line.
    public mutating func take(_ line: LogLine) {
        switch line {
        case .began: break
        case .ended: done = []
        case .entry(let entry): take(entry)
        }
    }

    private mutating func take(_ entry: LogEntry) {
        if let file = entry.file { paths.insert(file) }
        switch entry.outcome {
        case .redirected: redirects[entry.url] = entry.location
        case .saved, .updated, .unchanged, .unpacked:
            files[entry.url] = entry
            done.insert(entry.url)
        case .read, .listed, .skipped, .failed: break
        }
    }

    /// Forgets the files that are no longer there.
    ///
    /// - Parameter isThere: Whether there is a file with so many bytes.
    public mutating func forget(unless isThere: (_ file: String, _ bytes: Int) -> Bool) {
        for (url, entry) in files {
            guard let file = entry.file, let bytes = entry.bytes, !isThere(file, bytes) else { continue }
            for lost in [url, entry.archive].compactMap({ $0 }) {
                files[lost] = nil
                done.remove(lost)
            }
        }
    }

    /// The file of an address, if there is one.
    public func file(of url: String) -> LogEntry? { files[url] }

    /// Whether a run that was broken off had done with an address, whatever it led on to.
    func isDone(_ url: String) -> Bool {
        var url = url
        for _ in 0...Crawl.mostRedirects {
            if done.contains(url) { return true }
            guard let next = redirects[url] else { return false }
            url = next
        }
        return false
    }
}
