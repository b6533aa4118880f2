import ScoreModel
import StandardMIDI
import Testing

/// Programs, controllers and ports of a part's track.
@Suite struct InstrumentSettingTests {
    /// Two half notes, played by an instrument with these settings.
    static func part(_ change: (inout MIDIInstrument) -> Void) -> Part {
        Part([("C4", 2), ("D4", 2)]).with { part in
            var midi = MIDIInstrument(instrument: "I")
            change(&midi)
            part.instruments = [Instrument(id: "I")]
            part.instruments[0].midi = midi
        }
    }

    /// The messages of the part's track that are neither notes nor texts.
    static func settings(_ part: Part, others: Part...) -> [String] {
        var score = Score(part)
        score.parts += others
        let track = score.midiFile(style: .plain).file.tracks[1]
        return track.events.compactMap { event in
            switch track.message(of: event) {
            case .controlChange(let channel, let number, let value): "\(event.tick) \(channel) cc\(number) \(value)"
            case .programChange(let channel, let program): "\(event.tick) \(channel) program \(program)"
            case .meta(let event) where event.port != nil: "port \(event.port ?? 0)"
            default: nil
            }
        }
    }

    @Test func `bank comes before program, then loudness and place`() {
        let part = InstrumentSettingTests.part { midi in
            (midi.bank, midi.program, midi.volume, midi.pan) = (130, 24, 50, -45)
        }
        #expect(
            InstrumentSettingTests.settings(part)
                == ["0 0 cc0 1", "0 0 cc32 2", "0 0 program 24", "0 0 cc7 64", "0 0 cc10 32"])
    }

    @Test(arguments: [(-180, 64), (-90, 0), (0, 64), (45, 96), (90, 127), (135, 96), (180, 64), (1000, 64)])
    func `degrees become a place between left and right`(degrees: Int, value: Int) {
        let part = InstrumentSettingTests.part { $0.pan = Fraction(degrees) }
        #expect(InstrumentSettingTests.settings(part) == ["0 0 cc10 \(value)"])
    }

    @Test func `an instrument changes where the score says`() {
        var part = InstrumentSettingTests.part { $0.program = 0 }
        var sound = Sound()
        var midi = MIDIInstrument(instrument: "I")
        midi.program = 19
        sound.changes = [.midi(midi)]
        part.sounds = [Timed(onset: 2, measure: 0, value: sound)]
        #expect(InstrumentSettingTests.settings(part) == ["0 0 program 0", "960 0 program 19"])
    }

    @Test func `pedals are controllers`() {
        var part = InstrumentSettingTests.part { _ in }
        part.directions = [(0, Direction.Pedal.Action.start), (2, .change), (3, .stop)].map { onset, action in
            Timed(onset: Fraction(onset), measure: 0, value: Direction([[.pedal(Direction.Pedal(action))]]))
        }
        #expect(
            InstrumentSettingTests.settings(part)
                == ["0 0 cc64 127", "960 0 cc64 0", "960 0 cc64 127", "1440 0 cc64 0"])
    }

    @Test(arguments: [(40, ["0 0 program 40", "960 0 program 45"]), (0, ["0 0 program 0"])])
    func `strings that are plucked have another program`(program: Int, settings: [String]) {
        var part = InstrumentSettingTests.part { $0.program = program }
        var sound = Sound()
        sound.isPizzicato = true
        part.sounds = [Timed(onset: 2, measure: 0, value: sound)]
        #expect(InstrumentSettingTests.settings(part) == settings)
    }

    @Test func `tracks tell their port when there are several`() {
        var other = InstrumentSettingTests.part { $0.channel = 0 }
        other.devices = [MIDIDevice()]
        other.devices[0].port = 3
        let part = InstrumentSettingTests.part { $0.channel = 0 }
        #expect(InstrumentSettingTests.settings(part).isEmpty)
        #expect(InstrumentSettingTests.settings(part, others: other) == ["port 0"])
        #expect(InstrumentSettingTests.settings(other, others: part) == ["port 2"])
    }

    @Test func `rehearsal marks are markers on each pass, and said once for all parts`() {
        var part = InstrumentSettingTests.part { _ in }
        part.directions = [Timed(onset: 2, measure: 0, value: Direction([[.rehearsal("A")]]))]
        var score = Score(part).repeating(1, 1)
        score.parts.append(part)
        let markers = score.midiFile().file.tracks[0].metaEvents.filter { $0.event.type == .marker }
        #expect(markers.map { "\($0.tick) \(String(decoding: $0.event.bytes, as: UTF8.self))" } == ["960 A", "2880 A"])
    }
}
