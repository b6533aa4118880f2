internal import ScoreModel

/// The measures, meters and key signatures that the ticks of a grid tell.
///
/// Beats tell meters up to the way they are written: four quarter notes are 4/4, six of them 3/2. Where nothing is known, measures are 4/4.
struct GridFrame {
    private(set) var measures: [Measure] = []
    private(set) var meters: [Timed<Meter>] = []
    private(set) var keys: [Timed<Key>] = []

    /// Measures of one meter: the ticks, of how many beats, and how long these are.
    private struct Section {
        var ticks: Range<Int>
        var beats: Int?
        var beat: Fraction
    }

    private let ticks: [TickContext]
    private let times: TickTimes

    init(_ grid: Grid) {
        (ticks, times) = (grid.ticks, grid.times)
        var (start, bar) = (0, 0)
        var beat: Fraction?
        for tick in ticks.indices {
            if startsBar(tick) { bar = tick }
            // Two quarter notes may be followed by two dotted ones: 2/4 by 6/8.
            if let own = beatEnding(with: tick), own != beat {
                if let beat, bar > start {
                    append(start..<bar, beat)
                    start = bar
                }
                beat = own
            }
            if tick + 1 == ticks.count || ticks[tick + 1].meterBeats != ticks[tick].meterBeats {
                append(start..<tick + 1, beat)
                (start, bar, beat) = (tick + 1, tick + 1, nil)
            }
        }
        setKeys()
    }

    private func startsBar(_ tick: Int) -> Bool {
        guard tick > 0, let before = ticks[tick - 1].beatInMeasure, let beat = ticks[tick].beatInMeasure else {
            return true
        }
        return beat < before
            || beat == before && ticks[tick].placeInBeat ?? .zero <= ticks[tick - 1].placeInBeat ?? .zero
    }

    /// The length of a beat that the next one follows after a tick.
    private func beatEnding(with tick: Int) -> Fraction? {
        guard tick + 1 < ticks.count, ticks[tick].meterBeats != nil,
            ticks[tick + 1].meterBeats == ticks[tick].meterBeats, ticks[tick + 1].placeInBeat == .zero,
            let beat = ticks[tick].beatInMeasure, ticks[tick + 1].beatInMeasure == beat + 1
        else { return nil }
        let end = end(tick)
        return [1, 3 / 2, 3 / 4].contains(end) ? end : nil
    }

    /// How long after its beat a tick ends.
    private func end(_ tick: Int) -> Fraction { (ticks[tick].placeInBeat ?? .zero) + length(of: tick..<tick + 1) }

    private mutating func append(_ ticks: Range<Int>, _ beat: Fraction?) {
        let beats = self.ticks[ticks.lowerBound].meterBeats
        append(Section(ticks: ticks, beats: beats, beat: beat ?? (beats == nil ? 1 : onlyBeat(ticks))))
    }

    /// The length of beats of which each is a measure, by how far its ticks go from them.
    private func onlyBeat(_ range: Range<Int>) -> Fraction {
        let last = range.lazy.map(end).max() ?? 1
        if last > 1 { return 3 / 2 }
        let isShort = range.dropLast().contains { end($0) == 3 / 4 && ticks[$0 + 1].placeInBeat == .zero }
        return last == 3 / 4 && isShort ? 3 / 4 : 1
    }

    private mutating func append(_ section: Section) {
        let bars = bars(of: section)
        var full = Fraction(section.beats ?? Self.usualBeats) * section.beat
        // The last beat of 5/8 is half a beat.
        let longest = bars.map { $0.offset + length(of: $0.ticks) }.max() ?? full
        if longest < full, longest > full - section.beat { full = longest }
        let meter = Meter(length: full, beat: section.beat)
        var counted = Fraction.zero
        for (index, bar) in bars.enumerated() {
            let (onset, length) = (times[bar.ticks.lowerBound], length(of: bar.ticks))
            // A short measure goes on where one before it stopped, unless the meter is said again.
            let goesOn = counted > .zero && length < full && counted + length <= full
            if index == 0 && meters.last?.value != meter || goesOn && bar.offset != counted {
                meters.append(Timed(onset: onset, measure: measures.count, value: meter))
            }
            counted = !measures.isEmpty && bar.offset + length < full ? bar.offset + length : .zero
            let isPickup = measures.isEmpty && bar.offset > .zero
            let number = measures.count + ((measures.first?.isImplicit ?? isPickup) ? 0 : 1)
            measures.append(Measure(number: "\(number)", isImplicit: isPickup, onset: onset, length: length))
        }
    }

    private func length(of ticks: Range<Int>) -> Fraction { times[ticks.upperBound] - times[ticks.lowerBound] }

    /// The measures of a section, and how much of a full one went before.
    private func bars(of section: Section) -> [(ticks: Range<Int>, offset: Fraction)] {
        func place(_ tick: Int) -> Fraction {
            guard section.beats != nil else {
                let full = Fraction(Self.usualBeats) * section.beat
                let time = times[tick] - times[section.ticks.lowerBound]
                return time - Fraction((time / full).floor) * full
            }
            return Fraction(ticks[tick].beatInMeasure ?? 0) * section.beat + (ticks[tick].placeInBeat ?? .zero)
        }
        var bars: [(ticks: Range<Int>, offset: Fraction)] = []
        var start = section.ticks.lowerBound
        for tick in section.ticks
        where tick + 1 == section.ticks.upperBound || place(tick + 1) != place(tick) + length(of: tick..<tick + 1) {
            bars.append((start..<tick + 1, place(start)))
            start = tick + 1
        }
        return bars
    }

    private mutating func setKeys() {
        var fifths: Int?
        var measure = 0
        for tick in ticks.indices {
            guard let own = ticks[tick].fifths, own != fifths else { continue }
            while measure + 1 < measures.count, measures[measure + 1].onset <= times[tick] { measure += 1 }
            keys.append(Timed(onset: times[tick], measure: measure, value: .traditional(fifths: own)))
            fifths = own
        }
    }

    private static let usualBeats = 4
}

extension TickContext {
    /// The beats of a whole measure, where the place in it is known too.
    fileprivate var meterBeats: Int? {
        placeInBeat == nil || beatInMeasure == nil ? nil : beatsPerMeasure
    }
}

extension Meter {
    /// The usual meter of measures so long, in quarter notes.
    fileprivate init(length: Fraction, beat: Fraction) {
        var type = 4
        if beat == 3 / 2 {
            type = 8
        } else if beat == 3 / 4 {
            type = 16
        } else if length == 6 || length == 8 {
            type = 2
        } else {
            while type < 64, !(length * Fraction(type) / 4).isWhole { type *= 2 }
        }
        let beats = (length * Fraction(type) / 4).rounded
        self.init(Component(beats: [beats], beatType: type).map { [$0] } ?? [])
    }
}
