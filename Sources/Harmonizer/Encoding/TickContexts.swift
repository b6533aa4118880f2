internal import ScoreModel

extension TickContext {
    /// What a score says of each tick, fermatas apart.
    ///
    /// - Parameter part: The part whose key signatures count, where it has any, and the staff in it.
    static func contexts(
        of score: Score, _ measures: [GridMeasure], at times: TickTimes, part: Int, staff: Int
    ) -> [TickContext] {
        var contexts = [TickContext](repeating: TickContext(), count: times.count)
        for measure in measures {
            guard let meter = measure.meter else { continue }
            let (beat, beats) = (meter.beat, meter.beatsPerMeasure)
            let ticks = times.ticks(of: measure)
            let start = times[ticks.lowerBound] - measure.offset
            for tick in ticks {
                let place = times[tick] - start
                let number = (place / beat).floor
                contexts[tick].placeInBeat = place - Fraction(number) * beat
                contexts[tick].beatInMeasure = number
                contexts[tick].beatsPerMeasure = beats
                contexts[tick].isPickup = measure.isPickup
            }
        }
        score.setKeys(of: &contexts, at: times, part: part, staff: staff)
        return contexts
    }
}

extension Score {
    /// Key signatures as they sound, of the part given or of the first that has any. Unusual signatures are not known.
    fileprivate func setKeys(
        of contexts: inout [TickContext], at times: TickTimes, part: Int, staff: Int
    ) {
        let source =
            parts.indices.contains(part) && !parts[part].keys.isEmpty ? parts[part] : parts.first { !$0.keys.isEmpty }
        guard let source else { return }
        let keys = source.keys.filter { $0.concerns(staff: staff) }
        for (index, key) in keys.enumerated() {
            guard let written = key.value.fifths else { continue }
            let fifths = written + source.fifthsToSounding(at: key.onset, staff: staff)
            guard (-7...7).contains(fifths) else { continue }
            let end = index + 1 < keys.count ? keys[index + 1].onset : times[times.count]
            for tick in times.ticks(from: key.onset, to: end) { contexts[tick].fifths = fifths }
        }
    }
}
