internal import ScoreModel

/// Writes one part of a transcription.
struct PartWriting {
    private(set) var part: Part

    init(
        _ voiced: VoicedPart, number: Int, _ source: TranscriptionSource, _ clock: NotatedClock, _ frame: MeasureFrame,
        _ contents: [Note.Content], _ lyrics: LyricWriting
    ) {
        part = Part(id: "P\(number + 1)", name: voiced.plan.name.isEmpty ? "Part \(number + 1)" : voiced.plan.name)
        part.staves = voiced.staves
        let drums = setInstruments(voiced)
        let contents = written(contents)
        let tones = voiced.tones.indices.map { index in
            SpelledTone(
                onset: voiced.tones[index].onset, duration: voiced.tones[index].duration, content: contents[index],
                voice: voiced.voices[index], instrument: drums[voiced.tones[index].key])
        }
        let notation = PartNotation(
            part, tones, voices: voiced.list, barring: frame.barring, keys: frame.keys(ofTrack: voiced.plan.track))
        part = notation.part
        let notes = voiced.plan.notes.map { source.notes[$0] }
        let played = PlayedTimes(notes, quarters: clock.played)
        played.add(to: &part, written: notation.notes)
        part.lyrics = lyrics.lyrics(ofPart: number, written: notation.notes)
        if voiced.plan.isDrums {
            part.keys = []
            shapeNoteheads()
        }
        if let ticks = source.ticksPerQuarter, clock.method != .beats {
            part.divisions = [Timed(onset: .zero, measure: 0, value: Fraction(ticks))]
        }
        var sound = Sound()
        sound.dynamics = PlayedTimes.percent(played.commonVelocity)
        part.sounds = [Timed(onset: .zero, measure: 0, value: sound)]
        setClefs(voiced)
    }

    /// MusicXML knows no octave below that of C0 (XSD, `octave`): a part that goes lower is written an octave higher than it sounds.
    private mutating func written(_ contents: [Note.Content]) -> [Note.Content] {
        func octave(_ content: Note.Content) -> Int8? {
            if case .pitched(let pitch) = content { pitch.octave } else { nil }
        }
        guard contents.contains(where: { octave($0) ?? 0 < 0 }) else { return contents }
        part.transpositions = [
            Timed(onset: .zero, measure: 0, value: Transposition(chromatic: .zero, octaveChange: -1))
        ]
        return contents.map { content in
            guard case .pitched(var pitch) = content else { return content }
            pitch.octave += 1
            return .pitched(pitch)
        }
    }

    /// - Returns: For drums the index of the instrument of each key.
    private mutating func setInstruments(_ voiced: VoicedPart) -> [Int: UInt8] {
        let plan = voiced.plan
        if plan.port > 0 || !plan.device.isEmpty {
            var device = MIDIDevice()
            // MusicXML knows sixteen ports (XSD, `midi-16`).
            (device.name, device.port) = (plan.device, plan.port < 16 ? plan.port + 1 : nil)
            part.devices = [device]
        }
        guard plan.isDrums else {
            var instrument = Instrument(
                id: "\(part.id)-I1", name: plan.setting.program.map { GeneralMIDI.programs[$0] } ?? part.name)
            var midi = plan.setting
            midi.instrument = instrument.id
            midi.channel = Int(plan.channel)
            instrument.midi = midi
            part.instruments = [instrument]
            return [:]
        }
        var indices: [Int: UInt8] = [:]
        for key in Set(voiced.tones.map(\.key)).sorted() {
            var instrument = Instrument(id: "\(part.id)-I\(key + 1)", name: Drum.drum(key).name)
            var midi = plan.setting
            (midi.instrument, midi.channel, midi.unpitchedKey) = (instrument.id, Int(plan.channel), key)
            instrument.midi = midi
            indices[key] = UInt8(clamping: part.instruments.count)
            part.instruments.append(instrument)
        }
        return indices
    }

    private mutating func shapeNoteheads() {
        var details = Dictionary(part.noteDetails.map { ($0.note, $0.value) }) { first, _ in first }
        for (index, note) in part.notes.enumerated() {
            guard !note.isRest, let key = part.instrument(of: note)?.midi?.unpitchedKey,
                let shape = Drum.drum(key).notehead
            else { continue }
            var head = NoteDetails.Notehead()
            head.shape = shape
            details[index, default: NoteDetails()].notehead = head
        }
        part.noteDetails = details.keys.sorted().compactMap { index in
            details[index].map { Attached(note: index, value: $0) }
        }
    }

    private mutating func setClefs(_ voiced: VoicedPart) {
        var pitches = [[Pitch]](repeating: [], count: voiced.staves)
        for note in part.notes {
            if let pitch = note.pitch { pitches[Int(note.staff) - 1].append(pitch) }
        }
        part.clefs = (1...voiced.staves).map { staff in
            let pitches = pitches[staff - 1]
            // A viola reads an alto clef.
            let isViola = voiced.plan.setting.program == 41
            let clef: Clef =
                if voiced.plan.isDrums {
                    .percussion
                } else if pitches.isEmpty {
                    staff == 1 ? .treble : .bass
                } else {
                    .fitting(pitches, among: isViola ? [.alto, .treble] : [.treble, .bass])
                }
            return Timed(
                onset: .zero, measure: 0, staff: voiced.staves > 1 ? staff : nil, value: clef)
        }
    }
}
