import ScoreModel

/// One of the four voices, from the top.
enum Voice: String, CaseIterable {
    case soprano = "S"
    case alto = "A"
    case tenor = "T"
    case bass = "B"

    /// The name of the part.
    var name: String {
        switch self {
        case .soprano: "Soprano"
        case .alto: "Alto"
        case .tenor: "Tenor"
        case .bass: "Bass"
        }
    }

    /// The clef its staff begins with.
    var clef: Clef {
        switch self {
        case .soprano, .alto: Clef(sign: "G", line: 2, octaveChange: 0, middleLine: 34)
        case .tenor: Clef(sign: "G", line: 2, octaveChange: -1, middleLine: 27)
        case .bass: Clef(sign: "F", line: 4, octaveChange: 0, middleLine: 22)
        }
    }

    /// A clef, with what it says about the staff.
    struct Clef {
        /// `G` or `F`.
        var sign: String
        /// The line it stands on, from the bottom.
        var line: Int
        /// Octaves that notes sound above where they stand.
        var octaveChange: Int
        /// `Pitch.diatonic` of the note on the middle line.
        var middleLine: Int
    }
}
