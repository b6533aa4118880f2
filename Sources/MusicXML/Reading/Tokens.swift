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

extension Lyric.Syllabic {
    private static let tokens: [(token: StaticString, value: Lyric.Syllabic)] = [
        ("single", .single), ("begin", .begin), ("middle", .middle), ("end", .end),
    ]

    /// A `syllabic`.
    init?(token: ArraySlice<UInt8>) {
        guard let value = token.value(in: Lyric.Syllabic.tokens) else { return nil }
        self = value
    }
}
