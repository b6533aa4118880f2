/// The chords that something given leaves open, key by key.
struct ChordRestriction {
    /// For each key the number of the chord, as ``ChordShape`` has them; ``any`` or ``none``.
    private let chords: [Int16]

    private static let any: Int16 = -1
    private static let none: Int16 = -2

    /// What a given harmony leaves open.
    init(_ given: GivenHarmony) {
        let number = { (root: TonalPitchClass, quality: ChordQuality) in
            Int16(ChordShape.index(root: root.pitchClass, ChordShape.qualities.firstIndex(of: quality) ?? 0))
        }
        let known = given.key.map(ChordShape.key)
        chords = (0..<24).map { key in
            guard known ?? key == key else { return ChordRestriction.none }
            switch given.content {
            case .chord(let root, let quality): return number(root, quality)
            case .key: return ChordRestriction.any
            case .numeral(let numeral):
                let chord = numeral.chord(in: given.key ?? Tonality(number: key))
                return number(chord.root, chord.quality)
            }
        }
    }

    /// True when a chord may stand in some key.
    func allows(_ chord: Int) -> Bool { chords.contains { $0 == ChordRestriction.any || $0 == Int16(chord) } }

    /// True when a chord may stand in a key.
    func allows(_ chord: Int, in key: Int) -> Bool {
        chords[key] == ChordRestriction.any || chords[key] == Int16(chord)
    }
}

extension Tonality {
    /// The key of a number: major keys from 0 by their tonics in semitones, minor keys from 12. Spelled with as few signs as may be.
    init(number: Int) {
        let mode = number < 12 ? Mode.major : .minor
        // Major keys have from five flats to six sharps then, minor keys the same.
        let tonic = (-5...6).map { Tonality(signature: $0, mode) }.first { $0.tonic.pitchClass == number.modulo(12) }
        self = tonic ?? Tonality(signature: 0, mode)
    }
}
