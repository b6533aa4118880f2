/// A degree at the beginning of a text, such as `bVI` or `#iv`.
struct NumeralHead {
    let degree: Numeral.Degree
    /// Whether its letters are small.
    let isSmall: Bool
    /// What follows.
    let rest: Substring

    init?(_ text: Substring, in key: Tonality) {
        let sharps = text.prefix { $0 == "#" }.count
        let flats = sharps > 0 ? 0 : text.prefix { $0 == "b" }.count
        guard sharps <= 3, flats <= 3 else { return nil }
        let letters = text.dropFirst(sharps + flats)
        isSmall = letters.first == "i" || letters.first == "v"
        let numeral = letters.prefix { [isSmall] in (isSmall ? "iv" : "IV").contains($0) }
        guard let index = Numeral.Degree.numerals.firstIndex(of: numeral.uppercased()) else { return nil }
        let isFlatAnyway = key.mode == .minor && !isSmall && flats == 1 && [2, 5, 6].contains(index)
        // Many write bVI in minor for what is the sixth degree there.
        degree = Numeral.Degree(index + 1, alter: isFlatAnyway ? 0 : sharps - flats)
        rest = letters[numeral.endIndex...]
    }
}

/// What stands between the letters of a numeral and its figures.
enum QualitySign {
    case diminished, halfDiminished, augmented, majorSeventh

    private static let signs: [(String, QualitySign)] = [
        ("/o", .halfDiminished), ("ø", .halfDiminished), ("o", .diminished), ("+", .augmented),
        ("maj", .majorSeventh), ("M", .majorSeventh),
    ]

    /// Takes a sign off the beginning of a text.
    init?(taking text: inout Substring) {
        guard let (sign, meaning) = QualitySign.signs.first(where: { text.hasPrefix($0.0) }) else { return nil }
        text = text.dropFirst(sign.count)
        self = meaning
    }
}

/// The figures of an inversion.
struct NumeralFigures {
    let bass: Chord.Member
    let isSeventh: Bool

    init?(_ text: Substring) {
        let figures = text.split(separator: "/", omittingEmptySubsequences: false)
        guard figures.count == 1 || figures.allSatisfy({ !$0.isEmpty }) else { return nil }
        switch figures.joined() {
        case "", "5", "3", "53": self.init(.root, isSeventh: false)
        case "6", "63": self.init(.third, isSeventh: false)
        case "64": self.init(.fifth, isSeventh: false)
        case "7", "73", "75", "753", "9", "97": self.init(.root, isSeventh: true)
        case "65", "653": self.init(.third, isSeventh: true)
        case "43", "643": self.init(.fifth, isSeventh: true)
        case "2", "42", "642": self.init(.seventh, isSeventh: true)
        default: return nil
        }
    }

    private init(_ bass: Chord.Member, isSeventh: Bool) {
        self.bass = bass
        self.isSeventh = isSeventh
    }
}
