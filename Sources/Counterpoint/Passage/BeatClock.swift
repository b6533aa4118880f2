public import ScoreModel

/// The measures of a score and their beats.
public struct BeatClock: Sendable {
    /// A measure with what its meter says.
    struct Bar: Sendable {
        let number: String
        let onset: Fraction
        let length: Fraction
        /// How much of the full measure went before: a pickup ends with the last beat. Without a meter there is none.
        let offset: Fraction
        /// What a beat is counted in, in quarter notes.
        let unit: Fraction
        /// How many such beats a full measure has.
        let count: Int
    }

    /// A place for people.
    public struct Place: Hashable, Sendable {
        /// The index of the measure in ``Score/measures``.
        public let index: Int
        /// The measure's number.
        public let measure: String
        /// The beat, from 1, in the note value below the line of the time signature.
        public let beat: Fraction
    }

    let bars: [Bar]

    /// The measures of a score.
    init(_ score: Score) {
        let meters = score.parts.first { !$0.meters.isEmpty }?.meters ?? []
        var next = 0
        var meter: Meter?
        var bars: [Bar] = []
        for (index, measure) in score.measures.enumerated() {
            while next < meters.count, meters[next].onset <= measure.onset {
                meter = meters[next].value
                next += 1
            }
            let full = meter?.length ?? .zero
            let unit = meter?.components.first.map { 4 / Fraction($0.beatType) } ?? 1
            var offset = Fraction.zero
            if measure.length < full {
                if index == 0 {
                    offset = full - measure.length
                } else if let last = bars.last, last.offset == .zero, last.length + measure.length == full {
                    offset = last.length
                }
            }
            bars.append(
                Bar(
                    number: measure.number, onset: measure.onset, length: measure.length, offset: offset, unit: unit,
                    count: ((full == .zero ? measure.length : full) / unit).floor))
        }
        self.bars = bars
    }

    /// The index of the measure that a time lies in; a bar line belongs to the measure that it opens.
    func bar(at time: Fraction) -> Int? {
        var (low, high) = (0, bars.count)
        while low < high {
            let middle = (low + high) / 2
            if bars[middle].onset <= time { low = middle + 1 } else { high = middle }
        }
        // Of measures without length at one place, the last is the one that goes on.
        return low > 0 ? low - 1 : nil
    }

    /// The place of a time.
    public func place(of time: Fraction) -> Place {
        guard let index = bar(at: time) else { return Place(index: 0, measure: "", beat: 1) }
        let bar = bars[index]
        return Place(index: index, measure: bar.number, beat: (time - bar.onset + bar.offset) / bar.unit + 1)
    }

    /// All beats, in order. A measure without end, which only hostile files have, gives no more than a thousand.
    var beats: [Fraction] {
        bars.flatMap { bar -> [Fraction] in
            var beats: [Fraction] = []
            var beat = bar.onset + (Fraction(-(-bar.offset / bar.unit).floor) * bar.unit - bar.offset)
            while beat < bar.onset + bar.length, beats.count < 1000 {
                beats.append(beat)
                beat = beat + bar.unit
            }
            return beats
        }
    }

    /// How strong a time is in its measure.
    func strength(of time: Fraction) -> MetricStrength {
        guard let index = bar(at: time) else { return .downbeat }
        let bar = bars[index]
        let beat = (time - bar.onset + bar.offset) / bar.unit
        guard beat.isWhole else { return (beat * 2).isWhole ? .offBeat : .fraction }
        let number = beat.floor.modulo(max(bar.count, 1))
        if number == 0 { return .downbeat }
        let isCompound = bar.count > 3 && bar.count % 3 == 0
        if isCompound { return number % 3 == 0 ? .secondary : .offBeat }
        return bar.count % 2 == 0 && bar.count > 2 && number == bar.count / 2 ? .secondary : .beat
    }

    /// True when a time is a beat of its measure.
    func isBeat(_ time: Fraction) -> Bool { place(of: time).beat.isWhole }
}
