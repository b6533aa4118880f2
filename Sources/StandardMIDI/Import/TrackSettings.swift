internal import ScoreModel

/// Reads what tracks say apart from their notes.
struct TrackSettings {
    private var texts: MIDIText
    private(set) var meters: [(tick: Int, meter: Meter)] = []
    private(set) var keys: [(tick: Int, track: Int, key: Key)] = []
    private(set) var markers: [TranscriptionSource.Text] = []
    private(set) var rights: [String] = []
    private var counts: [String: (count: Int, track: Int)] = [:]
    private var kinds: [String] = []

    init(_ texts: MIDIText) { self.texts = texts }

    /// What has no place in notation, by kind.
    var losses: [Loss] {
        kinds.compactMap { kind in
            counts[kind].map { Loss(kind: kind, count: $0.count, first: .init(part: "\($0.track + 1)")) }
        }
    }

    private mutating func lose(_ kind: String, _ track: Int) {
        if counts[kind] == nil { kinds.append(kind) }
        counts[kind, default: (0, track)].count += 1
    }

    mutating func read(_ track: MIDITrack, number: Int) -> TranscriptionSource.Track {
        var result = TranscriptionSource.Track()
        var hasPlayed: Set<UInt8> = []
        let isSung = KaraokeText.isSung(track)
        for event in track.events {
            if let meta = track.meta(of: event) {
                read(meta, at: event.tick, &result, number, isSung: isSung)
            } else if event.status < 0xF0 {
                let channel = event.status & 0x0F
                switch event.status & 0xF0 {
                case 0x80, 0x90: hasPlayed.insert(channel)
                case 0xC0 where !hasPlayed.contains(channel):
                    result.settings[channel, default: MIDIInstrument()].program = Int(event.first)
                case 0xC0: lose("program-change", number)
                case 0xB0:
                    let isSet = !hasPlayed.contains(channel)
                    let isHeld =
                        isSet && result.settings[channel, default: MIDIInstrument()].set(event.first, event.second)
                    if !isHeld { lose("controller", number) }
                case 0xE0: lose("pitch-bend", number)
                default: lose("pressure", number)
                }
            } else {
                lose("system-exclusive", number)
            }
        }
        return result
    }

    private mutating func read(
        _ meta: MetaEvent, at tick: Int, _ track: inout TranscriptionSource.Track, _ number: Int, isSung: Bool
    ) {
        // Every text is looked at in its order, for its tags hold for those behind it.
        let text = meta.text.map { texts.text($0) } ?? ""
        switch meta.type {
        case .trackName where track.name.isEmpty: track.name = text
        case .instrumentName where track.instrument.isEmpty: track.instrument = text
        case .deviceName where track.device.isEmpty: track.device = text
        case .copyright: rights.append(text)
        case .marker: markers.append(.init(tick: tick, text: text))
        case .lyric: track.lyrics.append(.init(tick: tick, text: text))
        case .text where isSung:
            if let lyric = KaraokeText.lyric(text) {
                track.lyrics.append(.init(tick: tick, text: lyric))
            } else {
                lose("text", number)
            }
        case .tempo: break
        case .port: track.port = meta.port ?? 0
        case .timeSignature:
            if let time = meta.timeSignature,
                let component = Meter.Component(beats: [time.beats], beatType: time.beatType)
            {
                meters.append((tick, Meter([component])))
            }
        case .keySignature: if let key = meta.keySignature { keys.append((tick, number, Key(key))) }
        case .text, .trackName, .instrumentName, .deviceName, .programName, .cuePoint: lose("text", number)
        default: lose("meta-event", number)
        }
    }
}

extension MIDIInstrument {
    /// Takes a controller that belongs to the setting of an instrument; false for others.
    fileprivate mutating func set(_ controller: UInt8, _ value: UInt8) -> Bool {
        switch controller {
        case 0: bank = (bank ?? 0) & 0x7F | Int(value) << 7
        case 32: bank = (bank ?? 0) & ~0x7F | Int(value)
        case 7: volume = Fraction((Int(value) * 10_000 + 63) / 127, over: 100)
        case 10: pan = Fraction((Int(value) - 64) * 9000 / 64, over: 100)
        default: return false
        }
        return true
    }
}
