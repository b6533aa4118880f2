import Counterpoint
import ScoreModel
import Testing

@testable import QuartetCLI

@Suite struct ConfigurationTests {
    private func read(_ text: String) throws(ConfigurationError) -> Configuration {
        try Configuration(Array(text.utf8))
    }

    @Test func `everything that a file can say`() throws {
        let configuration = try read(
            """
            profile: bach
            fail-on: never
            baseline: known.json
            rules:
              parallel-fifths: info
              voice-overlap: off
            limits:
              ranges: {soprano: Bb3-A5, cello: C2-C5}
              outer-ranges: {soprano: A3-C6}
              spacing: {upper: 13, bass: 19}
              doubling: 4
              direct: all
            paths:
              - match: drafts/**
                profile: strings
              - match: "*.xml"
                rules: {parallel-fifths: error}
                limits: {doubling: 2}
            """)
        #expect(configuration.failOn == .never && configuration.baseline == "known.json")
        #expect(configuration.changes.profile == .bach)
        #expect(configuration.changes.severities == ["parallel-fifths": .info, "voice-overlap": .off])
        let limits = configuration.changes.limits
        #expect(limits.ranges[.soprano]?.low == Pitch("Bb3") && limits.ranges[.cello]?.high == Pitch("C5"))
        #expect(limits.outerRanges[.soprano]?.high == Pitch("C6"))
        #expect(limits.upperSpacing == 13 && limits.bassSpacing == 19)
        #expect(limits.doublingLength == 4 && limits.directInAllPairs == true)
        #expect(configuration.exceptions.count == 2)
    }

    @Test func `later entries of paths win`() throws {
        let configuration = try read(
            """
            profile: chorale
            paths:
              - {match: "drafts/**", profile: bach}
              - {match: "drafts/quartets/**", profile: strings}
            """)
        func profile(_ path: String) -> Profile? { configuration.changes(for: path).compactMap(\.profile).last }
        #expect(profile("a.xml") == .chorale)
        #expect(profile("drafts/a.xml") == .bach)
        #expect(profile("drafts/quartets/a.xml") == .strings)
    }

    @Test(arguments: ["", "# nothing\n", "rules:\n", "limits: {}\npaths: []\n", "---\n"])
    func `nothing said is nothing changed`(_ text: String) throws {
        let configuration = try read(text)
        #expect(configuration.changes == .init() && configuration.exceptions.isEmpty)
    }

    @Test(arguments: [
        ("profil: bach", 1, 1, "did you mean \"profile\"?"),
        ("profile: bahc", 1, 10, "did you mean \"bach\"?"),
        ("profile: [bach]", 1, 10, "profile must be a text"),
        ("rules: loud", 1, 8, "rules must be a mapping"),
        ("rules:\n  paralel-fifths: off", 2, 3, "did you mean parallel-fifths?"),
        ("rules:\n  parallel-fifths: loud", 2, 20, "\"loud\" is no value of rules.parallel-fifths"),
        ("rules:\n  parallel-fifths:", 2, 19, "must be a text"),
        ("limits:\n  ranges:\n    soprano: C4-H5", 3, 14, "\"C4-H5\" is no range"),
        ("limits:\n  ranges:\n    soprano: A5-C4", 3, 14, "from the lower to the higher"),
        ("limits:\n  ranges: {sopran: C4-A5}", 2, 12, "did you mean \"soprano\"?"),
        ("limits: {spacing: {upper: wide}}", 1, 27, "limits.spacing.upper must be a whole number from 0 to 127"),
        ("limits: {spacing: {upper: 128}}", 1, 27, "from 0 to 127"),
        ("limits: {spacing: {tenor: 12}}", 1, 20, "there are upper, bass"),
        ("limits: {doubling: 0}", 1, 20, "from 1 to 1000"),
        ("limits: {direct: inner}", 1, 18, "it must be outer, all"),
        ("fail-on: info", 1, 10, "it must be error, warning, never"),
        ("paths: drafts", 1, 8, "paths must be a list"),
        ("paths:\n- profile: bach", 2, 3, "needs match"),
        ("paths:\n- {match: a, fail-on: error}", 2, 14, "unknown key \"fail-on\" in paths"),
        ("profile: bach\nprofile: bach", 1, 1, "stands here twice"),
        ("rules: {}\nprofile: \"bach", 2, 15, "this is not YAML"),
        ("rules:\n\tx: off", 2, 1, "this is not YAML"),
        ("profile: bach\n---\nprofile: bach", 2, 1, "another document"),
        ("? [a]\n: b", 1, 3, "a key must be a text"),
        ("- a", 1, 1, "must be a mapping"),
    ])
    func `an error has its place`(_ text: String, _ line: Int, _ column: Int, _ message: String) {
        #expect {
            try read(text)
        } throws: { error in
            guard let error = error as? ConfigurationError else { return false }
            return error.line == line && error.column == column && error.message.contains(message)
        }
    }

    /// Each would keep a reader busy for long, or its stack full, that followed it.
    static let hostile = [
        "anchors": "a: &a [x, x]\nb: &b [*a, *a]\n? [*b, *b]\n: c",
        "an anchor in a mapping": "{\"a\":&b 1}",
        "deep lists": String(repeating: "[", count: 500_000),
        "deep lists that end": String(repeating: "[", count: 990) + String(repeating: "]", count: 990),
        "deep lists by indents": String(repeating: "- ", count: 100_000),
        "deep keys": String(repeating: "? ", count: 900) + "x",
        "two megabytes": String(repeating: "#", count: 2 << 20),
        "control characters": "\u{1}\u{2}",
    ]

    @Test(arguments: hostile.keys.sorted()) func `hostile files are refused`(_ name: String) throws {
        let text = try #require(Self.hostile[name])
        #expect(throws: ConfigurationError.self) { try read(text) }
    }

    @Test func `bytes that are no text are refused`() {
        #expect(throws: ConfigurationError.self) { try Configuration([0x70, 0xFF]) }
    }

    @Test func `a byte order mark and the line ends of Windows are passed over`() throws {
        let configuration = try read("\u{FEFF}profile: bach\r\nrules:\r\n  voice-overlap: off\r\n")
        #expect(configuration.changes.profile == .bach && configuration.changes.severities == ["voice-overlap": .off])
    }

    @Test func `an ampersand within words is none of an anchor`() throws {
        #expect(try read("baseline: R&B & more.json").baseline == "R&B & more.json")
    }
}
