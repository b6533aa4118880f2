/// The texts of karaoke files (.kar), which stand in text events and not in lyrics: `/` begins a line, `\` a paragraph, a space a word, and what
/// begins with `@` is about the file.
enum KaraokeText {
    /// Whether the texts of a track are sung.
    static func isSung(_ track: MIDITrack) -> Bool {
        var hasSigns = false
        for (_, event) in track.metaEvents {
            if event.type == .lyric { return false }
            if event.type == .text, let first = event.bytes.first, first == 0x2F || first == 0x5C || first == 0x40 {
                hasSigns = true
            }
        }
        return hasSigns
    }

    /// A text with its signs turned into those of lyric events; nil for what is about the file.
    static func lyric(_ text: String) -> String? {
        switch text.first {
        case "@": nil
        case "/": "\r" + text.dropFirst()
        case "\\": "\n" + text.dropFirst()
        default: text
        }
    }
}
