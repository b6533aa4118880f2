/// The key and the signature that a tone stands in, as places on the line of fifths.
struct SpellingContext {
    /// The signature of the local key: how many sharps or flats.
    let key: Int
    let isMinor: Bool
    /// The written signature.
    let signature: Int

    /// The two names that a pitch class may have: the nearest to the middle of the key's scale within double accidentals.
    func choices(_ pitchClass: Int) -> (first: Int, second: Int) {
        let nearest = lineOfFifths(nearest: key + SpellingContext.middle, pitchClass: pitchClass)
        let first =
            nearest < SpellingContext.flattest
            ? nearest + 12 : nearest > SpellingContext.sharpest ? nearest - 12 : nearest
        let other = first >= key + SpellingContext.middle ? first - 12 : first + 12
        let isWithin = (SpellingContext.flattest...SpellingContext.sharpest).contains(other)
        return (first, isWithin ? other : other < first ? first + 12 : first - 12)
    }

    /// The second degree, in the middle of a scale's fifths from the fourth degree to the seventh.
    static let middle = 2
    // F double flat and B double sharp.
    private static let flattest = -15
    private static let sharpest = 19

    /// The contexts of tones that are sorted by onset.
    static func contexts(
        of tones: [Tone], keys: [KeyFinding.Region], signatures: [KeyFinding.Region]?
    ) -> [SpellingContext] {
        let keys = keys.sorted { $0.start < $1.start }
        let signatures = (signatures ?? []).sorted { $0.start < $1.start }
        var (key, signature) = (0, 0)
        return tones.map { tone in
            while key + 1 < keys.count, keys[key + 1].start <= tone.onset { key += 1 }
            while signature + 1 < signatures.count, signatures[signature + 1].start <= tone.onset { signature += 1 }
            let written = signatures.isEmpty ? nil : signatures[signature].key.fifths.map { max(-7, min(7, $0)) }
            let (local, mode) = keys.isEmpty ? (written ?? 0, nil) : (keys[key].key.fifths ?? 0, keys[key].key.mode)
            let bounded = max(-7, min(7, local))
            let home = written ?? bounded
            return SpellingContext(
                key: lineOfFifths(nearest: home, pitchClass: ((bounded * 7) % 12 + 12) % 12), isMinor: mode == "minor",
                signature: home)
        }
    }
}

extension Key {
    /// Its mode, when the signature is a usual one and names it.
    fileprivate var mode: String? {
        if case .traditional(_, let mode) = content { mode } else { nil }
    }
}

extension Pitch {
    /// The pitch with a place on the line of fifths that has a MIDI key.
    init(fifth: Int, key: Int) {
        let fromF = fifth + 1
        let alter = fromF >= 0 ? fromF / 7 : -((6 - fromF) / 7)
        let step: Step = [.f, .c, .g, .d, .a, .e, .b][fromF - alter * 7]
        let natural = max(min(key, 1_000_000), -1_000_000) - alter - step.semitones
        let octave = Int8(clamping: (natural >= 0 ? natural / 12 : -((11 - natural) / 12)) - 1)
        // Beyond the octaves that can be written, which no instrument reaches, the alteration takes the rest.
        self.init(step, alter: Semitones(natural - (Int(octave) + 1) * 12 + alter), octave: octave)
    }
}
