public import ScoreModel

extension GivenHarmony {
    /// Where figures, chord symbols and numerals of a score are not what its notes are, by time.
    ///
    /// A figure is not, when a voice above the bass has its letter with another accidental while it holds and none has its tone; or when
    /// none has its tone although three notes or more sound over the bass where it begins. With fewer the player of the bass adds
    /// what is missing, and there is nothing to tell.
    ///
    /// A chord symbol or a numeral is not, when three different pitch classes or more sound where it begins, and from there to the next
    /// one, at most to the end of its measure, tones that it does not have sound for longer than those that it has. Ninths, sixths and
    /// the bass that it names count as its tones. A numeral whose key is not said is not judged.
    public static func disagreements(in score: Score) -> [Disagreement] {
        guard score.parts.contains(where: { !$0.figuredBasses.isEmpty || !$0.harmonies.isEmpty }) else { return [] }
        var found: [Disagreement] = []
        var tones = SoundingTones(score)
        let places = score.parts.filter { !$0.figuredBasses.isEmpty }.flatMap {
            FiguredPart($0, until: score.length).places
        }
        for place in places.stablySorted(by: { $0.onset < $1.onset }) {
            found += place.disagreements(with: tones.sounding(from: place.onset, to: place.end))
        }
        let symbols = score.parts.filter { !$0.harmonies.isEmpty }.map(ChordSymbols.init)
        found += HeldSymbols(symbols.flatMap(\.numerals).inOrder(), in: score, endForeign: false).disagreements
        found += HeldSymbols(symbols.flatMap(\.chords).inOrder(), in: score, endForeign: true).disagreements
        return found.stablySorted { $0.time < $1.time }
    }
}

extension FiguredPart.Place {
    /// Which of its figures the notes are not.
    fileprivate func disagreements(with tones: [SoundingTones.Tone]) -> [Disagreement] {
        guard let figuration else { return [] }
        let above = tones.filter { $0.pitch.height > bass.height }
        let isFull = above.count { $0.onset <= onset } >= GivenHarmony.fullHarmony
        return zip(figuration.figures, figuration.tones).compactMap { figure, written in
            let tone = written + shift
            guard figure.number != 8, figure.number != 1,
                !tones.contains(where: { TonalPitchClass($0.pitch) == tone })
            else { return nil }
            let name = figure.number == 3 && figure.text.allSatisfy { !$0.isNumber } ? "sign" : "figure"
            let demand = "the \(name) \(figure.text) asks for \(tone) over \(bass)"
            if let other = above.first(where: { $0.pitch.step == tone.step }) {
                return Disagreement(time: onset, message: "\(demand), and \(other.pitch) sounds", origin: origin)
            }
            return isFull
                ? Disagreement(time: onset, message: "\(demand), and no voice has it", origin: origin) : nil
        }
    }
}

extension GivenHarmony {
    /// Notes over a bass; with as many, four parts are complete and nothing is left for the player of the bass to add.
    fileprivate static let fullHarmony = 3
}
