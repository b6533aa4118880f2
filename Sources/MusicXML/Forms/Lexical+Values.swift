internal import ScoreModel

// Numbers, text and tokens as MusicXML writes them.

extension String: Lexical {
    /// Text as it stands.
    init?(lexical: ArraySlice<UInt8>) { self.init(decoding: lexical, as: UTF8.self) }
    func write(to output: inout XMLOutput) { output.text(self) }
}

extension Int: Lexical {
    /// A whole number.
    init?(lexical: ArraySlice<UInt8>) {
        guard let value = lexical.trimmed.integer else { return nil }
        self = value
    }
    func write(to output: inout XMLOutput) { output.number(self) }
}

extension Fraction: Lexical {
    /// A decimal number.
    init?(lexical: ArraySlice<UInt8>) {
        guard let value = lexical.trimmed.decimal else { return nil }
        self = value
    }
    func write(to output: inout XMLOutput) {
        if isWhole { output.number(numerator) } else { output.token(decimal) }
    }
}

extension Semitones: Lexical {
    /// A decimal number of semitones.
    init?(lexical: ArraySlice<UInt8>) {
        guard let value = lexical.trimmed.semitones else { return nil }
        self = value
    }
    func write(to output: inout XMLOutput) {
        if let whole { output.number(whole) } else { output.token(decimal) }
    }
}

extension Bool: Lexical {
    /// `yes` or `no`.
    init?(lexical: ArraySlice<UInt8>) {
        let token = lexical.trimmed
        guard token.reads("yes") || token.reads("no") else { return nil }
        self = token.reads("yes")
    }
    func write(to output: inout XMLOutput) { output.raw(self ? "yes" : "no") }
}

extension Pitch.Step: Lexical {
    /// A capital letter from A to G.
    init?(lexical: ArraySlice<UInt8>) {
        guard let step = Pitch.Step(token: lexical.trimmed) else { return nil }
        self = step
    }
    func write(to output: inout XMLOutput) { output.token(letter) }
}

extension NoteValue.Base: Lexical {
    /// A `note-type-value`.
    init?(lexical: ArraySlice<UInt8>) {
        guard let base = NoteValue.Base(token: lexical.trimmed) else { return nil }
        self = base
    }
    func write(to output: inout XMLOutput) { output.raw(token) }
}

/// A value of one of MusicXML's enumerations, whose raw value is its name there.
protocol Token: Lexical, RawRepresentable<String>, CaseIterable {}

extension Token {
    init?(lexical: ArraySlice<UInt8>) {
        let token = lexical.trimmed
        guard let value = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(token) }) else { return nil }
        self = value
    }
    func write(to output: inout XMLOutput) { output.token(rawValue) }
}

extension Accidental.Sign: Token {}
extension Clef.Sign: Token {}
extension Curve.Orientation: Token {}
extension Direction.Pedal.Action: Token {}
extension Edge.Role: Token {}
extension Harmony.Degree.Change: Token {}
extension LineStyle.Length: Token {}
extension LineStyle.Pattern: Token {}
extension LineStyle.Shape: Token {}
extension Lyric.Syllabic: Token {}
extension NonArpeggio.Position: Token {}
extension NotationSize: Token {}
extension Note.Stem: Token {}
extension Placement: Token {}
extension Tuplet.Shown: Token {}
extension VerticalDirection: Token {}
