/// A key signature.
public enum Key: Hashable, Sendable {
    /// Sharps (positive) or flats (negative) in the usual order, and the mode as the file names it.
    case traditional(fifths: Int, mode: String?)
    /// Any other set of alterations, in order.
    case alterations([Alteration])

    /// One altered step of a signature.
    public struct Alteration: Hashable, Sendable {
        /// The step.
        public var step: Pitch.Step
        /// How far it is altered.
        public var alter: Semitones

        /// An altered step.
        public init(step: Pitch.Step, alter: Semitones) {
            self.step = step
            self.alter = alter
        }
    }
}

extension Key: CustomStringConvertible {
    /// `G major`, `E minor`, `2 sharps`, `F# Bb`.
    public var description: String {
        switch self {
        case .traditional(let fifths, let mode):
            if let tonic = tonic { return "\(tonic) \(mode ?? "")" }
            let signs =
                fifths == 0
                ? "no sharps or flats"
                : "\(fifths.magnitude) \(fifths > 0 ? "sharp" : "flat")\(fifths.magnitude == 1 ? "" : "s")"
            return signs + (mode.map { " (\($0))" } ?? "")
        case .alterations(let alterations):
            return alterations.map { String("\(Pitch($0.step, alter: $0.alter, octave: 0))".dropLast()) }
                .joined(separator: " ")
        }
    }

    /// The name of the first degree of a major or minor key with up to seven accidentals.
    public var tonic: String? {
        guard case .traditional(let fifths, let mode) = self, (-7...7).contains(fifths) else { return nil }
        let circle = [
            "Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#",
        ]
        switch mode {
        case "major": return circle[fifths + 7]
        case "minor": return circle[fifths + 10]
        default: return nil
        }
    }
}
