internal import ScoreModel

// The values of MusicXML's enumerations that are steps, notes, beams and syllables.

extension ArraySlice<UInt8> {
    /// The value that a table gives for these bytes.
    fileprivate func value<Value>(in table: [(token: StaticString, value: Value)]) -> Value? {
        table.first { reads($0.token) }?.value
    }
}

extension Pitch.Step {
    /// A capital letter from A to G.
    init?(token: ArraySlice<UInt8>) {
        guard token.count == 1, let byte = token.first,
            let place = "CDEFGAB".utf8.enumerated().first(where: { $1 == byte })
        else { return nil }
        self.init(rawValue: Int8(place.offset))
    }
}

extension NoteValue.Base {
    private static let tokens: [(token: StaticString, value: NoteValue.Base)] = [
        ("quarter", .quarter), ("eighth", .eighth), ("half", .half), ("16th", .sixteenth), ("whole", .whole),
        ("32nd", .thirtySecond), ("64th", .sixtyFourth), ("128th", .hundredTwentyEighth),
        ("256th", .twoHundredFiftySixth), ("512th", .fiveHundredTwelfth), ("1024th", .thousandTwentyFourth),
        ("breve", .breve), ("long", .long), ("maxima", .maxima),
    ]

    /// A `note-type-value`.
    init?(token: ArraySlice<UInt8>) {
        guard let value = token.value(in: NoteValue.Base.tokens) else { return nil }
        self = value
    }
}

extension Beams.State {
    private static let tokens: [(token: StaticString, value: Beams.State)] = [
        ("begin", .begin), ("continue", .continue), ("end", .end), ("forward hook", .forwardHook),
        ("backward hook", .backwardHook),
    ]

    /// A `beam-value`.
    init?(token: ArraySlice<UInt8>) {
        guard let value = token.value(in: Beams.State.tokens) else { return nil }
        self = value
    }
}

extension NoteValue.Base {
    /// The `note-type-value`.
    var token: StaticString { NoteValue.Base.tokens.first { $0.value == self }?.token ?? "quarter" }
}

extension Beams.State {
    /// The `beam-value`.
    var token: StaticString { Beams.State.tokens.first { $0.value == self }?.token ?? "begin" }
}

extension Beams.State: Lexical {
    init?(lexical: ArraySlice<UInt8>) {
        guard let state = Beams.State(token: lexical.trimmed) else { return nil }
        self = state
    }
    func write(to output: inout XMLOutput) { output.raw(token) }
}
