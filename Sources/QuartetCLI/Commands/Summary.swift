import ScoreModel

/// What `quartet info` tells of a file: for programs as it is encoded, for people as a text.
protocol Summary: Encodable {
    var text: String { get }
}

/// Something that holds from a measure on.
struct SummaryChange: Encodable {
    let measure: String
    let at: String
    let value: String
}

extension [SummaryChange] {
    /// Without those that say what holds already.
    var distinct: [SummaryChange] {
        reduce(into: []) { list, change in
            if list.last?.value != change.value { list.append(change) }
        }
    }

    /// The first value, and the later ones with their measures; long lists are cut.
    var text: String {
        guard let first else { return "not given" }
        let later = dropFirst().prefix(6).map { "\($0.value) from measure \($0.measure)" }
        let more = count > 7 ? ["\(count - 7) more"] : []
        return ([first.value] + later + more).joined(separator: ", ")
    }
}

/// A line of a summary.
func row(_ name: String, _ value: String) -> String { "  " + pad(name, to: 9) + value }

/// A text filled up with spaces.
func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
}

/// A number with at most three places.
func decimal(_ number: Fraction) -> String {
    number.isWhole ? "\(number)" : "\((number.doubleValue * 1000).rounded() / 1000)"
}

/// `3:07 min`.
func minutes(_ seconds: Double) -> String {
    // No music lasts longer than a number can say; hostile files do.
    let whole = Int(min(seconds.rounded(), 1e15))
    return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60) min"
}
