internal import ScoreModel

extension TickContext {
    /// What a score says of each tick, fermatas apart.
    ///
    /// - Parameter part: The part whose key signatures count, where it has any, and the staff in it.
    static func contexts(
        of score: Score, _ measures: [GridMeasure], count: Int, part: Int, staff: Int
    ) -> [TickContext] {
        var contexts = [TickContext](repeating: TickContext(), count: count)
        for measure in measures {
            guard let meter = measure.meter else { continue }
            let (ticksPerBeat, beats) = (meter.ticksPerBeat, meter.beatsPerMeasure)
            var place = measure.offset.ticks.rounded
            for tick in measure.ticks.clamped(to: 0..<count) {
                contexts[tick].tickInBeat = place % ticksPerBeat
                contexts[tick].beatInMeasure = place / ticksPerBeat
                contexts[tick].beatsPerMeasure = beats
                contexts[tick].isPickup = measure.isPickup
                place += 1
            }
        }
        score.setKeys(of: &contexts, part: part, staff: staff)
        return contexts
    }
}

extension Score {
    /// Key signatures as they sound, of the part given or of the first that has any. Unusual signatures are not known.
    fileprivate func setKeys(of contexts: inout [TickContext], part: Int, staff: Int) {
        let source =
            parts.indices.contains(part) && !parts[part].keys.isEmpty ? parts[part] : parts.first { !$0.keys.isEmpty }
        guard let source else { return }
        let keys = source.keys.filter { $0.concerns(staff: staff) }
        for (index, key) in keys.enumerated() {
            guard let written = key.value.fifths else { continue }
            let fifths = written + source.fifthsToSounding(at: key.onset, staff: staff)
            guard (-7...7).contains(fifths) else { continue }
            let start = key.onset.ticks.rounded
            let end = index + 1 < keys.count ? keys[index + 1].onset.ticks.rounded : contexts.count
            for tick in max(0, start)..<max(0, start, min(end, contexts.count)) { contexts[tick].fifths = fifths }
        }
    }
}
