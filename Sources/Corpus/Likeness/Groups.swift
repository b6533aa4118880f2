/// Members that belong together, directly or through others.
struct Groups {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    /// Puts two members into one group.
    mutating func join(_ first: Int, _ second: Int) {
        let (one, other) = (root(first), root(second))
        parents[max(one, other)] = min(one, other)
    }

    /// The first member of a member's group.
    mutating func root(_ member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        var next = member
        while parents[next] != root { (parents[next], next) = (root, parents[next]) }
        return root
    }

    /// Each member's group, numbered from 1 in the order of their first members; nil for who is alone.
    var numbers: [Int?] {
        var groups = self
        let roots = parents.indices.map { groups.root($0) }
        var sizes: [Int: Int] = [:]
        for root in roots { sizes[root, default: 0] += 1 }
        var numbers: [Int: Int] = [:]
        return roots.map { root in
            guard sizes[root] ?? 0 > 1 else { return nil }
            let number = numbers[root] ?? numbers.count + 1
            numbers[root] = number
            return number
        }
    }
}
