import Testing

@testable import MusicXML

/// A type, and texts that are values of it and that are not.
struct ValueCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let valid: [String]
    let invalid: [String]

    init(_ type: String, _ valid: [String], not invalid: [String]) {
        (testDescription, self.valid, self.invalid) = (type, valid, invalid)
    }
}

@Suite struct ValueTypeTests {
    static let builtIn = [
        ValueCase(
            "xs:decimal", ["1", "-1.5", "+.5", "5.", " 7 "], not: ["", ".", "1e3", "1,5", "--1", "1 2", "INF", "１"]),
        ValueCase("xs:integer", ["0", "-7", "+7", "007"], not: ["1.0", "-", "x"]),
        ValueCase("xs:nonNegativeInteger", ["0", "-0", "99999999999999999999"], not: ["-1", "1.5"]),
        ValueCase("xs:positiveInteger", ["1", "0001"], not: ["0", "-1", ""]),
        ValueCase("xs:NMTOKEN", ["a", "1.2-x", "é", "·a:b"], not: ["", "a b", "a,b", "²", "\u{10000}"]),
        ValueCase("xs:ID", ["a", "_1", "é.x-y"], not: ["", "1a", "a:b", "-a", "a b", "·a"]),
        ValueCase("xs:language", ["en", "de-AT", "x-klingon", "a-1"], not: ["", "e1", "en-", "en_US", "abcdefghi"]),
        ValueCase(
            "xs:date", ["2026-01-31", "2024-02-29", "2026-01-31Z", "2026-01-31-14:00", "-0001-01-01", "12026-01-01"],
            not: [
                "2026-02-29", "1900-02-29", "2026-13-01", "2026-1-1", "0000-01-01", "02026-01-01", "2026-01-01+15:00",
                "",
            ]
        ),
        ValueCase(
            "xs:anyURI", ["", "a b", "http://u@h:80/p;q?r#s", "#a[b]", "mailto:x", "a/b:c", "//[::1]:8/", "ü", "%41"],
            not: ["%4", "a#b#c", "1:2", ":", "http://a:b/", "//[::1", "?a[b]", "["]),
    ]

    static let patterns = [
        ValueCase("color", ["#800000", "#40800000"], not: ["red", "#80000", "#8000000", "#abcdef", "800000", ""]),
        ValueCase("comma-separated-text", ["a", "a,b", "a, b c,d"], not: ["", ",", "a,", "a,,b"]),
        ValueCase("time-only", ["1", "1,2", "1, 20"], not: ["", "0", "1,", "1;2", "1, 2,"]),
        ValueCase("ending-number", ["", "  ", "1", "1, 2", "1,2"], not: ["0", "1-2", "one", "1,"]),
        ValueCase("yyyy-mm-dd", ["2026-01-31"], not: ["2026-01-31Z", "2026-01-31+01:00", "2026-02-30"]),
        ValueCase(
            "smufl-accidental-glyph-name", ["accSagittal5CommaUp", "medRenFlatX"], not: ["acc", "sharp", "acc b"]),
        ValueCase("smufl-coda-glyph-name", ["coda", "codaSquare"], not: ["cod", "coda square"]),
        ValueCase("smufl-lyrics-glyph-name", ["lyricsElision"], not: ["lyrics", "elision"]),
        ValueCase("smufl-pictogram-glyph-name", ["pictGlsp"], not: ["pict"]),
        ValueCase("smufl-segno-glyph-name", ["segno", "segnoSerpent1"], not: ["segn"]),
        ValueCase(
            "smufl-wavy-line-glyph-name", ["wiggleTrill", "guitarVibratoStroke", "guitarWideVibratoStroke"],
            not: ["wiggle", "guitarVibrato", "guitarVibratoStrokes"]),
    ]

    static let restricted = [
        ValueCase("rotation-degrees", ["-180", "180.000", "0.5"], not: ["180.0001", "-180.5", "181"]),
        ValueCase("trill-beats", ["2", "2.5"], not: ["1.999"]),
        ValueCase("midi-16384", ["1", "16384"], not: ["0", "16385"]),
        ValueCase("positive-divisions", ["0.0001"], not: ["0", "-0.0", "0.000"]),
        ValueCase("yes-no", ["yes", " no\n"], not: ["Yes", "true", ""]),
        ValueCase("step", ["A"], not: [" A", "a", "H", ""]),
        ValueCase("fermata-shape", ["", "double-dot"], not: [" ", "dot"]),
        ValueCase("handbell-value", ["hand martellato"], not: ["hand  martellato"]),
        ValueCase("font-size", ["12.5", " xx-large "], not: ["12pt", ""]),
        ValueCase("number-or-normal", ["normal", "-1"], not: ["n", ""]),
        ValueCase("positive-integer-or-empty", ["", "3"], not: [" ", "0"]),
        ValueCase("measure-text", ["1a"], not: ["", "  "]),
    ]

    @Test(arguments: [builtIn, patterns, restricted].joined()) func `values are what the schema says`(
        _ example: ValueCase
    )
        throws
    {
        let model = ContentModel.musicXML
        let value = try #require(model.values.firstIndex { $0.name == example.testDescription })
        func accepts(_ text: String) -> Bool { model.accepts(Array(text.utf8).span, as: value) }
        #expect(example.valid.filter { !accepts($0) } == [])
        #expect(example.invalid.filter { accepts($0) } == [])
    }
}
