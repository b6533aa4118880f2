internal import Foundation
internal import GRDB
internal import ScoreModel

extension CorpusIndex {
    /// A figure that more pieces have than this is a turn of phrase. It leads to no candidates: a thousand pieces that share it would be half a
    /// million pairs.
    private static let mostSharers = 100
    /// Pieces are compared that share so many figures of their sketches. A figure is the same by chance once in 2²⁶, and there are millions of
    /// pairs: one is nothing yet.
    private static let leastShared = 4
    /// A piece is compared with no more than so many, those that share most with it.
    private static let mostCandidates = 64

    /// Looks for duplicates and tunes among its scores, unless that has been done: compares those that may be alike, and forms groups.
    ///
    /// - Parameters:
    ///   - begin: Told how many scores there are.
    ///   - step: Called for each.
    public func findGroups(begin: (Int) -> Void, step: () -> Void) throws(CorpusIndexError) {
        guard try !isComplete() else { return }
        try write { database in
            let pieces = try CorpusIndex.pieces(in: database)
            begin(pieces.count)
            try CorpusIndex.makeSketches(of: pieces, in: database)
            try database.execute(sql: "DELETE FROM likeness")
            for piece in pieces {
                try CorpusIndex.compare(piece, in: database)
                step()
            }
            try database.execute(sql: "DROP TABLE temp.sketch; DROP TABLE temp.piece")
            try CorpusIndex.form(in: database)
            try CorpusIndex.setComplete(true, in: database)
        }
    }

    /// The scores, one of those that have the same bytes.
    private static func pieces(in database: Database) throws -> [Piece] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT file.id, min(path) AS path FROM file JOIN outline ON outline.file = file.id \
                GROUP BY checksum ORDER BY min(path)
                """
        ).enumerated().map { Piece(number: $0, id: $1["id"], path: $1["path"]) }
    }

    private struct Piece {
        /// Its place in the order of paths.
        let number: Int
        let id: Int64
        let path: String
    }

    private static func makeSketches(of pieces: [Piece], in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TEMP TABLE sketch (hash INTEGER NOT NULL, piece INTEGER NOT NULL);
                CREATE TEMP TABLE piece (number INTEGER PRIMARY KEY, id INTEGER, path TEXT);
                """)
        let insertion = try database.makeStatement(sql: "INSERT INTO temp.sketch VALUES (?, ?)")
        let listing = try database.makeStatement(sql: "INSERT INTO temp.piece VALUES (?, ?, ?)")
        for piece in pieces {
            for hash in try outline(of: piece.id, in: database).sketch {
                try insertion.execute(arguments: [Int64(bitPattern: hash), piece.number])
            }
            try listing.execute(arguments: [piece.number, piece.id, piece.path])
        }
        try database.execute(
            sql: """
                CREATE INDEX temp.sketch_hash ON sketch (hash, piece);
                DELETE FROM temp.sketch WHERE hash IN \
                (SELECT hash FROM temp.sketch GROUP BY hash HAVING count(*) > \(mostSharers));
                CREATE INDEX temp.sketch_piece ON sketch (piece, hash);
                """)
    }

    private static func outline(of id: Int64, in database: Database) throws -> Outline {
        let data = try Data.fetchOne(database, sql: "SELECT notes FROM outline WHERE file = ?", arguments: [id])
        guard let outline = data.flatMap({ Outline(bytes: Array($0)) }) else {
            throw CorpusIndexError("the notes of file \(id) are damaged: delete the index and make it anew")
        }
        return outline
    }

    /// Compares a piece with those behind it that may be like it.
    private static func compare(_ piece: Piece, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT other.id, other.path, count(*) AS shared FROM temp.sketch AS mine \
                JOIN temp.sketch AS theirs ON theirs.hash = mine.hash AND theirs.piece > mine.piece \
                JOIN temp.piece AS other ON other.number = theirs.piece \
                WHERE mine.piece = ? GROUP BY theirs.piece \
                HAVING shared >= \(leastShared) \
                ORDER BY shared DESC, other.path LIMIT \(mostCandidates)
                """)
        let candidates = try Row.fetchAll(statement, arguments: [piece.number])
        guard !candidates.isEmpty else { return }
        let comparison = Comparison(try outline(of: piece.id, in: database))
        let insertion = try database.cachedStatement(sql: "INSERT INTO likeness VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        let outlines = try candidates.map { try outline(of: $0["id"], in: database) }
        let found = parallel(candidates.count) { (index: $0, likeness: comparison.likeness(outlines[$0])) }
        for (index, likeness) in found {
            guard let likeness, let relation = likeness.relation else { continue }
            let candidate = candidates[index]
            func share(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
            try insertion.execute(
                arguments: [
                    piece.path, candidate["path"] as String, relation.rawValue, share(likeness.ofFirst),
                    share(likeness.ofSecond), share(likeness.ofTune), likeness.transposition, likeness.augmentation,
                ])
        }
    }
}
