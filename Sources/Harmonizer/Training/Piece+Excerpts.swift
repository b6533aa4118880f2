internal import ScoreModel

extension Piece {
    /// It as it is composed anew to see how that goes: a chorale as a whole, a quartet in parts of sixteen measures or so.
    public var excerpts: [Piece] {
        switch vocabulary.ensemble {
        case .choir: [self]
        case .strings: grid.excerpts(Self.excerpt).map { Piece(name: name, $0) }
        }
    }

    /// The quarter notes of an excerpt: as many as a chorale has.
    private static let excerpt: Fraction = 64
}
