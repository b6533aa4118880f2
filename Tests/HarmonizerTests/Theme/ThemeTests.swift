import Counterpoint
import Harmonizer
import ScoreModel
import Testing

@Suite struct ThemeTests {
    private func wishes(keep: Set<Role>) -> ThemeWishes {
        var wishes = ThemeWishes()
        wishes.kept = keep
        return wishes
    }

    @Test func `A melody becomes the soprano of four parts, and stays as it was`() throws {
        var score = try choir("Tune G4 | C5 D5 E5 C5 | D5*3", fifths: 1)
        score.measures[0].isImplicit = true
        score.parts[0].lyrics = [Attached(note: 0, value: Lyric(text: "Wach"))]
        score.parts[0].barlines = [
            Timed(onset: 8, measure: 2, value: Barline(location: .right, style: "light-heavy"), order: 7)
        ]
        let theme = try Theme(score)
        #expect(theme.score.parts.map(\.name) == ["Tune", "Alto", "Tenor", "Bass"])
        #expect(theme.score.parts[0] == score.parts[0])
        #expect(theme.kept == [0] && theme.transposition == 0)
        #expect(theme.reading.places.map(\.part) == [0, 1, 2, 3])
        #expect(theme.score.parts.dropFirst().map(\.id) == ["P2", "P3", "P4"])
        #expect(theme.score.parts.dropFirst().allSatisfy { $0.keys == score.parts[0].keys })
        #expect(theme.score.parts[3].notes.map(\.duration) == [1, 4, 3])
        #expect(theme.score.parts[3].barlines.map(\.value.style) == ["light-heavy"])
        #expect(theme.adaptations.map(\.code) == ["role-supposed", "voice-added", "phrases-found"])
        #expect(try theme.score.violations().isEmpty)
        #expect(theme.grid.line(0).hasPrefix("67 - - - 72 - - - 74"))
        #expect(theme.grid.line(3).allSatisfy { "? ".contains($0) })
        #expect(theme.grid.ticks[0].isPickup == true && theme.grid.ticks[4].isPickup == false)
        #expect(theme.grid.ticks.allSatisfy { $0.fifths == 1 })
    }

    @Test func `What is composed stands in the new parts, without the fermatas of ends that were found`() throws {
        let score = try choir("Tune C5 D5 E5*2 | F5 D5 C5*2")
        let theme = try Theme(score)
        var grid = theme.grid
        for voice in 1...3 { for tick in grid.ticks.indices { grid[tick, voice] = .hold } }
        for (voice, pitch) in [(1, 64), (2, 55), (3, 48)] {
            grid[0, voice] = try #require(Vocabulary.voices.token(pitch: pitch))
        }
        let setting = theme.setting(grid).score
        #expect(setting.parts[0] == score.parts[0])
        #expect(setting.notation(of: 1) == ["0 4 E4~", "4 4 E4"])
        #expect(setting.notation(of: 3) == ["0 4 C3~", "4 4 C3"])
        #expect(setting.parts.allSatisfy { $0.fermatas.isEmpty })
        #expect(try setting.violations().isEmpty)
        #expect(grid.ticks[20...].contains { $0.endsPhrase == true })
    }

    @Test func `Fermatas of the score are ends of phrases, and the new voices have them`() throws {
        let theme = try Theme(choir("Tune C5 D5 E5*2^ | F5 D5 C5*2^"))
        #expect(theme.grid.ticks.map { $0.endsPhrase == true } == (0..<32).map { $0 % 16 >= 8 })
        var grid = theme.grid
        for tick in grid.ticks.indices { grid[tick, 1] = tick % 8 == 0 ? Token(rawValue: 40) : .hold }
        #expect(theme.setting(grid).score.parts[1].fermatas.map(\.note) == [1, 3])
        #expect(!theme.adaptations.contains { $0.code == "phrases-found" })
    }

    @Test func `Fermatas of a voice that is not kept count too`() throws {
        let score = try choir("S C5*2 D5*2^ | E5*2 C5*2^\nA E4*4 | E4*4\nT G3*4 | G3*4\nB C3*4 | C3*4")
        let theme = try Theme(score, wishes(keep: [.bass]))
        #expect(theme.grid.ticks.map { $0.endsPhrase == true } == (0..<32).map { $0 % 16 >= 8 })
    }

