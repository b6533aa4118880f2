internal import Counterpoint
internal import ScoreModel

extension TickTimes {
    /// How many ticks a grid may have: 65,536 quarter notes of sixteenths. Hostile files have measures of any length.
    static let most = 1 << 18

    /// The ticks of a score for an ensemble.
    ///
    /// A choir's are sixteenths from the start. Those of strings are the sixteenths of each measure, and between these there is one more wherever a
    /// note of the voices begins or ends: so every triplet and every thirty-second is held as it is, and plain music has no more ticks than it needs.
    ///
    /// - Parameter voices: The voices that are to have their notes on the grid.
    /// - Throws: `too-long` beyond ``most``.
    init(of score: Score, for ensemble: Ensemble, voices: [Voice]) throws(GridError) {
        let error = GridError(.tooLong, "the score has \(score.length) quarter notes, more than any music")
        guard score.length * 4 <= Fraction(Self.most) else { throw error }
        guard ensemble == .strings else {
            self = .sixteenths((score.length * 4).rounded)
            return
        }
        var moments: [Fraction] = []
        for measure in score.gridMeasures {
            // The sixteenths of the full measure that this one is a part of.
            var place = Fraction(-((-(measure.offset * 4)).floor)) / 4
            while place < measure.offset + measure.length {
                moments.append(measure.onset + place - measure.offset)
                place = place + Fraction(1) / 4
            }
            moments.append(measure.onset)
        }
        for voice in voices {
            for event in voice.events { moments += [event.onset, event.end] }
        }
        moments.append(score.length)
        moments.sort()
        var unique: [Fraction] = []
        for moment in moments where moment >= .zero && moment <= score.length && unique.last != moment {
            unique.append(moment)
        }
        guard unique.count <= Self.most else { throw error }
        self.init(unique)
    }
}
