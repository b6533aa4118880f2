internal import ScoreModel

/// A sign of music notation that a picture is put together from.
///
/// Lengths are tenths of the distance between staff lines, as in MusicXML. A sign's origin lies at its left edge, on the line
/// or in the middle of what it stands for, unless its case says otherwise.
enum MusicSign: String, CaseIterable, Sendable {
    case headBlack, headHalf, headWhole, headBreve, headCross
    case sharp, natural, flat, doubleSharp
    /// Hangs from the line through its origin.
    case restWhole
    /// Sits on the line through its origin.
    case restHalf
    /// Hangs between the line through its origin and the one above.
    case restBreve
    case restQuarter, rest8, rest16, rest32
    /// The origin is the tip of the stem.
    case flagUp
    /// The origin is the tip of the stem.
    case flagDown
    /// The origin is the middle of its base.
    case fermata
    /// The origin lies on the line that the clef names.
    case clefG
    /// The origin lies on the line that the clef names.
    case clefF
    /// The origin lies on the line that the clef names.
    case clefC
    case clefPercussion
    case digit0, digit1, digit2, digit3, digit4, digit5, digit6, digit7, digit8, digit9
    case plus, common, cut

    /// The id of its outline on a page.
    var id: String { "music-" + rawValue }

    /// How far it reaches to the right of its origin.
    var width: Double { box.right }

    /// Its outline as an element that `<use>` can name.
    var definition: String { "<path id=\"\(id)\" d=\"\(outline)\"/>" }
}

extension MusicSign {
    /// The signs of a number, at most six digits.
    static func digits(of number: Int) -> [MusicSign] {
        String(number.magnitude).prefix(6).compactMap { MusicSign(rawValue: "digit\($0)") }
    }

    /// The notehead of a note value.
    static func head(of value: NoteValue.Base) -> MusicSign {
        switch value {
        case .maxima, .long, .breve: .headBreve
        case .whole: .headWhole
        case .half: .headHalf
        default: .headBlack
        }
    }

    /// The rest of a note value; the shortest that has one of its own stands for those below it.
    static func rest(of value: NoteValue.Base) -> MusicSign {
        switch value {
        case .maxima, .long, .breve: .restBreve
        case .whole: .restWhole
        case .half: .restHalf
        case .quarter: .restQuarter
        case .eighth: .rest8
        case .sixteenth: .rest16
        default: .rest32
        }
    }

    /// The accidental of an alteration: several signs side by side where no single one will do, none where it is out of all bounds.
    ///
    /// Between the semitones the sign of the nearest one stands.
    static func accidental(_ alter: Semitones) -> [MusicSign] {
        switch Int((Double(alter.thousandths) / 1000).rounded()) {
        case 0: [.natural]
        case 1: [.sharp]
        case 2: [.doubleSharp]
        case 3...6: [.sharp, .doubleSharp]
        case -1: [.flat]
        case -2: [.flat, .flat]
        case -6 ... -3: [.flat, .flat, .flat]
        default: []
        }
    }
}
