public import Counterpoint
public import ScoreModel

extension Theme {
    /// A piece of which nothing is given but its frame.
    public struct Plan: Hashable, Sendable {
        /// Its key.
        public var key: Tonality
        /// Its meter.
        public var meter: Meter
        /// How many measures it has; a pickup and what the last measure lacks for it are one.
        public var measures: Int
        /// How many measures a phrase has; the last one has what is left.
        public var phrase: Int
        /// How long the pickup is, in quarter notes.
        public var pickup: Fraction

        /// A plan.
        public init(key: Tonality, meter: Meter, measures: Int, phrase: Int = 2, pickup: Fraction = .zero) {
            (self.key, self.meter, self.measures) = (key, meter, measures)
            (self.phrase, self.pickup) = (phrase, pickup)
        }
    }

    /// The theme out of nothing: four voices to be composed, each phrase of which ends with a fermata where a choir sings.
    ///
    /// - Throws: `plan-impossible` for plans without measures, phrases or meter, with a pickup as long as a measure or between two sixteenths,
    ///   or in a key of more than seven sharps or flats; `too-long`.
    public init(_ plan: Plan, for ensemble: Ensemble = .choir, performers: Ensemble? = nil) throws(ThemeError) {
        let performers = performers ?? ensemble
        let full = try plan.fullMeasure()
        var score = Score()
        if plan.pickup > .zero {
            score.measures.append(Measure(number: "0", isImplicit: true, onset: .zero, length: plan.pickup))
        }
        for number in 1...plan.measures {
            let isShort = number == plan.measures && plan.pickup > .zero
            score.measures.append(
                Measure(number: "\(number)", onset: score.length, length: isShort ? full - plan.pickup : full))
        }
        score.parts = Grid.Layout.openScore.parts(performers)
        for index in score.parts.indices {
            score.parts[index].keys = [
                Timed(
                    onset: .zero, measure: 0,
                    value: .traditional(fifths: plan.key.signature, mode: plan.key.mode.rawValue))
            ]
            score.parts[index].meters = [Timed(onset: .zero, measure: 0, value: plan.meter)]
            score.parts[index].measures = score.measures.enumerated().map {
                PartMeasure(index: $0.offset, number: $0.element.number, filled: $0.element.length)
            }
        }
        let times = TickTimes.sixteenths((score.length * 4).rounded)
        var ticks = TickContext.contexts(of: score, score.gridMeasures, at: times, part: 0, staff: 1)
        for tick in ticks.indices { ticks[tick].endsPhrase = false }
        for note in plan.lastNotes(full, times) { for tick in note { ticks[tick].endsPhrase = true } }
        let silent = [Token](repeating: .rest, count: times.count * NetworkShape.voices)
        self.init(
            score: score,
            reading: Grid.Reading(
                grid: Grid(Vocabulary(ensemble), voiceCount: NetworkShape.voices, tokens: silent, ticks: ticks),
                places: Grid.Layout.openScore.places(performers)),
            kept: [], transposition: 0, adaptations: [], fermatas: ensemble == .choir ? nil : [], silence: [])
    }
}

extension Theme.Plan {
    /// The length of a measure in quarter notes, if the plan can be.
    fileprivate func fullMeasure() throws(ThemeError) -> Fraction {
        guard let full = meter.length, (full * 4).isWhole else {
            throw ThemeError(.planImpossible, "measures of \(meter) have no whole number of sixteenths")
        }
        guard measures > 0, phrase > 0 else { throw ThemeError(.planImpossible, "a piece needs a measure at least") }
        guard pickup >= .zero, pickup < full, (pickup * 4).isWhole else {
            throw ThemeError(.planImpossible, "a pickup of \(pickup) quarter notes does not fit into \(meter)")
        }
        guard (-7...7).contains(key.signature) else {
            throw ThemeError(.planImpossible, "\(key) has more than seven sharps or flats")
        }
        guard full * Fraction(measures) * 4 <= Fraction(TickTimes.most) else {
            throw ThemeError(.tooLong, "\(measures) measures are more than any music has")
        }
        return full
    }

    /// The ticks of the last notes of the phrases: each begins with the last strong beat before the next phrase.
    ///
    /// So in 4/4 it begins on the third beat, and in 3/4 on the first, as most ends of Bach's phrases do.
    fileprivate func lastNotes(_ full: Fraction, _ times: TickTimes) -> [Range<Int>] {
        let beats = meter.components.reduce(0) { $0 + $1.beats.reduce(0, +) }
        let half = beats % 2 == 0 && beats > 2 ? full / 2 : full
        let step = min(phrase, measures)
        return stride(from: step, through: measures + step - 1, by: step).map { number in
            // The end of the measure, less what belongs to the next phrase; the piece begins with its pickup.
            let end = full * Fraction(min(number, measures))
            var start = end - half + pickup
            if start >= end { start = end - full + pickup }
            return times.ticks(from: start, to: end)
        }
    }
}
