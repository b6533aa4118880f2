internal import ScoreModel

/// How a corpus is divided into a part to learn from, one to stop by and one that is held back.
public struct CorpusSplit: Hashable, Sendable {
    /// A part.
    public enum Part: String, Sendable, CaseIterable {
        case train, valid, test
    }

    /// What stays together.
    public enum Bond: String, Sendable, CaseIterable {
        /// Duplicates.
        case duplicates
        /// Duplicates and settings of one tune.
        case tune
        /// Duplicates and what has the same composer and the same work, or title where it names no work.
        case work
    }

    /// The share of each part in percent.
    public let percent: [Part: Int]
    /// What all chance follows from.
    public let seed: UInt64
    /// What stays together.
    public let bond: Bond

    /// A split; nil when the shares are not from 0 to 100, or not 100 together.
    public init?(train: Int, valid: Int, test: Int, seed: UInt64, bond: Bond) {
        guard [train, valid, test].allSatisfy((0...100).contains), train + valid + test == 100 else { return nil }
        (percent, self.seed, self.bond) = ([.train: train, .valid: valid, .test: test], seed, bond)
    }

    /// Gives each group a part. Groups come in an order that follows from the seed and their names alone, and each goes to the part that lacks
    /// most of its share, so that shares are right to within a group.
    ///
    /// - Parameter groups: How many files each has, by a name that does not depend on the order of files.
    func parts(of groups: [String: Int]) -> [String: Part] {
        let order = groups.keys.map { (hash: hash($0), name: $0) }.sorted { ($0.hash, $0.name) < ($1.hash, $1.name) }
        let total = groups.values.reduce(0, +)
        var filled: [Part: Int] = [:]
        var parts: [String: Part] = [:]
        func lack(_ part: Part) -> Int { (percent[part] ?? 0) * total - 100 * filled[part, default: 0] }
        for (_, name) in order {
            let open = Part.allCases.filter { percent[$0] ?? 0 > 0 }
            // A small part is as likely to come first as its share is small: what counts is how much of its share it lacks.
            let part =
                open.max { lack($0) * (percent[$1] ?? 0) < lack($1) * (percent[$0] ?? 0) } ?? .train
            parts[name] = part
            filled[part, default: 0] += groups[name] ?? 0
        }
        return parts
    }

    private func hash(_ name: String) -> UInt64 {
        var hash = StableHash()
        hash.add("\(seed)")
        hash.add(name)
        return hash.value
    }
}