    @Test(arguments: [
        (["soprano"], "72", "Soprano"), (["bass"], "48", "Bass"), (["alto", "tenor"], "64", "Alto"),
    ]) func `Any voices of a choir can be kept`(_ kept: [String], _ token: String, _ name: String) throws {
        let score = try choir("S C5*4\nA E4*4\nT G3*4\nB C3*4")
        let roles = kept.compactMap { Role(rawValue: $0) }
        let theme = try Theme(score, wishes(keep: Set(roles)))
        #expect(theme.score == score)
        #expect(theme.kept.count == kept.count)
        let first = try #require(theme.kept.min())
        #expect(theme.reading.places[first].label == name)
        #expect(theme.grid.line(first).hasPrefix(token))
        for voice in 0...3 where !theme.kept.contains(voice) { #expect(theme.grid.line(voice).hasPrefix("?")) }
    }

    @Test(arguments: [
        (0, Clef.treble, "C5 D5", [0]), (0, .bass, "C3 D3", [3]), (0, .bass, "G3 G4", [2]),
        (0, Clef(.g, line: 2, octaveChange: -1), "G3 A3", [2]), (0, .alto, "G4 A4", [1]),
    ]) func `Clefs tell the voice of a single one`(_ part: Int, _ clef: Clef, _ notes: String, _ kept: [Int]) throws {
        var score = try choir("Tune \(notes)", meter: Meter(2, 4))
        score.parts[part].clefs = [Timed(onset: .zero, measure: 0, value: clef)]
        let theme = try Theme(score)
        #expect(theme.kept == Set(kept))
        #expect(theme.score.parts[kept[0]] == score.parts[0])
        #expect(theme.score.parts.count == 4)
    }

    @Test(arguments: [
        ("X C5*4\nY C3*4", [0, 3]), ("X C5*4\nY F4*4", [0, 1]), ("X C5*4\nY E4*4\nZ C3*4", [0, 1, 3]),
        ("S C5*4\nT G3*4", [0, 2]), ("Vl1 C5*4\nVc C3*4", [0, 3]),
    ]) func `Two or three voices are those that they are called, or lie like`(_ text: String, _ kept: [Int]) throws {
        let score = try choir(text)
        let theme = try Theme(score)
        #expect(theme.kept == Set(kept))
        #expect(zip(kept, score.parts).allSatisfy { theme.score.parts[$0] == $1 })
    }

    @Test(arguments: [
        ("C5*2 C7*2", -12), ("C4*2 G4*2", 0), ("C3*2 G3*2", 12), ("A4*2 B5*2", -2), ("B3*2 F5*2", 1), ("C2 F2*3", 24),
    ]) func `A voice far from its range is moved for the model, by octaves if that does it`(
        _ notes: String, _ move: Int
    ) throws {
        guard move != -12 else {
            #expect(throws: ThemeError.self) { try Theme(choir("Tune \(notes)")) }
            return
        }
        let score = try choir("Tune \(notes)", fifths: 2)
        let theme = try Theme(score, wishes(keep: [.soprano]))
        #expect(theme.transposition == move)
        #expect(theme.adaptations.contains { $0.code == "transposed" } == (move != 0))
        let pitches = theme.grid.notes(ofVoice: 0).map(\.pitch)
        #expect(pitches == score.parts[0].notes.compactMap { $0.pitch.map { $0.keyNumber + move } })
        #expect(pitches.allSatisfy(Compass.chorales.soprano.contains))
        #expect(theme.grid.ticks[0].fifths == [0: 2, 12: 2, 24: 2, -2: 0, 1: -3][move])
        var grid = theme.grid
        for tick in grid.ticks.indices { grid[tick, 3] = tick == 0 ? Token(rawValue: 21) : .hold }
        let bass = theme.setting(grid).score.parts[3]
        #expect(bass.notes.first?.pitch?.keyNumber == 48 - move)
        #expect(theme.setting(grid).score.parts[0] == score.parts[0])
    }

    @Test func `A melody above the vocabulary is read where the model knows it`() throws {
        let theme = try Theme(choir("Tune C7*2 E7*2"))
        #expect(theme.transposition == -24)
        #expect(theme.grid.line(0) == "72 - - - - - - - 76 - - - - - - -")
        #expect(theme.reading.losses.isEmpty)
    }

    @Test func `An accompaniment stays, and new parts stand between`() throws {
        var score = try choir("Song C5 D5 E5*2\nPiano C4*4\nPiano C3*4")
        score.parts[0].lyrics = [Attached(note: 0, value: Lyric(text: "Ah"))]
        score.groups = [PartGroup(symbol: "brace", parts: 1..<3)]
        var chord = score.parts[1].notes[0]
        chord.content = .pitched(Pitch(.e, octave: 4))
        chord.traits = .chordMember
        score.parts[1].notes.append(chord)
        let theme = try Theme(score)
        #expect(theme.score.parts.map(\.name) == ["Song", "Alto", "Tenor", "Bass", "Piano", "Piano"])
        #expect(theme.score.groups.map(\.parts) == [4..<6])
        #expect([0, 4, 5].map { theme.score.parts[$0] } == score.parts)
        #expect(
            theme.adaptations.contains { $0.code == "voice-left-alone" && $0.message.hasPrefix("Piano, Piano (2)") })
        #expect(theme.reading.losses.first { $0.kind == "voice" }?.count == 2)
    }

