internal import ScoreModel

/// A drum of General MIDI: its name, and how it is written on a staff with a percussion clef.
struct Drum {
    let name: String
    /// Where its notehead stands, as in a treble clef (Weinberg, *Guidelines for Drumset Notation*, 1994, for the drum set; others stand where they
    /// are free).
    let position: Pitch
    /// The shape of its notehead, by its MusicXML name.
    let notehead: String?

    private init(_ name: String, _ step: Pitch.Step, _ octave: Int8, _ notehead: String? = nil) {
        (self.name, position, self.notehead) = (name, Pitch(step, octave: octave), notehead)
    }

    /// The drum of a key; one without a name for keys that General MIDI has none for.
    static func drum(_ key: Int) -> Drum { drums[key] ?? Drum("Percussion \(key)", .b, 4, "slash") }

    /// The percussion map (General MIDI 1, "Percussion Key Map").
    private static let drums: [Int: Drum] = [
        35: Drum("Acoustic Bass Drum", .e, 4),
        36: Drum("Bass Drum 1", .f, 4),
        37: Drum("Side Stick", .c, 5, "x"),
        38: Drum("Acoustic Snare", .c, 5),
        39: Drum("Hand Clap", .c, 5, "triangle"),
        40: Drum("Electric Snare", .c, 5),
        41: Drum("Low Floor Tom", .g, 4),
        42: Drum("Closed Hi Hat", .g, 5, "x"),
        43: Drum("High Floor Tom", .a, 4),
        44: Drum("Pedal Hi-Hat", .d, 4, "x"),
        45: Drum("Low Tom", .b, 4),
        46: Drum("Open Hi-Hat", .g, 5, "circle-x"),
        47: Drum("Low-Mid Tom", .b, 4),
        48: Drum("Hi Mid Tom", .d, 5),
        49: Drum("Crash Cymbal 1", .a, 5, "x"),
        50: Drum("High Tom", .e, 5),
        51: Drum("Ride Cymbal 1", .f, 5, "x"),
        52: Drum("Chinese Cymbal", .c, 6, "x"),
        53: Drum("Ride Bell", .f, 5, "diamond"),
        54: Drum("Tambourine", .e, 5, "triangle"),
        55: Drum("Splash Cymbal", .b, 5, "x"),
        56: Drum("Cowbell", .e, 5, "triangle"),
        57: Drum("Crash Cymbal 2", .a, 5, "x"),
        58: Drum("Vibraslap", .d, 5, "triangle"),
        59: Drum("Ride Cymbal 2", .f, 5, "x"),
        60: Drum("Hi Bongo", .d, 5),
        61: Drum("Low Bongo", .c, 5),
        62: Drum("Mute Hi Conga", .d, 5, "x"),
        63: Drum("Open Hi Conga", .d, 5),
        64: Drum("Low Conga", .b, 4),
        65: Drum("High Timbale", .e, 5),
        66: Drum("Low Timbale", .c, 5),
        67: Drum("High Agogo", .f, 5, "triangle"),
        68: Drum("Low Agogo", .d, 5, "triangle"),
        69: Drum("Cabasa", .e, 5, "x"),
        70: Drum("Maracas", .e, 5, "x"),
        71: Drum("Short Whistle", .a, 5, "triangle"),
        72: Drum("Long Whistle", .a, 5, "triangle"),
        73: Drum("Short Guiro", .g, 5, "triangle"),
        74: Drum("Long Guiro", .g, 5, "triangle"),
        75: Drum("Claves", .e, 5, "x"),
        76: Drum("Hi Wood Block", .e, 5, "triangle"),
        77: Drum("Low Wood Block", .c, 5, "triangle"),
        78: Drum("Mute Cuica", .b, 4, "x"),
        79: Drum("Open Cuica", .b, 4),
        80: Drum("Mute Triangle", .a, 5, "triangle"),
        81: Drum("Open Triangle", .a, 5, "triangle"),
    ]
}
