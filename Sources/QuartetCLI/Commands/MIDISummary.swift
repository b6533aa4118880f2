import ScoreModel
import StandardMIDI

/// What `quartet info` tells of a MIDI file.
struct MIDISummary: Summary {
    /// A track.
    struct TrackSummary: Encodable {
        let number: Int
        let name: String
        /// The channels of its notes, from 1.
        let channels: [Int]
        let notes: Int
        let lowestMidi: Int?
        let highestMidi: Int?
        /// Quarter notes.
        let length: String
    }

    let file: String
    let title: String
    let format: String
    let division: String
    let tracks: [TrackSummary]
    let measures: Int
    let keys: [SummaryChange]
    let meters: [SummaryChange]
    let tempos: [SummaryChange]
    /// Quarter notes.
    let length: String
    let seconds: Double
    let diagnostics: [DiagnosticJSON]

    init(_ listing: MIDIListing, file: String) {
        let (source, tracks) = (listing.source, listing.tracks)
        let scale = source.quartersPerTick
        self.file = file
        title = tracks.first?.name ?? ""
        switch source {
        case .clip(let clip):
            format = "MIDI clip"
            division = "\(clip.ticksPerQuarter) ticks a quarter note"
        case .file(let file):
            format = "\(file.wrapper == nil ? "" : "RMID, ")format \(file.format.rawValue)"
            division = "\(file.division)"
        }
        self.tracks = tracks.map { TrackSummary($0, scale: scale) }
        let end = tracks.map(\.end).max() ?? 0
        let first = tracks.first
        let last = first?.meters.place(of: end)
        measures = last.map { $0.offset > .zero ? $0.measure + 1 : $0.measure } ?? 0
        func change(_ tick: Int, _ value: String) -> SummaryChange {
            let measure = first?.meters.place(of: tick).measure ?? 0
            return SummaryChange(measure: "\(measure + 1)", at: "\(Fraction(tick) * scale)", value: value)
        }
        keys =
            source.keys.map {
                change($0.tick, "\(Key.traditional(fifths: $0.key.fifths, mode: $0.key.isMinor ? "minor" : "major"))")
            }.distinct
        meters = first?.meters.changes.map { change($0.tick, "\($0)") }.distinct ?? []
        tempos = first?.tempos.changes.map { change($0.tick, decimal(60 / $0.secondsPerQuarter)) }.distinct ?? []
        length = "\(Fraction(end) * scale)"
        let longest = tracks.map { $0.tempos.seconds(at: $0.end) }.max() ?? .zero
        seconds = (longest.doubleValue * 1000).rounded() / 1000
        diagnostics = listing.diagnostics.map(DiagnosticJSON.init)
    }

    /// The summary for people.
    var text: String {
        var lines = ["\(title.isEmpty ? "untitled" : title)  (\(file))"]
        lines.append(row("format", "\(format), \(division)"))
        lines.append(
            row(
                "length",
                "\(measures) measure\(measures == 1 ? "" : "s"), \(length) quarter notes, \(minutes(seconds))"))
        lines.append(row("key", keys.text))
        lines.append(row("meter", meters.text))
        lines.append(row("tempo", tempos.text))
        let width = tracks.map(\.label.count).max() ?? 0
        for track in tracks {
            let channels = track.channels.map(String.init).joined(separator: " ")
            let range = track.lowestMidi.flatMap { low in track.highestMidi.map { "keys \(low) to \($0)" } }
            lines.append(
                "  " + pad(track.label, to: width) + "  \(pad(range ?? "no notes", to: 14))  \(track.notes) notes"
                    + (channels.isEmpty ? "" : ", channel\(track.channels.count == 1 ? "" : "s") \(channels)"))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension MIDISummary.TrackSummary {
    fileprivate init(_ track: MIDIListing.Track, scale: Fraction) {
        number = track.number
        name = track.name
        channels = Set(track.notes.map { Int($0.channel) + 1 }).sorted()
        notes = track.notes.count
        lowestMidi = track.notes.lazy.map { Int($0.key) }.min()
        highestMidi = track.notes.lazy.map { Int($0.key) }.max()
        length = "\(Fraction(track.end) * scale)"
    }

    fileprivate var label: String { name.isEmpty ? "track \(number)" : name }
}
