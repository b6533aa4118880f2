/// Which notes of a staff need an accidental: one holds for its line or space until the bar line, and a tie carries it over that for the tied note
/// alone.
struct PrintedAccidentals {
    private var signature: [Semitones]
    private var inForce: [Int: Semitones] = [:]

    /// For a staff with a key signature of sharps or, negative, of flats.
    init(fifths: Int) { signature = PrintedAccidentals.signature(fifths) }

    /// Another key signature.
    mutating func change(fifths: Int) { signature = PrintedAccidentals.signature(fifths) }

    /// A bar line.
    mutating func beginMeasure() { inForce.removeAll(keepingCapacity: true) }

    /// The accidental that a note needs, which holds from now on; nil when it needs none.
    mutating func accidental(for pitch: Pitch, isTiedBack: Bool) -> Accidental? {
        guard !isTiedBack, inForce[pitch.diatonic] ?? signature[Int(pitch.step.rawValue)] != pitch.alter else {
            return nil
        }
        inForce[pitch.diatonic] = pitch.alter
        return switch pitch.alter.whole {
        case -2: Accidental(.flatFlat)
        case -1: Accidental(.flat)
        case 0: Accidental(.natural)
        case 1: Accidental(.sharp)
        case 2: Accidental(.doubleSharp)
        default: nil
        }
    }

    private static func signature(_ fifths: Int) -> [Semitones] {
        let sharps: [Pitch.Step] = [.f, .c, .g, .d, .a, .e, .b]
        var alters = [Semitones](repeating: .zero, count: 7)
        for step in fifths < 0 ? sharps.suffix(min(-fifths, 7)) : sharps.prefix(min(fifths, 7)) {
            alters[Int(step.rawValue)] = Semitones(fifths.signum())
        }
        return alters
    }
}
