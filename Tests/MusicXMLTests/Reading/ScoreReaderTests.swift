import MusicXML
import ScoreModel
import Testing
import TestSupport

/// What the note table of `Fixtures/Semantics` cannot show; the table itself is tested with the command that prints it.
@Suite struct ScoreReaderTests {
    private func read(_ name: String) throws -> Score {
        try MusicXMLDocument(xml: Fixture("Semantics/\(name).musicxml").bytes).score().score
    }

    /// One part with one measure.
    private func read(measure: String) throws -> (score: Score, diagnostics: [Diagnostic]) {
        try MusicXMLDocument(
            """
            <score-partwise><part-list><score-part id="P"><part-name/></score-part></part-list>
            <part id="P"><measure number="1">\(measure)</measure></part></score-partwise>
            """
        ).score()
    }

    private func note(_ pitch: String, _ more: String = "", duration: Int = 1) -> String {
        let (step, octave) = (pitch.prefix(1), pitch.suffix(1))
        return
            "<note><pitch><step>\(step)</step><octave>\(octave)</octave></pitch><duration>\(duration)</duration>\(more)</note>"
    }

    @Test(arguments: Fixture.all(in: "Semantics", withExtension: "musicxml"))
    func `diagnostics name what is wrong and where`(_ fixture: Fixture) throws {
        let expected = try Fixture("Semantics/diagnostics.csv").table
        let codes = Set(expected.compactMap { $0["code"] })
        let rows = expected.filter { $0["file"] == fixture.name + ".musicxml" }
        let diagnostics = try MusicXMLDocument(xml: fixture.bytes).score().diagnostics
        #expect(
            diagnostics.filter { codes.contains($0.code) }.map { "\($0.code) \($0.place.line ?? 0)" }.sorted()
                == rows.map { "\($0["code"] ?? "") \($0["line"] ?? "")" }.sorted())
    }

    @Test func `voices in any order in the file are the same music`() throws {
        let (first, second) = try (read("voices-in-order"), read("voices-permuted"))
        #expect(first.withoutWrittenOrder.parts == second.withoutWrittenOrder.parts)
    }

    @Test func `every event leads back to its node`() throws {
        let document = try MusicXMLDocument(xml: Fixture("Semantics/backup-two-voices.musicxml").bytes)
        for part in try document.score().score.parts {
            for origin in part.notes.compactMap(\.origin) {
                #expect(document.node(at: origin).map { document.name(of: $0) } == "note")
            }
        }
        #expect(document.node(at: Origin(rawValue: .max)) == nil)
    }

    @Test func `nested tuplets multiply`() throws {
        let part = try #require(read("tuplet-nested").parts.first)
        #expect(part.tuplets.count >= 2)
        let (outer, inner) = (part.tuplets[0], part.tuplets[1])
        #expect(outer.first <= inner.first && outer.last >= inner.last)
        let note = part.notes[inner.first]
        #expect(outer.value.ratio.factor * inner.value.ratio.factor == note.ratio.factor)
        let written = try #require(note.value?.quarters)
        #expect(written * note.ratio.factor == note.duration)
    }

    @Test func `slurs are matched by time`() throws {
        let part = try #require(read("slur-stop-first-in-file").parts.first)
        let slur = try #require(part.slurs.first)
        #expect(part.notes[slur.first].onset < part.notes[slur.last].onset)
    }

    @Test func `a slur can end where the next of its number begins`() throws {
        let start = "<notations><slur type=\"start\" number=\"1\"/></notations>"
        let both = "<notations><slur type=\"start\" number=\"1\"/><slur type=\"stop\" number=\"1\"/></notations>"
        let stop = "<notations><slur type=\"stop\" number=\"1\"/></notations>"
        let part = try #require(
            read(measure: note("C4", start) + note("D4", both) + note("E4", stop)).score.parts.first)
        #expect(part.slurs.map { [$0.first, $0.last] } == [[0, 1], [1, 2]])
    }

    @Test func `ties prefer the same spelling and the same voice`() throws {
        let tie = "<tie type=\"start\"/>", stop = "<tie type=\"stop\"/>"
        let measure =
            note("C4", tie + "<voice>1</voice>") + note("C4", stop + "<voice>1</voice>")
            + "<backup><duration>2</duration></backup>" + note("C4", tie + "<voice>2</voice>")
            + note("C4", stop + "<voice>2</voice>")
        let part = try #require(read(measure: measure).score.parts.first)
        for note in part.notes {
            if let next = note.tiedTo { #expect(part.notes[Int(next)].voice == note.voice) }
        }
        #expect(part.notes.count { $0.tiedTo != nil } == 2)
    }

    @Test func `keys meters and clefs stand at their moment`() throws {
        let part = try #require(read("clef-change-after-backup").parts.first)
        #expect(part.clefs.map(\.onset) == part.clefs.map(\.onset).sorted())
        let keys = try #require(read("key-non-traditional").parts.first).keys
        guard case .alterations = keys.first?.value.content else {
            Issue.record("not a list of alterations")
            return
        }
        let meters = try #require(read("time-compound").parts.first).meters
        #expect(meters.contains { $0.value.description.contains("+") })
    }

    @Test func `repeats endings and jumps are read`() throws {
        let endings = try read("repeat-endings").parts.flatMap(\.barlines).compactMap(\.value.ending)
        #expect(endings.contains { $0.passes == [1, 2] && $0.edge == .start })
        let jumps = try read("jump-dal-segno").jumps.map(\.value.kind)
        #expect(jumps.contains { if case .dalSegno = $0 { true } else { false } })
        #expect(jumps.contains { if case .segno = $0 { true } else { false } })
    }

    @Test func `two chord symbols can stand at one place`() throws {
        let harmonies = try read("harmony-two-at-once").parts.flatMap(\.harmonies)
        #expect(harmonies.contains { $0.value.chords.count > 1 } || Set(harmonies.map(\.onset)).count < harmonies.count)
    }

    @Test func `tempo comes from sound before metronome`() throws {
        let sound =
            "<direction><direction-type><metronome><beat-unit>half</beat-unit><per-minute>60</per-minute></metronome></direction-type>"
        let both = try read(measure: sound + "<sound tempo=\"90.5\"/></direction>" + note("C4")).score
        #expect(both.tempos.map(\.value.quartersPerMinute) == [Fraction(181) / 2])
        let printed = try read(measure: sound + "</direction>" + note("C4")).score
        #expect(printed.tempos.map(\.value.quartersPerMinute) == [120])
    }

    @Test func `an offset moves sound only if it says so`() throws {
        func tempo(_ attribute: String) throws -> Fraction? {
            let direction =
                "<direction><direction-type><words/></direction-type><offset\(attribute)>2</offset><sound tempo=\"60\"/></direction>"
            return try read(measure: direction + note("C4", duration: 4)).score.tempos.first?.onset
        }
        #expect(try tempo("") == 0)
        #expect(try tempo(" sound=\"yes\"") == 2)
    }

    @Test func `measures that nobody fills are as long as the meter says`() throws {
        let score = try read(measure: "<attributes><time><beats>3</beats><beat-type>8</beat-type></time></attributes>")
            .score
        #expect(score.length == Fraction(3) / 2)
        #expect(try read(measure: "").score.length == 4)
    }

    @Test func `numbers too large for music are no numbers`() throws {
        let (score, diagnostics) = try read(
            measure: "<attributes><divisions>99999999999999999999</divisions></attributes>" + note("C4"))
        #expect(score.length == 1)
        #expect(diagnostics.map(\.code).contains("divisions-invalid"))
    }

    @Test func `many diagnostics of one kind are counted`() throws {
        let diagnostics = try read(measure: String(repeating: note("H4"), count: 1000)).diagnostics
        #expect(diagnostics.filter { $0.code == "pitch-invalid" }.count == 101)
        #expect(diagnostics.last?.message == "900 more of this kind")
    }

    @Test func `what is no score is refused by name`() throws {
        let error = try #require(throws: MusicXMLError.self) { try MusicXMLDocument("<opus/>").score() }
        #expect(error.code == .notAScore)
    }
}
