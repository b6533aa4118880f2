internal import ScoreModel

/// What a MIDI file says, whatever form it came in, for writing it down.
struct TranscriptionSource {
    /// A track, apart from its notes.
    struct Track {
        var name = ""
        var instrument = ""
        var device = ""
        /// The port, from 0.
        var port = 0
        /// What is sung, in order.
        var lyrics: [Text] = []
        /// Settings by channel, as they are before the first note of the channel.
        var settings: [UInt8: MIDIInstrument] = [:]
    }

    /// A text and when it comes.
    struct Text: Hashable {
        var tick: Int
        var text: String
    }

    /// The notes, track by track.
    var notes: [MIDINote] = []
    var tracks: [Track] = []
    var isSingleTrack = false
    /// Ticks in a quarter note; nil where ticks are time.
    var ticksPerQuarter: Int?
    var quartersPerTick: Fraction = .zero
    var tempos = MIDITempoMap([], quartersPerTick: 1)
    var hasTempo = false
    /// What the file says of meters and keys, sorted by tick.
    var meters: [(tick: Int, meter: Meter)] = []
    var keys: [(tick: Int, track: Int, key: Key)] = []
    var markers: [Text] = []
    var title = ""
    var rights: [String] = []
    /// What is not written down, by kind: a track and how many.
    var losses: [Loss] = []
    var diagnostics: [Diagnostic] = []
    var end = 0
}

extension TranscriptionSource {
    init(_ file: MIDIFile, encoding: MIDIText.Encoding?) {
        let file = file.format == .independent ? file.inOrder : file
        let (notes, found) = file.notes()
        self.notes = notes
        diagnostics = found + file.tempoDiagnostics
        isSingleTrack = file.tracks.count { track in track.events.contains(where: \.isNoteOn) } < 2
        if case .metrical(let ticks) = file.division.meaning { ticksPerQuarter = ticks }
        quartersPerTick = file.division.quartersPerTick
        tempos = file.tempoMap()
        hasTempo = tempos.followsTimeCode || file.tracks.contains { $0.first(.tempo) != nil }
        end = file.end
        var reader = TrackSettings(MIDIText(encoding: encoding))
        for (index, track) in file.tracks.enumerated() { tracks.append(reader.read(track, number: index)) }
        (meters, keys) = (
            reader.meters.stablySorted { $0.tick < $1.tick }, reader.keys.stablySorted { $0.tick < $1.tick }
        )
        markers = reader.markers.stablySorted { $0.tick < $1.tick }
        rights = reader.rights
        losses = reader.losses
        // The name of a first track without notes is that of the piece (SMF 1.0, "Sequence/Track Name").
        if notes.first.map({ $0.track != 0 }) ?? true, let first = tracks.first { title = first.name }
    }

    init(_ clip: MIDIClip) {
        let (notes, found) = clip.notes()
        self.notes = notes
        diagnostics = found
        isSingleTrack = true
        ticksPerQuarter = clip.ticksPerQuarter
        quartersPerTick = clip.quartersPerTick
        tempos = clip.tempoMap
        hasTempo = tempos.changes.count > 1 || tempos.changes.first?.secondsPerQuarter != 1 / 2
        end = clip.end
        tracks = [Track()]
        title = clip.title
        let changes = clip.meterMap.changes
        if changes.count > 1 || changes.first.map({ ($0.beats, $0.beatType) != (4, 4) }) ?? false {
            meters = changes.compactMap { change in
                Meter.Component(beats: [change.beats], beatType: change.beatType).map { (change.tick, Meter([$0])) }
            }
        }
        keys = clip.keys.map { ($0.tick, 0, Key($0.key)) }
    }
}

extension MIDIFile {
    /// The tracks of a file of independent pieces one after the other, each from a bar line on.
    fileprivate var inOrder: MIDIFile {
        var file = self
        var start = 0
        for index in tracks.indices {
            for event in file.tracks[index].events.indices { file.tracks[index].events[event].tick += start }
            file.tracks[index].end += start
            let place = meterMap(track: index).place(of: tracks[index].end)
            let meter = meterMap(track: index).changes.last
            let length = Fraction(4 * (meter?.beats ?? 4)) / Fraction(max(meter?.beatType ?? 4, 1))
            let rest = place.offset > .zero ? length - place.offset : .zero
            let ticks = division.quartersPerTick > .zero ? (rest / division.quartersPerTick).rounded : 0
            start += tracks[index].end + ticks
        }
        return file
    }
}

extension Key {
    init(_ signature: MetaEvent.KeySignature) {
        self = .traditional(fifths: signature.fifths, mode: signature.isMinor ? "minor" : "major")
    }
}
