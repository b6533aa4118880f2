/// How a report card speaks of the music that an ensemble's is compared with.
extension Ensemble {
    /// Who wrote it, as the head of a column.
    var composers: String { self == .choir ? "Bach" : "Quartets" }

    /// Its pieces.
    var pieces: String { self == .choir ? "chorales by Bach" : "excerpts of string quartets" }

    /// Its voices, from the top, with “the” before them.
    var voices: [String] {
        switch self {
        case .choir: ["soprano", "alto", "tenor", "bass"]
        case .strings: ["first violin", "second violin", "viola", "cello"]
        }
    }

    /// The ticks of its grids.
    var ticks: String { self == .choir ? "sixteenths" : "ticks" }
}
