extension Numeral {
    /// Reads a numeral; nil when the text is none.
    ///
    ///     Numeral("V65/V", in: key)
    ///     Numeral("vii/o7", in: key)
    ///
    /// What ``description`` writes is read, and what RomanText writes (Tymoczko, Gotham, Cuthbert & Ariza, "The RomanText Format", 2019):
    /// `V6/5`, `V2`, `vii/o7`, `iiø65`, `IVmaj7`, `N6`, `Cad64`, `It6`. Large and small letters, `o`, `ø` and `+` tell the triad; its
    /// seventh is that of the scale, unless a sign or `maj` tells it. A small `vii` has the leading tone for its root and is
    /// diminished, with or without a sign, and in minor a small `vi` stands on the raised sixth degree, as in RomanText.
    ///
    /// - Parameter key: The key that it counts in.
    public init?(_ text: some StringProtocol, in key: Tonality) {
        guard text.utf8.count <= Numeral.longest else { return nil }
        var rest = Substring(text.filter { !$0.isWhitespace }.map(Numeral.plainSign))
        if let opening = rest.lastIndex(of: "["), rest.last == "]" { rest = rest[..<opening] }
        guard let applied = Numeral.splitTarget(&rest) else {
            guard let own = Numeral.named(rest, in: key) ?? Numeral.built(rest, in: key) else { return nil }
            self = own
            return
        }
        guard let target = NumeralHead(applied, in: key), target.rest.isEmpty else { return nil }
        let local = Tonality(key.tone(of: target.degree, leads: false), target.isSmall ? .minor : .major)
        guard let own = Numeral.named(rest, in: local) ?? Numeral.built(rest, in: local) else { return nil }
        self.init(own.degree, own.quality, bass: own.bass, target: target.degree, isTargetMinor: target.isSmall)
    }

    /// Bytes; no numeral is nearly as long.
    private static let longest = 64

    private static func plainSign(_ character: Character) -> Character {
        switch character {
        case "♭": "b"
        case "♯": "#"
        case "°", "º": "o"
        case "Ø", "%": "ø"
        default: character
        }
    }

    /// Takes what follows a slash off the end, where that is a numeral: other slashes stand in figures or belong to `/o`.
    private static func splitTarget(_ text: inout Substring) -> Substring? {
        guard let slash = text.lastIndex(of: "/") else { return nil }
        let target = text[slash...].dropFirst()
        guard let first = target.first, "IiVvb#".contains(first) else { return nil }
        text = text[..<slash]
        return target
    }

    /// What has a name of its own.
    private static func named(_ text: Substring, in key: Tonality) -> Numeral? {
        let sixths: [(String, ChordQuality)] = [
            ("It", .italianSixth), ("Ger", .germanSixth), ("Fr", .frenchSixth),
        ]
        let lowSixth = key.degree(of: key.tonic + -4, leads: false)
        for (name, quality) in sixths where text.hasPrefix(name) {
            let figures = text.dropFirst(name.count).filter { $0 != "/" }
            // People write 6 or nothing, whichever of the three it is.
            if figures.isEmpty || figures == "6" { return Numeral(lowSixth, quality) }
            return Chord.Member.allCases.lazy.filter { quality.interval(of: $0) != nil }
                .map { Numeral(lowSixth, quality, bass: $0) }.first { $0.figures == figures }
        }
        if text == "Cad64" || text == "Cad6/4" || text == "Cad" {
            return Numeral(Degree(1), key.mode == .major ? .major : .minor, bass: .fifth)
        }
        if text.first == "N" { return built(Substring("bII" + text.dropFirst()), in: key) }
        return nil
    }

    /// What is built on a degree.
    private static func built(_ text: Substring, in key: Tonality) -> Numeral? {
        guard let head = NumeralHead(text, in: key) else { return nil }
        var rest = head.rest
        let sign = QualitySign(taking: &rest)
        guard let figures = NumeralFigures(rest) else { return nil }
        // `viiø` alone is a seventh chord, `iiø6` the triad in it.
        let isSeventh = figures.isSeventh || (sign == .halfDiminished && rest.isEmpty)
        var degree = head.degree
        let triad: ChordQuality
        switch sign {
        case .diminished, .halfDiminished: triad = .diminished
        case .augmented: triad = .augmented
        case nil, .majorSeventh:
            triad = head.isSmall ? (degree == Degree(7) ? .diminished : .minor) : .major
        }
        if key.mode == .minor, head.isSmall {
            if degree == Degree(6) { degree = Degree(6, alter: 1) }
            // Who counts from the natural seventh degree writes a sharp before the leading tone.
            if degree == Degree(7, alter: 1), triad == .diminished { degree = Degree(7) }
        }
        let quality = isSeventh ? seventh(on: triad, sign, degree, in: key) : triad
        return Numeral(degree, quality, bass: figures.bass)
    }

    /// The seventh chord on a triad.
    private static func seventh(
        on triad: ChordQuality, _ sign: QualitySign?, _ degree: Degree, in key: Tonality
    ) -> ChordQuality {
        let root = key.tone(of: degree, leads: triad == .diminished)
        // A flat degree of major is borrowed from minor, and so is its seventh.
        let scale = degree.alter < 0 ? Tonality(key.tonic, .minor) : key
        let interval = scale.tone(of: Degree(degree.number + 6), leads: false) - root
        switch triad {
        case .major:
            if sign == .majorSeventh { return .majorSeventh }
            return interval == 5 ? .majorSeventh : .dominantSeventh
        case .minor: return .minorSeventh
        case .diminished:
            if sign == .halfDiminished { return .halfDiminishedSeventh }
            if sign == .diminished { return .diminishedSeventh }
            return interval == -9 ? .diminishedSeventh : .halfDiminishedSeventh
        // There is none on an augmented triad that has a name here.
        default: return triad
        }
    }
}
