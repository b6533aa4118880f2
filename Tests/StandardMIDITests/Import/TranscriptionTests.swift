import ScoreModel
import StandardMIDI
import Testing

/// Notes of one track: onset and end in ticks, 480 a quarter note, and key.
func playedTrack(
    _ notes: [(start: Int, end: Int, key: UInt8)], channel: UInt8 = 0, velocity: UInt8 = 80,
    _ others: [MIDITrack.Moment] = []
) -> MIDITrack {
    MIDITrack(
        sorting: others
            + notes.flatMap { note in
                [
                    MIDITrack.Moment(note.start, .noteOn(channel: channel, key: note.key, velocity: velocity)),
                    MIDITrack.Moment(note.end, .noteOff(channel: channel, key: note.key, velocity: 64)),
                ]
            })
}

extension Score {
    /// The notes of all parts: onset, duration and sounding key.
    var tones: [String] {
        parts.flatMap { part in
            part.notes.filter { !$0.isRest && !part.isContinued($0) }.map {
                "\($0.onset) \(part.tiedDuration(of: $0)) \(part.soundingKey(of: $0) ?? -1)"
            }
        }
    }
}

@Suite struct TranscriptionTests {
    static let scale: [(start: Int, end: Int, key: UInt8)] = [
        (0, 479, 60), (480, 959, 62), (960, 1439, 64), (1440, 1919, 65), (1920, 3839, 67),
    ]

    private func transcribe(
        _ tracks: MIDITrack..., format: MIDIFile.Format = .simultaneous, division: Int = 480,
        options: Transcription.Options = .init()
    ) throws -> Transcription {
        try Transcription(
            MIDIFile(format: format, division: .init(ticksPerQuarter: division), tracks: tracks), options: options)
    }

    @Test func `a scale is written as it is meant`() throws {
        let score = try transcribe(playedTrack(Self.scale)).score
        #expect(score.tones == ["0 1 60", "1 1 62", "2 1 64", "3 1 65", "4 4 67"])
        #expect(score.measures.count == 2)
    }

