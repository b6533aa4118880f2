import ScoreModel
import StandardMIDI

/// A file of the MIDI family as commands show it: its tracks with their notes.
struct MIDIListing {
    /// One track, and the clock and measures that it goes by.
    struct Track {
        let number: Int
        let name: String
        let notes: ArraySlice<MIDINote>
        /// What is sung, by tick.
        let lyrics: [Int: String]
        let tempos: MIDITempoMap
        let meters: MIDIMeterMap
        let end: Int
    }

    let source: MIDISource
    let tracks: [Track]
    /// What was odd about the file, its notes and its texts.
    let diagnostics: [Diagnostic]

    /// - Parameter encoding: The encoding of texts; guessed when nil.
    init(_ source: MIDISource, encoding: MIDIText.Encoding?) {
        self.source = source
        let (tracks, found) =
            switch source {
            case .clip(let clip): MIDIListing.tracks(of: clip)
            case .file(let file): MIDIListing.tracks(of: file, encoding: encoding)
            }
        self.tracks = tracks
        diagnostics = source.diagnostics + found
    }

    private static func tracks(of clip: MIDIClip) -> ([Track], [Diagnostic]) {
        let (notes, diagnostics) = clip.notes()
        let track = Track(
            number: 1, name: clip.title, notes: notes[...], lyrics: [:], tempos: clip.tempoMap, meters: clip.meterMap,
            end: clip.end)
        return ([track], diagnostics)
    }

    private static func tracks(of file: MIDIFile, encoding: MIDIText.Encoding?) -> ([Track], [Diagnostic]) {
        var texts = MIDIText(encoding: encoding)
        let (notes, found) = file.notes()
        var diagnostics = file.tempoDiagnostics + found
        var rest = notes[...]
        let common = (tempos: file.tempoMap(), meters: file.meterMap())
        let tracks = file.tracks.enumerated().map { index, track in
            // The notes come track by track.
            let notes = rest.prefix { $0.track == index }
            rest = rest.dropFirst(notes.count)
            let (name, lyrics) = MIDIListing.texts(of: track, &texts)
            let isAlone = file.format == .independent
            return Track(
                number: index + 1, name: name, notes: notes, lyrics: lyrics,
                tempos: isAlone ? file.tempoMap(track: index) : common.tempos,
                meters: isAlone ? file.meterMap(track: index) : common.meters, end: track.end)
        }
        if texts.hasUnreadEncoding {
            diagnostics.append(
                Diagnostic(
                    code: "text-encoding", severity: .warning,
                    message: "texts say that they are in Shift JIS, which is not read; they are shown as Windows-1252"))
        }
        return (tracks, diagnostics)
    }

    /// The name of a track and its lyrics. Every text is looked at in its order, for its tags hold for those behind it.
    private static func texts(of track: MIDITrack, _ texts: inout MIDIText) -> (name: String, lyrics: [Int: String]) {
        var name: String?
        var lyrics: [Int: String] = [:]
        for (tick, event) in track.metaEvents {
            guard let text = event.text.map({ texts.text($0) }) else { continue }
            if event.type == .trackName, name == nil { name = text }
            // A line or a paragraph ends with a return or a line feed (RP-017).
            if event.type == .lyric { lyrics[tick, default: ""] += text.filter { !$0.isNewline } }
        }
        return (name ?? "", lyrics)
    }
}
