import ScoreModel

/// What a voice sings or plays, which decides its range.
public enum Role: String, Sendable, CaseIterable {
    case soprano, alto, tenor, bass
    case violin1 = "violin-1"
    case violin2 = "violin-2"
    case viola, cello

    /// True for the voices of a choir.
    public var isVocal: Bool { [.soprano, .alto, .tenor, .bass].contains(self) }

    /// Its name for people.
    public var name: String {
        switch self {
        case .violin1: "Violin I"
        case .violin2: "Violin II"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }
}

extension Role {
    /// The role that a part's name tells, in the languages that scores are printed in.
    ///
    /// The name may have a number, which tells the violins apart, and words such as `solo`; with any other word it is another instrument: an
    /// alto saxophone is no alto.
    ///
    /// - Parameter amongStrings: Whether other parts are strings; `Alto` is the viola then, as in French scores.
    init?(partName: String, amongStrings: Bool) {
        // Where a voice is doubled by instruments, they stand on lines of their own below it.
        let words = Role.words(of: partName.split(whereSeparator: \.isNewline).first ?? "")
        let names = words.filter { !Role.first.union(Role.second).union(Role.remarks).contains($0) }
        guard names.count == 1, let name = names.first else { return nil }
        let isSecond = words.contains { Role.second.contains($0) }
        switch name {
        case "violin", "violine", "violino", "violon", "violini", "violins", "vln", "vl", "vn", "viol", "geige":
            self = isSecond ? .violin2 : .violin1
        case "viola", "violas", "viole", "vla", "va", "bratsche": self = .viola
        case "cello", "violoncello", "violoncelle", "violoncelli", "cellos", "vc", "vcl", "vlc": self = .cello
        case "soprano", "sopran", "sopranos", "soprani", "s", "sop", "canto", "cantus", "discant", "discantus",
            "superius", "treble", "dessus":
            self = .soprano
        case "alto", "alt", "altos", "alti", "a", "contralto", "altus": self = amongStrings ? .viola : .alto
        case "tenor", "tenore", "tenors", "tenori", "t", "ten", "taille": self = .tenor
        case "bass", "basso", "basses", "bassi", "b", "bassus", "basse": self = .bass
        default: return nil
        }
    }

    private static let first: Set<String> = ["1", "i", "1st", "first", "primo", "1er", "1o"]
    private static let second: Set<String> = ["2", "ii", "2nd", "second", "secondo", "2e", "2o"]
    private static let remarks: Set<String> = [
        "solo", "soli", "tutti", "choir", "chorus", "chor", "coro", "voice", "3", "iii", "4", "iv",
    ]

    /// The role that an instrument's sound tells (MusicXML, `sounds.xml`), or its General MIDI program.
    init?(_ instrument: Instrument) {
        switch instrument.virtual.sound {
        case "voice.soprano": self = .soprano
        case "voice.alto": self = .alto
        case "voice.tenor": self = .tenor
        case "voice.bass": self = .bass
        case "strings.violin": self = .violin1
        case "strings.viola": self = .viola
        case "strings.cello": self = .cello
        default:
            switch instrument.midi?.program {
            case 40: self = .violin1
            case 41: self = .viola
            case 42: self = .cello
            default: return nil
            }
        }
    }

    /// The words of a name in lower case, numbers apart: `Violin2` has two.
    private static func words(of name: Substring) -> [String] {
        var words: [String] = []
        var isNumber = false
        var isInside = false
        for character in name.lowercased() {
            guard character.isLetter || character.isNumber else {
                isInside = false
                continue
            }
            if isInside, isNumber == character.isNumber || isNumber {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
                isNumber = character.isNumber
            }
            isInside = true
        }
        return words
    }
}
