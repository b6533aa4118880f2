package import ScoreModel

/// A chord that a score names, as whoever composes under it has to know it: with all that the symbol asks for beyond a triad or seventh chord.
///
/// Here a symbol holds until the next one, whatever the notes are: these are what is composed anew.
package struct WrittenChord: Hashable, Sendable {
    /// From when on, in quarter notes from the start of the piece.
    package let onset: Fraction
    /// Until when.
    package let end: Fraction
    /// Its tones as pitch classes, one bit each: those of the triad or seventh chord, and ninths, sixths and suspended tones that are named.
    package let tones: UInt16
    /// The pitch class that is named for the bass, of the chord or not: by a slash, a numeral's figures, or the note under figures.
    package let bass: Int?
    /// The tones whose letters are known.
    private let spelled: [TonalPitchClass]
    private let home: Tonality
    /// The key that stands there.
    private let key: Tonality?

    private init(
        onset: Fraction, end: Fraction, _ chord: Chord?, tones: UInt16, bass: Int?, key: Tonality?, home: Tonality
    ) {
        (self.onset, self.end, self.tones, self.bass, self.key, self.home) = (onset, end, tones, bass, key, home)
        spelled = chord.map { chord in Chord.Member.allCases.compactMap { chord[$0] } } ?? []
    }

    /// The tones that may stand between beats: the scale and the chord. Where they have the same letter the chord's counts; in minor the raised
    /// sixth and seventh degrees count too.
    ///
    /// - Parameter signature: The sharps (or, negative, flats) of the signature in force; those of the key when nil.
    package func scale(signature: Int?) -> UInt16 {
        let fifths = key?.signature ?? signature ?? home.signature
        var scale = (-1...5).map { TonalPitchClass(fifths: fifths + $0) }
        let key = key ?? home
        if key.mode == .minor { scale += [key.tonic + 3, key.leadingTone] }
        return scale.filter { tone in !spelled.contains { $0.step == tone.step } }
            .reduce(tones) { $0 | 1 << UInt16($1.pitchClass) }
    }
}

extension WrittenChord {
    /// What a score names: figures, then chord symbols, then numerals, as ``GivenHarmony/given(in:)`` reads them. Where several stand at a time
    /// the last one in this list goes before the others.
    ///
    /// - Parameter home: The key of numerals before which none stands.
    package static func written(in score: Score, home: Tonality) -> [WrittenChord] {
        let figured = score.parts.reversed().filter { !$0.figuredBasses.isEmpty }
        let symbols = score.parts.filter { !$0.harmonies.isEmpty }.map(ChordSymbols.init)
        return figured.flatMap { FiguredPart($0, until: score.length).places.compactMap { written($0, home) } }
            + written(symbols.flatMap(\.chords).inOrder(), until: score.length, home)
            + written(symbols.flatMap(\.numerals).inOrder(), until: score.length, home)
    }

    private static func written(_ sayings: [Saying], until last: Fraction, _ home: Tonality) -> [WrittenChord] {
        sayings.enumerated().compactMap { index, saying in
            let end = index + 1 < sayings.count ? sayings[index + 1].onset : last
            var (chord, tones, bass) = (Chord?.none, saying.tones, saying.bass)
            switch saying.content {
            case .chord(let root, let quality): chord = Chord(root, quality)
            case .numeral(let numeral):
                let named = numeral.chord(in: saying.key ?? home)
                (chord, tones, bass) = (named, named.tones, named[named.bass])
            case .key, nil: break
            }
            guard tones != 0, end > saying.onset else { return nil }
            return WrittenChord(
                onset: saying.onset, end: end, chord, tones: tones, bass: bass?.pitchClass, key: saying.key, home: home)
        }
    }

    /// Suspended tones belong to what figures ask for, and so does what they go to.
    private static func written(_ place: FiguredPart.Place, _ home: Tonality) -> WrittenChord? {
        guard let chord = place.chord else { return nil }
        let suspended = place.figuration.map { $0.tones.map { $0 + place.shift } } ?? []
        let tones = suspended.reduce(chord.tones) { $0 | 1 << UInt16($1.pitchClass) }
        return WrittenChord(
            onset: place.onset, end: place.end, chord, tones: tones, bass: TonalPitchClass(place.bass).pitchClass,
            key: nil, home: home)
    }
}
