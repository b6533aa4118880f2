internal import Foundation

/// The dates of HTTP (RFC 9110, section 5.6.7).
enum HTTPDate {
    /// The form of today, and the two that old servers send.
    private static let forms = [
        "EEE, dd MMM yyyy HH:mm:ss zzz", "EEEE, dd-MMM-yy HH:mm:ss zzz", "EEE MMM d HH:mm:ss yyyy",
    ]

    /// The time that a text says; nil when it says none.
    static func date(_ text: String) -> Date? {
        for form in forms {
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = TimeZone(identifier: "GMT")
            formatter.dateFormat = form
            if let date = formatter.date(from: text) { return date }
        }
        return nil
    }
}

extension Headers {
    /// How many seconds the server asks to wait (section 10.2.3), by its own clock where it says what that shows.
    func secondsToWait(at now: Date) -> Double? {
        guard let text = self["Retry-After"] else { return nil }
        if let seconds = Double(text) { return seconds.isFinite ? max(seconds, 0) : nil }
        guard let date = HTTPDate.date(text) else { return nil }
        return max(date.timeIntervalSince(self["Date"].flatMap(HTTPDate.date) ?? now), 0)
    }
}