    @Test func `meter, key, tempo and names of the file hold`() throws {
        let conductor = MIDITrack(sorting: [
            .init(0, .meta(.text("Song", as: .trackName))), .init(0, .meta(.tempo(microsecondsPerQuarter: 600_000))),
            .init(0, .meta(MetaEvent(.timeSignature, [3, 2, 24, 8]))),
            .init(0, .meta(MetaEvent(.keySignature, [0xFD, 1]))),
            .init(1440, .meta(.text("A", as: .marker))), .init(0, .meta(.text("somebody", as: .copyright))),
        ])
        let voice = playedTrack(
            Self.scale, channel: 3,
            [
                .init(0, .meta(.text("Flute", as: .trackName))), .init(0, .programChange(channel: 3, program: 73)),
            ])
        let transcription = try transcribe(conductor, voice)
        let score = transcription.score
        #expect(score.credits.workTitle == "Song" && score.credits.rights.map(\.text) == ["somebody"])
        #expect(score.parts.map(\.name) == ["Flute"])
        #expect(score.parts[0].instruments.map { $0.midi?.program } == [73])
        #expect(score.parts[0].instruments.map { $0.midi?.channel } == [3])
        #expect(score.parts[0].keys.map(\.value) == [.traditional(fifths: -3, mode: "minor")])
        #expect(score.measures.map(\.length) == [3, 3, 3])
        #expect(score.tempos.map(\.value.quartersPerMinute) == [100])
        #expect(score.parts[0].directions.flatMap { $0.value.signs.joined() }.contains(.rehearsal("A")))
        #expect(
            !transcription.guesses.map(\.kind).contains(.meter) && !transcription.guesses.map(\.kind).contains(.key))
    }

    @Test func `each part has the keys of its track`() throws {
        let keys: [UInt8] = [0, 2]
        let tracks = keys.map { fifths in
            playedTrack(Self.scale, [.init(0, .meta(MetaEvent(.keySignature, [fifths, 0])))])
        }
        let file = MIDIFile(division: .init(ticksPerQuarter: 480), tracks: tracks + [playedTrack(Self.scale)])
        let parts = try Transcription(file).score.parts
        #expect(parts.map { $0.keys.map(\.value.tonic) } == [["C"], ["D"], ["D"]])
    }

    @Test func `what the file does not say is guessed, and told`() throws {
        let kinds = try transcribe(playedTrack(Self.scale)).guesses.map(\.kind)
        #expect(kinds.contains(.meter) && kinds.contains(.key) && kinds.contains(.spelling))
    }

    @Test func `a file without notes has a measure of rest`() throws {
        let score = try transcribe(MIDITrack()).score
        #expect(score.parts.map { $0.notes.map(\.isRest) } == [[true]])
    }

    @Test func `every drum of General MIDI keeps its key`() throws {
        let keys = (35...81).map { UInt8($0) }
        let drums = keys.map { (start: Int($0) * 480, end: Int($0) * 480 + 240, key: $0) }
        let transcription = try transcribe(playedTrack(drums, channel: 9))
        #expect(transcription.score.parts[0].clefs.map(\.value.sign) == [.percussion])
        #expect(transcription.score.parts[0].notes.filter { $0.pitch != nil }.isEmpty)
        let back = transcription.score.midiFile().file.notes().list
        #expect(back.map(\.key) == keys)
        #expect(Set(back.map(\.channel)) == [9])
    }

    @Test func `what was played comes back`() throws {
        var notes = Self.scale
        notes[1].start += 11
        notes[2].end -= 130
        let track = MIDITrack(
            sorting: notes.enumerated().flatMap { index, note in
                [
                    MIDITrack.Moment(note.start, .noteOn(channel: 2, key: note.key, velocity: UInt8(60 + index))),
                    MIDITrack.Moment(note.end, .noteOff(channel: 2, key: note.key, velocity: UInt8(30 + index))),
                ]
            })
        let played = MIDIFile(division: .init(ticksPerQuarter: 480), tracks: [track])
        let back = try Transcription(played).score.midiFile().file
        #expect(back.division == played.division)
        func lines(_ file: MIDIFile) -> [String] {
            file.notes().list.map {
                "\($0.start) \($0.end) \($0.key) \($0.velocity) \($0.releaseVelocity) \($0.channel)"
            }
        }
        #expect(lines(back) == lines(played))
    }

    @Test func `ports beyond those that MusicXML knows are left out`() throws {
        let ports: [UInt8] = [1, 40]
        let tracks = ports.map { port in
            playedTrack(Self.scale, [.init(0, .meta(MetaEvent(.port, [port])))])
        }
        let file = MIDIFile(division: .init(ticksPerQuarter: 480), tracks: tracks)
        let parts = try Transcription(file).score.parts
        #expect(parts.map { $0.devices.map(\.port) } == [[2], [nil]])
    }

    @Test func `pieces of a file of independent pieces come one after the other`() throws {
        let first = playedTrack([(0, 480, 60)])
        let second = playedTrack([(0, 960, 72)])
        let score = try transcribe(first, second, format: .independent).score
        #expect(score.tones == ["0 1 60", "4 2 72"])
    }

    @Test func `syllables stand under their notes`() throws {
        let words: [(Int, String)] = [(0, "A"), (480, "ve "), (960, "Ma"), (1440, "ri"), (1920, "a. \r")]
        let track = playedTrack(Self.scale, words.map { .init($0, .meta(.text($1, as: .lyric))) })
        let part = try transcribe(track).score.parts[0]
        #expect(
            part.lyrics.map { "\($0.value.text) \($0.value.syllabic?.rawValue ?? "")" }
                == ["A begin", "ve end", "Ma begin", "ri middle", "a. end"])
        #expect(part.lyrics.map { part.notes[$0.note].onset } == [0, 1, 2, 3, 4])
        #expect(part.lyrics.map(\.value.endsLine) == [false, false, false, false, true])
    }

    @Test func `the words of a karaoke file go to the notes that they fit`() throws {
        let words: [(Int, String)] = [
            (0, "@KMIDI KARAOKE FILE"), (0, "\\A"), (480, "ve"), (960, " Ma"), (1440, "ri"), (1920, "/a"),
        ]
        let text = MIDITrack(sorting: words.map { .init($0, .meta(.text($1))) })
        let bass = playedTrack([(0, 3840, 36)], channel: 1)
        let score = try transcribe(text, playedTrack(Self.scale), bass).score
        #expect(score.parts.map { $0.lyrics.map(\.value.text) } == [["A", "ve", "Ma", "ri", "a"], []])
        #expect(score.parts[0].lyrics.map { $0.value.syllabic } == [.begin, .end, .begin, .end, .single])
    }

    @Test func `more measures than any music has are refused`() {
        let far = MIDITrack(sorting: [
            .init(0, .noteOn(channel: 0, key: 60, velocity: 1)),
            .init(1 << 40, .noteOff(channel: 0, key: 60, velocity: 1)),
        ])
        #expect { try transcribe(far) } throws: { ($0 as? MIDIFileError)?.code == .tooLong }
    }

    @Test func `a few bytes cannot ask for any number of rests`() {
        let tracks = (0..<30).map { index in
            playedTrack([(0, 480, 60), (7_680_000, 7_680_480, 60)], channel: UInt8(index % 9))
        }
        let file = MIDIFile(division: .init(ticksPerQuarter: 480), tracks: tracks)
        #expect { try Transcription(file) } throws: { ($0 as? MIDIFileError)?.code == .tooLong }
    }

    @Test(arguments: [(Transcription.Parts.byTrack, 1), (.byChannel, 2), (.auto, 2)])
    func `parts are made as they are wanted`(parts: Transcription.Parts, count: Int) throws {
        var options = Transcription.Options()
        options.parts = parts
        let track = MIDITrack(sorting: [
            .init(0, .noteOn(channel: 0, key: 72, velocity: 80)),
            .init(480, .noteOff(channel: 0, key: 72, velocity: 64)),
            .init(0, .noteOn(channel: 1, key: 48, velocity: 80)),
            .init(480, .noteOff(channel: 1, key: 48, velocity: 64)),
        ])
        #expect(try transcribe(track, options: options).score.parts.count == count)
    }
}
