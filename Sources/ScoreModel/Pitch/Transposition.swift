/// What lies between the written and the sounding pitch of an instrument: add it to the written pitch.
///
/// After the MusicXML element `transpose`, whose parts it keeps apart: a clarinet in B flat is −1 step and −2 semitones, a double
/// bass 0, 0 and one octave down.
public struct Transposition: Hashable, Sendable {
    /// A second line at the octave, as when cello and double bass read one part.
    public enum Doubling: Sendable {
        /// An octave below.
        case below
        /// An octave above (MusicXML 4.0).
        case above
    }

    /// Steps from written to sounding, octaves apart; nil when the file does not say.
    public var diatonic: Int?
    /// Semitones from written to sounding, octaves apart.
    public var chromatic: Semitones
    /// Octaves from written to sounding.
    public var octaveChange: Int
    /// Whether the part is doubled.
    public var doubling: Doubling?

    /// A transposition.
    public init(diatonic: Int? = nil, chromatic: Semitones, octaveChange: Int = 0, doubling: Doubling? = nil) {
        self.diatonic = diatonic
        self.chromatic = chromatic
        self.octaveChange = octaveChange
        self.doubling = doubling
    }

    /// Steps from written to sounding, octaves apart: as the file says, or the steps that spell the chromatic distance most simply.
    public var steps: Int {
        if let diatonic { return diatonic }
        // The scale step of each number of semitones, spelled as the interval that transposing instruments are named by.
        let simplest = [0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6]
        let semitones = Fraction(Int(chromatic.thousandths), over: 1000)?.rounded ?? 0
        let octaves = Fraction(semitones.magnitude > 11 ? semitones / 12 : 0)
        let rest = semitones - octaves.numerator * 12
        return octaves.numerator * 7 + (rest < 0 ? -simplest[-rest] : simplest[rest])
    }
}

extension Pitch {
    /// The pitch that sounds when this one is written for an instrument so transposed.
    public func transposed(by transposition: Transposition) -> Pitch {
        let octaves = min(max(transposition.octaveChange, -1000), 1000)
        let target = diatonic + min(max(transposition.steps, -10_000), 10_000) + octaves * 7
        let octave = Fraction(target, over: 7)?.floor ?? 0
        let step = Step(rawValue: Int8(target - octave * 7)) ?? .c
        var pitch = Pitch(step, octave: Int8(clamping: octave))
        let sounding = height + Int(transposition.chromatic.thousandths) + octaves * 12_000
        pitch.alter = Semitones(thousandths: Int32(clamping: sounding - pitch.height))
        return pitch
    }
}