    @Test func `Whatever else a string player has in a part goes with what is composed anew`() throws {
        var score = try choir("Vl1 C5 D5 E5*2\nVl2 G4*4\nVa E4*4\nVc C3*4")
        for part in 0..<2 {
            var note = score.parts[part].notes[0]
            note.content = .pitched(Pitch(.g, octave: 3))
            note.voice = 1
            score.parts[part].voices.append("2")
            score.parts[part].notes.append(note)
        }
        var wishes = ThemeWishes(.strings)
        wishes.kept = [.violin1]
        let theme = try Theme(score, wishes)
        var grid = theme.grid
        for voice in 1..<4 {
            for tick in grid.ticks.indices { grid[tick, voice] = tick == 0 ? Token(rawValue: 30) : .hold }
        }
        let parts = theme.setting(grid).score.parts
        #expect(parts[0] == score.parts[0])
        #expect(parts[1].notes.allSatisfy { $0.voice == 0 && $0.stem != .up } && !parts[1].notes.isEmpty)
        let told = theme.adaptations.filter { $0.code.hasPrefix("voice-") }
        #expect(told.map(\.code) == ["voice-replaced", "voice-left-alone"])
        #expect(told.first?.message.hasPrefix("Violin II") ?? false)
    }

    @Test func `A song is no choir, whatever its piano plays`() throws {
        var score = try choir("Song C5 D5 E5*2\nX E4*4\nX G3*4\nX C3*4")
        for voice in 1...2 {
            var note = score.parts[1 + voice].notes[0]
            note.voice = UInt16(voice)
            note.staff = UInt8(voice)
            score.parts[1].notes.append(note)
        }
        score.parts[1].staves = 2
        score.parts[1].voices = ["1", "2", "3"]
        score.parts.removeLast(2)
        score.parts[1].clefs = [Clef.treble, .bass].enumerated().map {
            Timed(onset: .zero, measure: 0, staff: $0 + 1, value: $1)
        }
        score.parts[0].lyrics = [Attached(note: 0, value: Lyric(text: "Ah"))]
        let theme = try Theme(score)
        #expect(theme.score.parts.map(\.name) == ["Song", "Alto", "Tenor", "Bass", "X"])
        #expect(theme.score.parts[4] == score.parts[1])
    }

    @Test func `Where no key is written one is found, and measures of rest stay silent`() throws {
        var score = try choir("Tune G4 A4 B4 G4 | r*4 | D5 C5 B4 A4 | G4*4")
        score.parts[0].keys = []
        let theme = try Theme(score)
        #expect(theme.grid.ticks.allSatisfy { $0.fifths == 1 })
        #expect(theme.score.parts.allSatisfy { $0.keys.isEmpty })
        #expect(theme.grid.line(2).split(separator: " ")[16..<32].allSatisfy { $0 == "." })
        #expect(theme.grid.line(2).split(separator: " ")[..<16].allSatisfy { $0 == "?" })
        let codes = theme.adaptations.map(\.code)
        #expect(codes.contains("key-found"))
        #expect(theme.adaptations.first { $0.code == "silence" }?.place.measure == "2")
    }

    @Test func `Parts of transposing instruments give the new ones keys as they sound`() throws {
        var score = try choir("Clarinet D5*4", fifths: 2)
        score.parts[0].transpositions = [
            Timed(onset: .zero, measure: 0, value: Transposition(diatonic: -1, chromatic: Semitones(-2)))
        ]
        let theme = try Theme(score)
        #expect(theme.grid.line(0).hasPrefix("72"))
        #expect(theme.grid.ticks[0].fifths == 0)
        #expect(theme.score.parts[1].keys.map(\.value) == [.traditional(fifths: 0)])
        #expect(theme.score.parts[1].transpositions.isEmpty)
    }

    @Test func `Notes between sixteenths are told`() throws {
        let theme = try Theme(choir("Tune C5*2/3 D5*2/3 E5*2/3 C5*2"))
        #expect(theme.adaptations.first { $0.code == "note-off-grid" }?.message.hasPrefix("3 of the notes") == true)
    }
}
