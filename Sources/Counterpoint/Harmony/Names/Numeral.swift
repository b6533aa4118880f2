/// The name of a chord in its key: a degree, what stands on it, its bass, and the degree that it leads to as a dominant.
public struct Numeral: Hashable, Sendable {
    /// A degree of the scale.
    public struct Degree: Hashable, Sendable {
        /// From 1 to 7.
        public let number: Int
        /// Semitones above the degree of the key's scale; in minor, the seventh of a chord that leads is the raised one.
        public let alter: Int

        /// A degree. The eighth is the first again, and no music alters a tone by more than a few semitones.
        public init(_ number: Int, alter: Int = 0) {
            self.number = (number.modulo(7) + 6).modulo(7) + 1
            self.alter = min(max(alter, -9), 9)
        }
    }

    /// The degree that its root is; of an applied chord, in the key of ``target``.
    public let degree: Degree
    /// What is built on it.
    public let quality: ChordQuality
    /// The tone in the bass.
    public let bass: Chord.Member
    /// The degree whose dominant it is, when that is not the tonic.
    public let target: Degree?
    /// Whether the chord on ``target`` is minor.
    public let isTargetMinor: Bool

    /// A numeral.
    public init(
        _ degree: Degree, _ quality: ChordQuality, bass: Chord.Member = .root, target: Degree? = nil,
        isTargetMinor: Bool = false
    ) {
        self.degree = degree
        self.quality = quality
        self.bass = quality.interval(of: bass) == nil ? .root : bass
        self.target = target
        self.isTargetMinor = isTargetMinor
    }

    /// True for V and vii and what is built on them.
    public var isDominant: Bool {
        degree == Degree(5) && [.major, .dominantSeventh].contains(quality)
            || degree == Degree(7) && quality.triad == .diminished
    }
}

extension Numeral: CustomStringConvertible {
    /// `V65/V`, `viio7`, `iiø65`, `bII6`, `Ger65`.
    public var description: String {
        var text: String
        switch quality {
        case .italianSixth: text = "It"
        case .germanSixth: text = "Ger"
        case .frenchSixth: text = "Fr"
        default: text = degree.text(isMinor: [.minor, .diminished].contains(quality.triad))
        }
        switch quality {
        case .diminished, .diminishedSeventh: text += "o"
        case .halfDiminishedSeventh: text += "ø"
        case .augmented: text += "+"
        default: break
        }
        text += figures
        if let target { text += "/" + target.text(isMinor: isTargetMinor) }
        return text
    }

    /// The figures of its inversion.
    public var figures: String {
        let index = bass.rawValue
        if quality.isAugmentedSixth {
            // Over the lowered sixth degree these are 6, 65 and 43.
            let figures: [ChordQuality: [String]] = [
                .italianSixth: ["6", "64", "", "53"], .germanSixth: ["65", "43", "42", "7"],
                .frenchSixth: ["43", "42", "7", "65"],
            ]
            return figures[quality]?[index] ?? ""
        }
        return (quality.isSeventh ? ["7", "65", "43", "42"] : ["", "6", "64", ""])[index]
    }
}

extension Numeral.Degree {
    static let numerals = ["I", "II", "III", "IV", "V", "VI", "VII"]

    /// `bVI`, `#iv`.
    func text(isMinor: Bool) -> String {
        let numeral = Numeral.Degree.numerals[(number - 1).modulo(7)]
        return String(repeating: alter < 0 ? "b" : "#", count: min(abs(alter), 3))
            + (isMinor ? numeral.lowercased() : numeral)
    }
}
