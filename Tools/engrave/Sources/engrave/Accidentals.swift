import ScoreModel

/// Which notes of a measure need an accidental.
///
/// An accidental holds for its line or space until the bar line. A tie carries it over the bar line, but only for the tied note.
struct Accidentals {
    private let signature: [Pitch.Step: Semitones]
    private var written: [Int: Semitones] = [:]

    /// For a staff with a key signature of sharps or, negative, of flats.
    init(fifths: Int) {
        let sharps: [Pitch.Step] = [.f, .c, .g, .d, .a, .e, .b]
        let steps = fifths < 0 ? sharps.reversed() : sharps
        signature = Dictionary(
            steps.prefix(Int(fifths.magnitude)).map { ($0, Semitones(fifths.signum())) }, uniquingKeysWith: { $1 })
    }

    /// Forgets what was written: a bar line.
    mutating func reset() { written = [:] }

    /// The MusicXML name of the accidental that a note needs, and that then holds; nil when it needs none.
    mutating func accidental(for pitch: Pitch, isTiedBack: Bool) -> String? {
        guard !isTiedBack else { return nil }
        let inForce = written[pitch.diatonic] ?? signature[pitch.step] ?? .zero
        guard inForce != pitch.alter else { return nil }
        written[pitch.diatonic] = pitch.alter
        switch pitch.alter.whole {
        case -2: return "flat-flat"
        case -1: return "flat"
        case 1: return "sharp"
        case 2: return "double-sharp"
        default: return "natural"
        }
    }
}
