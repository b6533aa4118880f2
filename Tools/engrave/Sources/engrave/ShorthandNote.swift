import ScoreModel

extension Chorale.Note {
    /// Reads `PITCH[~][*N][/D][^]`, with `r` for the pitch of a rest.
    init(_ word: ShorthandWord) throws(ShorthandError) {
        var rest = word.text
        if rest.first == "r" {
            rest = rest.dropFirst()
            pitch = nil
        } else {
            pitch = try Self.pitch(&rest, of: word)
        }
        isTied = rest.first == "~"
        if isTied { rest = rest.dropFirst() }
        guard pitch != nil || !isTied else { throw word.error("a rest is not tied") }

        let times = try Self.number(after: "*", &rest, of: word)
        let over = try Self.number(after: "/", &rest, of: word)
        guard let quarters = Fraction(times, over: over), let value = Self.value(of: quarters) else {
            throw word.error("no plain or dotted note is \(times)/\(over) quarters long")
        }
        self.value = value
        hasFermata = rest.first == "^"
        if hasFermata { rest = rest.dropFirst() }
        guard rest.isEmpty else { throw word.error("'\(rest)' follows the note '\(word.text.dropLast(rest.count))'") }
    }

    private static func pitch(_ rest: inout Substring, of word: ShorthandWord) throws(ShorthandError) -> Pitch {
        guard let letter = rest.first, let step = Pitch.Step.allCases.first(where: { $0.letter == String(letter) })
        else { throw word.error("'\(word.text)' is neither a note, a rest nor a bar line") }
        rest = rest.dropFirst()
        let sharps = rest.prefix { $0 == "#" }.count
        let flats = sharps > 0 ? 0 : rest.prefix { $0 == "b" }.count
        guard sharps <= 2, flats <= 2 else { throw word.error("more than two accidentals") }
        rest = rest.dropFirst(sharps + flats)
        guard let digit = rest.first, digit.isASCII, let octave = digit.wholeNumberValue else {
            throw word.error("'\(word.text)' has no octave")
        }
        rest = rest.dropFirst()
        return Pitch(step, alter: Semitones(sharps - flats), octave: Int8(octave))
    }

    /// The number after a sign, or 1 where the sign is missing.
    private static func number(
        after sign: Character, _ rest: inout Substring, of word: ShorthandWord
    ) throws(ShorthandError) -> Int {
        guard rest.first == sign else { return 1 }
        let digits = rest.dropFirst().prefix { $0.isASCII && $0.isWholeNumber }
        guard let number = Int(digits), (1...999).contains(number) else {
            throw word.error("'\(sign)' needs a number from 1 to 999 after it")
        }
        rest = rest[digits.endIndex...]
        return number
    }

    /// The note value of a length: plain or with one dot, from a whole to a thirty-second.
    private static func value(of quarters: Fraction) -> NoteValue? {
        let bases: [NoteValue.Base] = [.whole, .half, .quarter, .eighth, .sixteenth, .thirtySecond]
        return bases.flatMap { [NoteValue($0), NoteValue($0, dots: 1)] }.first { $0.quarters == quarters }
    }
}
