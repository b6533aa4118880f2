/// The diagnostics of one part or track, or of what stands around them.
///
/// Of each kind the first hundred are kept one by one and the others counted: a program that gets something wrong gets it wrong in every
/// measure, and nobody reads a thousand lines that say the same.
package struct DiagnosticLog: Sendable {
    private static let mostOfAKind = 100

    private var kept: [Diagnostic] = []
    private var counts: [String: Int] = [:]

    /// An empty log.
    package init() {}

    /// Adds a diagnostic, unless there are enough of its kind.
    package mutating func add(
        _ code: String, _ severity: Diagnostic.Severity, at place: Diagnostic.Place,
        _ message: @autoclosure () -> String
    ) {
        let count = counts[code, default: 0] + 1
        counts[code] = count
        if count <= Self.mostOfAKind {
            kept.append(Diagnostic(code: code, severity: severity, place: place, message: message()))
        }
    }

    /// Adds what another log counted, and keeps of it what there is place for.
    package mutating func add(_ other: DiagnosticLog) {
        for diagnostic in other.kept {
            add(diagnostic.code, diagnostic.severity, at: diagnostic.place, diagnostic.message)
        }
        for (code, count) in other.counts where count > Self.mostOfAKind {
            counts[code, default: 0] += count - Self.mostOfAKind
        }
    }

    /// What was kept, and for each kind that has more a last one that tells how many.
    package func list(place: Diagnostic.Place) -> [Diagnostic] {
        kept
            + counts.filter { $0.value > Self.mostOfAKind }.sorted { $0.key < $1.key }.compactMap { code, count in
                kept.first { $0.code == code }.map {
                    Diagnostic(
                        code: code, severity: $0.severity, place: place,
                        message: "\(count - Self.mostOfAKind) more of this kind")
                }
            }
    }
}
