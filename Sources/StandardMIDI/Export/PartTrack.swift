internal import ScoreModel

/// The track of a part: how its instruments are set, its words, its controls and its notes.
struct PartTrack {
    private let part: Part
    private let places: [MIDIPlace]
    private let resolution: Resolution
    private(set) var moments: [MIDITrack.Moment] = []
    /// The program that each channel has been told, plucking apart.
    private var programs: [Int: Int] = [:]
    /// The channels that pluck.
    private var plucking: Set<Int> = []

    /// A track that sets its instruments.
    ///
    /// - Parameters:
    ///   - places: The place of each instrument.
    ///   - namesPort: Whether the file has several ports, so that each track has to tell its own.
    init(_ part: Part, places: [MIDIPlace], namesPort: Bool, resolution: Resolution) {
        (self.part, self.places, self.resolution) = (part, places, resolution)
        if namesPort { add(.meta(MetaEvent(.port, [UInt8(places[0].port)])), at: 0) }
        if !part.name.isEmpty { add(.meta(.text(part.name, as: .trackName)), at: 0) }
        if let device = part.devices.first(where: { !$0.name.isEmpty }) {
            add(.meta(.text(device.name, as: .deviceName)), at: 0)
        }
        var set: Set<Int> = []
        for (instrument, place) in zip(part.instruments, places) {
            if let midi = instrument.midi, set.insert(place.channel).inserted { setUp(midi, place.channel, at: 0) }
        }
    }

    private mutating func add(_ message: MIDIMessage, at tick: Int) { moments.append(.init(tick, message)) }

    // MARK: Instruments

    /// Bank, program, loudness and place in the room: bank before program, as MIDI asks (MIDI 1.0, "Bank Select").
    private mutating func setUp(_ midi: MIDIInstrument, _ channel: Int, at tick: Int) {
        if let bank = midi.bank {
            addControl(.bankSelect, UInt8(bank >> 7 & 0x7F), channel, at: tick)
            addControl(.bankSelectFine, UInt8(bank & 0x7F), channel, at: tick)
        }
        if let program = midi.program {
            programs[channel] = program
            plucking.remove(channel)
            add(.programChange(channel: UInt8(channel), program: UInt8(program)), at: tick)
        }
        if let volume = midi.volume {
            addControl(.volume, UInt8(min(max((volume * 127 / 100).rounded, 0), 127)), channel, at: tick)
        }
        if let pan = midi.pan { addControl(.pan, PartTrack.pan(pan), channel, at: tick) }
    }

    private mutating func addControl(_ controller: Controller, _ value: UInt8, _ channel: Int, at tick: Int) {
        add(.controlChange(channel: UInt8(channel), controller: controller.rawValue, value: value), at: tick)
    }

    /// Degrees to the right of the listener as a controller has them: 64 is straight ahead, and what is behind sounds as from the front.
    private static func pan(_ degrees: Fraction) -> UInt8 {
        let turn = min(max(degrees, -180), 180)
        let side = turn > 90 ? 180 - turn : turn < -90 ? -180 - turn : turn
        return UInt8(min(max((64 + side * 64 / 90).rounded, 0), 127))
    }

    // MARK: Controls

    /// Adds a control on all channels of the part, or those of the instrument that it is about.
    mutating func add(_ control: Performance.Control) {
        let tick = resolution.ticks(control.onset)
        switch control.kind {
        case .damper(let depth): addToAll(.damper, depth, at: tick)
        case .soft(let depth): addToAll(.soft, depth, at: tick)
        case .sostenuto(let depth): addToAll(.sostenuto, depth, at: tick)
        case .pan(let degrees): addToAll(.pan, PartTrack.pan(degrees), at: tick)
        case .change(.midi(let midi)):
            let index = part.instruments.firstIndex { $0.id == midi.instrument } ?? 0
            setUp(midi, places[places.indices.contains(index) ? index : 0].channel, at: tick)
        case .elevation, .change: break
        }
    }

    private mutating func addToAll(_ controller: Controller, _ value: UInt8, at tick: Int) {
        for channel in Set(places.map(\.channel)).sorted() { addControl(controller, value, channel, at: tick) }
    }

    // MARK: Notes and words

    /// Adds a note of at least one tick.
    mutating func add(_ note: PlayedNote) {
        let place = places[places.indices.contains(Int(note.instrument)) ? Int(note.instrument) : 0]
        let channel = UInt8(place.channel)
        let start = resolution.ticks(note.onset)
        pluck(note.isPizzicato, place.channel, at: start)
        add(.noteOn(channel: channel, key: note.key, velocity: note.velocity), at: start)
        let end = max(resolution.ticks(note.end), start + 1)
        add(.noteOff(channel: channel, key: note.key, velocity: note.releaseVelocity), at: end)
    }

    /// Bowed strings have a program of their own for plucking.
    private mutating func pluck(_ isPizzicato: Bool, _ channel: Int, at tick: Int) {
        guard isPizzicato != plucking.contains(channel), let bowed = programs[channel],
            GeneralMIDI.bowedStrings.contains(bowed)
        else { return }
        if isPizzicato { plucking.insert(channel) } else { plucking.remove(channel) }
        let program = isPizzicato ? GeneralMIDI.pizzicatoStrings : bowed
        add(.programChange(channel: UInt8(channel), program: UInt8(program)), at: tick)
    }

    /// Adds the words that are sung on each pass.
    mutating func addWords(_ passages: [Performance.Passage]) {
        for syllable in SungText(part, passages).syllables() {
            add(.meta(.text(syllable.text, as: .lyric)), at: resolution.ticks(syllable.onset))
        }
    }
}

/// Controllers by their numbers (MIDI 1.0, table 3).
private enum Controller: UInt8 {
    case bankSelect = 0
    case volume = 7
    case pan = 10
    case bankSelectFine = 32
    case damper = 64
    case sostenuto = 66
    case soft = 67
}
