internal import ScoreModel

/// The violations found so far, as many as are asked for, and how many there are beyond them.
struct ViolationLog {
    /// A kind of violation.
    enum Code: String, CaseIterable {
        case elementUnexpected = "element-unexpected"
        case elementMissing = "element-missing"
        case textUnexpected = "text-unexpected"
        case attributeUnknown = "attribute-unknown"
        case attributeMissing = "attribute-missing"
        case valueInvalid = "value-invalid"
        case idDuplicate = "id-duplicate"
        case idrefDangling = "idref-dangling"
    }

    private let limit: Int
    private var kept: [(order: Int, diagnostic: Diagnostic)] = []
    private var count = 0

    init(limit: Int) { self.limit = limit }

    /// True when nobody is going to read what would be said about another violation.
    var isFull: Bool { kept.count >= limit }

    /// Adds a violation, unless there are enough.
    mutating func add(_ code: Code, order: Int, at place: Diagnostic.Place, _ message: String) {
        guard !isFull else { return skip() }
        count += 1
        kept.append((order, Diagnostic(code: code.rawValue, severity: .error, place: place, message: message)))
    }

    /// Counts a violation that nobody is going to read about.
    mutating func skip() { count += 1 }

    /// All that was kept, in the order of the document, and a last one that tells how many more there are.
    var list: [Diagnostic] {
        // Sorting keeps equals in no particular order.
        let sorted = kept.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
        let more = count - kept.count
        return sorted.map(\.element.diagnostic)
            + (more == 0
                ? [] : [Diagnostic(code: "violations-more", severity: .error, message: "\(more) more violations")])
    }
}
