public import Counterpoint
public import ScoreModel

/// What the chord symbols, Roman numerals and figures of a score leave to the voices that are composed under them.
///
///     let chords = ChordTones(of: score, on: reading.grid, in: key)
///     let task = CompositionTask(reading.grid, isFree: …, key: key, pitchClasses: chords?.pitchClasses)
///
/// On beats, and where a chord begins, only its tones may begin; the bass may only begin the one that is named for it, where one is. Between
/// beats the other tones of the scale may begin too, as passing and neighbouring notes. A note that is held from before is none that begins:
/// suspensions stay possible. Where nothing is said, or `N.C.`, everything may begin.
public struct ChordTones: Hashable, Sendable {
    /// For each cell, four a tick, the pitch classes that it may begin, one bit each.
    public let pitchClasses: [UInt16]

    /// What a score says; nil when it says nothing.
    ///
    /// Where numerals, chord symbols and figures stand at a time, the first of these counts. Each holds until the next one of its sort, whatever
    /// the notes of the score are.
    ///
    /// - Parameters:
    ///   - grid: The grid that the score was read into.
    ///   - key: The key of the piece: that of numerals before which none stands. Its mode tells the scale between beats.
    public init?(of score: Score, on grid: Grid, in key: Tonality) {
        let chords = WrittenChord.written(in: score, home: key)
        guard !chords.isEmpty else { return nil }
        let voices = NetworkShape.voices
        var classes = [UInt16](repeating: 0xFFF, count: grid.tokens.count)
        for chord in chords {
            let ticks = grid.times.ticks(from: chord.onset, to: chord.end)
            for tick in ticks {
                let isStrict = grid.isBeat(tick) || tick == ticks.lowerBound
                let all = isStrict ? chord.tones : chord.scale(signature: grid.ticks[tick].fifths)
                for voice in 0..<voices { classes[voices * tick + voice] = all }
                if isStrict, let bass = chord.bass { classes[voices * tick + voices - 1] = 1 << UInt16(bass) }
            }
        }
        pitchClasses = classes
    }

    /// What the score of a theme says, as the model reads it: moved as the theme is.
    public init?(of theme: Theme) {
        let key = CompositionTask(theme).key
        let tonic = TonalPitchClass(fifths: key.tonic.fifths - 7 * theme.transposition)
        guard
            let written = ChordTones(
                of: theme.score, on: theme.reading.grid, in: Tonality(tonic, key.mode))
        else { return nil }
        let shift = UInt16(theme.transposition.modulo(12))
        pitchClasses = written.pitchClasses.map { ($0 << shift | $0 >> (12 - shift)) & 0xFFF }
    }
}
