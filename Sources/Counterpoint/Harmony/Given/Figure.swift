import ScoreModel

/// One figure over a bass.
struct Figure: Hashable {
    /// The interval above the bass in steps of the scale, from 2 to 9; an accidental alone is about the third.
    let number: Int
    /// The sign at it, by its MusicXML name.
    let sign: String?
    /// As it stands under the bass, for people.
    let text: String

    /// A figure; nil for what is none, such as the 0 of tasto solo, and where only the line of an earlier one goes on.
    init?(_ figure: FiguredBass.Figure) {
        let sign = [figure.prefix, figure.suffix].compactMap { $0 }.first { !$0.isEmpty }
        let digits = figure.number.map { $0.filter { !$0.isWhitespace } } ?? ""
        guard !digits.isEmpty || sign != nil else { return nil }
        guard let number = digits.isEmpty ? 3 : Int(digits), (1...16).contains(number) else { return nil }
        // The ninth is not the second: it resolves down into the octave.
        self.number = number > 9 ? (number - 1).modulo(7) + 1 : number
        self.sign = sign
        let mark = sign.flatMap { Figure.marks[$0] } ?? ""
        text = figure.prefix == nil ? digits + mark : mark + digits
    }

    private static let marks = [
        "sharp": "#", "flat": "b", "natural": "♮", "double-sharp": "##", "sharp-sharp": "##", "flat-flat": "bb",
        "double-flat": "bb", "plus": "+", "cross": "+", "slash": "/", "back-slash": "\\", "vertical": "|",
    ]

    /// The tone that it asks for.
    ///
    /// A sharp on a tone that the signature flattens, or a flat on one that it sharpens, only undoes it, as it did before the natural
    /// was in use. Strokes and crosses raise, but `4+` is the augmented fourth whatever the signature, and a stroke through a 5 the
    /// diminished fifth: raised, neither would stand in any chord.
    func tone(over bass: Pitch, _ signature: Signature) -> TonalPitchClass {
        let step = Pitch.Step(rawValue: Int8((Int(bass.step.rawValue) + number - 1).modulo(7))) ?? bass.step
        let natural = signature.alter(of: step)
        switch sign {
        case "sharp": return TonalPitchClass(step, alter: natural < 0 ? natural + 1 : 1)
        case "flat": return TonalPitchClass(step, alter: natural > 0 ? natural - 1 : -1)
        case "natural": return TonalPitchClass(step)
        case "double-sharp", "sharp-sharp": return TonalPitchClass(step, alter: 2)
        case "flat-flat", "double-flat": return TonalPitchClass(step, alter: -2)
        case "slash" where number == 5: return TonalPitchClass(bass) + -6
        case "plus" where number == 4, "cross" where number == 4: return TonalPitchClass(bass) + 6
        case "slash", "back-slash", "plus", "cross", "vertical": return TonalPitchClass(step, alter: natural + 1)
        default: return TonalPitchClass(step, alter: natural)
        }
    }
}

/// What a signature does to each letter.
struct Signature {
    private var alters = [Int](repeating: 0, count: 7)

    init(_ key: Key?) {
        switch key?.content {
        case .traditional(let fifths, _):
            let fifths = min(max(fifths, -14), 14)
            for step in Pitch.Step.allCases {
                // The place of a letter among F C G D A E B, in which order sharps come.
                let place = TonalPitchClass(step).fifths + 1
                alters[Int(step.rawValue)] = (fifths - place + 6 - (fifths - place + 6).modulo(7)) / 7
            }
        case .alterations(let alterations):
            for alteration in alterations {
                alters[Int(alteration.step.rawValue)] = min(max(alteration.alter.whole ?? 0, -2), 2)
            }
        case nil: break
        }
    }

    /// Semitones above the plain letter.
    func alter(of step: Pitch.Step) -> Int { alters[Int(step.rawValue)] }
}
