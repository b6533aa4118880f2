/// A regular expression over symbols of any kind: elements in a content model, characters in a pattern.
indirect enum Expression<Symbol> {
    case symbol(Symbol)
    case sequence([Expression])
    case choice([Expression])
    /// Once or more often.
    case repeated(Expression)

    /// The same or nothing.
    var optional: Expression { .choice([self, .sequence([])]) }

    /// So many times at least and at most; without upper bound when nil.
    func times(_ least: Int, _ most: Int?) -> Expression {
        guard let most else {
            return least == 0
                ? Expression.repeated(self).optional
                : .sequence(Array(repeating: self, count: least - 1) + [.repeated(self)])
        }
        // Nested, so that there is one way only to read each number of them.
        let rest = (least..<max(least, most)).reduce(.sequence([])) { rest, _ in
            Expression.sequence([self, rest]).optional
        }
        return .sequence(Array(repeating: self, count: least) + [rest])
    }
}

/// The places where symbols stand in an expression, and which of them can follow which (Glushkov's construction).
///
/// A word matches when it leads from a place in `first` along `follow` to a place in `last`. Nothing is tried twice.
struct Places<Symbol> {
    private(set) var symbols: [Symbol] = []
    private(set) var follow: [Set<Int>] = []
    private(set) var first: Set<Int> = []
    private(set) var last: Set<Int> = []
    private(set) var matchesNothing = false

    init(_ expression: Expression<Symbol>) {
        let whole = add(expression)
        (first, last, matchesNothing) = (whole.first, whole.last, whole.isNullable)
    }

    private struct Part {
        var first: Set<Int> = []
        var last: Set<Int> = []
        var isNullable = true
    }

    private mutating func add(_ expression: Expression<Symbol>) -> Part {
        switch expression {
        case .symbol(let symbol):
            symbols.append(symbol)
            follow.append([])
            return Part(first: [symbols.count - 1], last: [symbols.count - 1], isNullable: false)
        case .sequence(let parts):
            return parts.reduce(Part()) { left, part in
                let right = add(part)
                connect(left.last, right.first)
                return Part(
                    first: left.isNullable ? left.first.union(right.first) : left.first,
                    last: right.isNullable ? right.last.union(left.last) : right.last,
                    isNullable: left.isNullable && right.isNullable)
            }
        case .choice(let parts):
            return parts.reduce(Part(isNullable: false)) { left, part in
                let right = add(part)
                return Part(
                    first: left.first.union(right.first), last: left.last.union(right.last),
                    isNullable: left.isNullable || right.isNullable)
            }
        case .repeated(let inner):
            let part = add(inner)
            connect(part.last, part.first)
            return part
        }
    }

    private mutating func connect(_ last: Set<Int>, _ first: Set<Int>) {
        for place in last { follow[place].formUnion(first) }
    }
}
