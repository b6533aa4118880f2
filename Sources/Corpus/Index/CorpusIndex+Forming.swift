internal import GRDB

extension CorpusIndex {
    /// Makes groups of what is alike: duplicates, tunes, and which file of several that are the same is to be kept.
    static func form(in database: Database) throws {
        let files = try Row.fetchAll(
            database, sql: "SELECT id, path, checksum, notes FROM file WHERE status = 'score' ORDER BY path"
        ).map { Member(id: $0["id"], path: $0["path"], checksum: $0["checksum"], notes: $0["notes"]) }
        let numbers = Dictionary(uniqueKeysWithValues: zip(files.map(\.path), files.indices))
        var ties = Ties(files)
        let pairs = try Row.fetchCursor(database, sql: "SELECT * FROM likeness ORDER BY first, second")
        while let row = try pairs.next() {
            guard let first = numbers[row["first"]], let second = numbers[row["second"]] else { continue }
            if row["relation"] == Likeness.Relation.tune.rawValue {
                ties.tunes.join(first, second)
            } else {
                ties.join(first, second, row["of_first"], row["of_second"])
            }
        }
        let (groups, tunes, originals) = (ties.duplicates.numbers, ties.tunes.numbers, ties.originals)
        try database.execute(
            sql: "UPDATE file SET duplicate_group = NULL, similarity = NULL, copy_of = NULL, tune_group = NULL")
        let update = try database.makeStatement(
            sql: "UPDATE file SET duplicate_group = ?, similarity = ?, copy_of = ?, tune_group = ? WHERE id = ?")
        for (index, file) in files.enumerated() where tunes[index] != nil {
            try update.execute(
                arguments: [
                    groups[index], ties.similarities[index], originals[index].map { files[$0].path }, tunes[index],
                    file.id,
                ])
        }
    }

    /// A score as far as groups go.
    private struct Member {
        let id: Int64
        let path: String
        let checksum: String?
        let notes: Int
    }

    /// What ties scores to each other, all by their places in a list.
    private struct Ties {
        let files: [Member]
        var duplicates: Groups
        var tunes: Groups
        /// The greatest share that each has in common with another.
        private(set) var similarities: [Double?]
        /// For each, those that hold most of it.
        private var holders: [Set<Int>]
        /// For each the first that has the same bytes, which alone was compared.
        private var twins: [Int]

        /// Ties those that have the same bytes.
        init(_ files: [Member]) {
            self.files = files
            (duplicates, tunes) = (Groups(files.count), Groups(files.count))
            similarities = Array(repeating: nil, count: files.count)
            holders = Array(repeating: [], count: files.count)
            twins = Array(files.indices)
            var known: [String: Int] = [:]
            for (index, file) in files.enumerated() {
                guard let checksum = file.checksum else { continue }
                if let first = known[checksum] {
                    twins[index] = first
                    join(first, index, 1, 1)
                } else {
                    known[checksum] = index
                }
            }
        }

        /// Ties two that are the same, or parts of each other.
        mutating func join(_ first: Int, _ second: Int, _ ofFirst: Double, _ ofSecond: Double) {
            duplicates.join(first, second)
            tunes.join(first, second)
            for file in [first, second] { similarities[file] = max(similarities[file] ?? 0, ofFirst, ofSecond) }
            if ofFirst >= Likeness.most { holders[first].insert(second) }
            if ofSecond >= Likeness.most { holders[second].insert(first) }
        }

        /// For each the one that makes it needless. The longest come first; each is kept unless one that is kept holds most of it.
        var originals: [Int?] {
            var originals = Array(repeating: Int?.none, count: files.count)
            let order = files.indices.sorted {
                (files[$1].notes, files[$0].path) < (files[$0].notes, files[$1].path)
            }
            var kept: [Int: Int] = [:]
            for index in order {
                let all = holders[index].union(holders[twins[index]]).subtracting([index])
                originals[index] = all.filter { kept[$0] != nil }.min { kept[$0] ?? 0 < kept[$1] ?? 0 }
                if originals[index] == nil { kept[index] = kept.count }
            }
            return originals
        }
    }
}
