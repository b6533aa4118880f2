import ScoreModel

/// The chord symbols and numerals of a part.
struct ChordSymbols {
    /// Chords by their roots.
    private(set) var chords: [Saying] = []
    /// Roman numerals, as text or as degrees.
    private(set) var numerals: [Saying] = []
    private let part: Part
    /// The key that the last numeral named.
    private var key: Tonality?

    init(of part: Part) {
        self.part = part
        for harmony in part.harmonies where harmony.value.type != "alternate" {
            for chord in harmony.value.chords { read(chord, in: harmony) }
        }
    }

    private mutating func read(_ chord: Harmony.Chord, in harmony: Timed<Harmony>) {
        var saying = Saying(onset: harmony.onset, origin: harmony.origin)
        switch chord.base {
        case .root(let tone):
            saying.bass = chord.bass.flatMap { sounding($0.tone, in: harmony) }
            if let kind = ChordKind(chord), let root = sounding(tone, in: harmony) {
                saying.content = .chord(root: root, kind.quality)
                saying.tones = Chord(root, kind.quality).tones
                for semitones in kind.additions {
                    saying.tones |= 1 << UInt16((root.pitchClass + semitones).modulo(12))
                }
                let inverted = chord.inversion.flatMap(Chord.Member.init).flatMap { Chord(root, kind.quality)[$0] }
                saying.bass = saying.bass ?? inverted
                saying.text = "the chord symbol \(root) \(kind.quality.words)"
            } else if let root = sounding(tone, in: harmony) {
                for semitones in ChordKind.semitonesWithoutThird(chord) {
                    saying.tones |= 1 << UInt16((root.pitchClass + semitones).modulo(12))
                }
            }
            chords.append(saying)
        case .numeral(let numeral):
            key = numeral.key.flatMap(Tonality.init) ?? key
            if let kind = ChordKind(chord) {
                let alter = numeral.alter?.whole ?? 0
                say(
                    Numeral(
                        Numeral.Degree(numeral.root, alter: alter), kind.quality,
                        bass: Chord.Member(rawValue: chord.inversion ?? 0) ?? .root), &saying)
            }
            numerals.append(saying)
        case .function(let text):
            var words = Substring(text)
            if let colon = words.firstIndex(of: ":"), let said = Tonality(words[..<colon]) {
                key = said
                words = words[colon...].dropFirst()
                saying.key = key
                saying.content = .key
            }
            // A text without a key counts in the one that its signature stands for.
            if let numeral = Numeral(words, in: key ?? signature(in: harmony)) { say(numeral, &saying) }
            numerals.append(saying)
        }
    }

    private func say(_ numeral: Numeral, _ saying: inout Saying) {
        saying.key = key
        saying.content = .numeral(numeral)
        guard let key else { return }
        saying.tones = numeral.chord(in: key).tones
        saying.text = "the numeral \(numeral) in \(key)"
    }

    private func signature(in harmony: Timed<Harmony>) -> Tonality {
        let key = part.keys.inForce(at: harmony.onset, staff: harmony.staff ?? 1)
        guard case .traditional(let fifths, let mode) = key?.content, (-7...7).contains(fifths) else {
            return Tonality(signature: 0, .major)
        }
        return Tonality(signature: fifths, mode == "minor" ? .minor : .major)
    }

    /// A tone of a symbol as it sounds: the symbols of a transposing part are written as its notes are.
    private func sounding(_ tone: Harmony.Tone, in harmony: Timed<Harmony>) -> TonalPitchClass? {
        let pitch = Pitch(tone.step, alter: tone.alter ?? .zero, octave: 4)
        // Nothing is spelled with more, and what is would not be a tone of the line of fifths that anyone knows.
        guard let alter = pitch.alter.whole, (-2...2).contains(alter) else { return nil }
        guard let transposition = part.transposition(at: harmony.onset, staff: harmony.staff ?? 1) else {
            return TonalPitchClass(pitch)
        }
        return TonalPitchClass(pitch.transposed(by: transposition))
    }
}

extension Tonality {
    /// The key of a numeral; nil where its signature is none.
    fileprivate init?(_ key: Harmony.NumeralKey) {
        guard (-7...7).contains(key.fifths) else { return nil }
        self.init(signature: key.fifths, key.mode.hasSuffix("minor") ? .minor : .major)
    }
}

extension ChordQuality {
    /// `major minor seventh`.
    var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
