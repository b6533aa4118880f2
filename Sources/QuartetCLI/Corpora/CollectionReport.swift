import Collector
import ScoreModel

/// What a run has to tell: a line for what is not in order, and numbers at the end.
struct CollectionReport {
    private let messages: MessageOptions
    private let console: Console
    private var outcomes: [LogEntry.Outcome: Int] = [:]
    private var pages = 0
    private var bytes = 0
    /// How many addresses have come by.
    private(set) var count = 0

    init(_ messages: MessageOptions, _ console: Console) {
        self.messages = messages
        self.console = console
    }

    /// Whether something is missing that should be there.
    var hasFailures: Bool { outcomes[.failed] != nil }

    /// Takes a line.
    mutating func take(_ entry: LogEntry) {
        count += 1
        if entry.kind == .page, entry.outcome == .read { pages += 1 }
        if entry.kind != .page || entry.outcome != .read { outcomes[entry.outcome, default: 0] += 1 }
        if entry.archive == nil, entry.status != 304 { bytes += entry.bytes ?? 0 }
        let clear = console.status == nil ? "" : "\r\u{1B}[K"
        messages.print([entry.diagnostic], about: clear + entry.url, to: console)
        if entry.outcome == .listed { console.write(Array((entry.url + "\n").utf8)) }
    }

    /// Shows how far it is.
    func show(waiting: Int) {
        guard !messages.quiet else { return }
        console.status?("\r\(count) done, \(waiting) waiting\u{1B}[K")
    }

    /// Tells the numbers.
    func tell(known: Int) {
        console.status?("\r\u{1B}[K")
        let words: [(LogEntry.Outcome, String)] = [
            (.listed, "listed"), (.saved, "saved"), (.updated, "updated"), (.unpacked, "archives unpacked"),
            (.unchanged, "unchanged"), (.skipped, "skipped"), (.failed, "failed"),
        ]
        var parts = words.compactMap { outcome, word in outcomes[outcome].map { "\($0) \(word)" } }
        if known > 0 { parts.append("\(known) already there") }
        if parts.isEmpty { parts = ["no files"] }
        messages.summary("\(parts.joined(separator: ", ")); \(pages) pages read, \(bytes) bytes", to: console)
    }
}

extension LogEntry {
    /// The line as a message about its address.
    var diagnostic: Diagnostic {
        let severity: Diagnostic.Severity =
            switch outcome {
            case .failed: .error
            case .skipped: .warning
            case .read where kind == .page && reason != nil: .warning
            case .saved where reason != nil: .warning
            default: .note
            }
        let status = status.map { " (\($0))" } ?? ""
        let words = [reason?.words, detail, file.map { "→ \($0)" }].compactMap { $0 }
        return Diagnostic(
            code: reason?.rawValue ?? outcome.rawValue, severity: severity,
            message: words.isEmpty ? outcome.rawValue + status : words.joined(separator: "; ") + status)
    }
}
