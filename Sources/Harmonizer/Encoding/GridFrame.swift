internal import ScoreModel

/// The measures, meters and key signatures that the ticks of a grid tell.
///
/// Beats tell meters up to the way they are written: four quarter notes are 4/4, six of them 3/2. Where nothing is known, measures are 4/4.
struct GridFrame {
    private(set) var measures: [Measure] = []
    private(set) var meters: [Timed<Meter>] = []
    private(set) var keys: [Timed<Key>] = []

    /// Measures of one meter: the ticks, and of which beats.
    private struct Section {
        var ticks: Range<Int>
        var beats: Int?
    }

    private let ticks: [TickContext]
    private let times: TickTimes

    init(_ grid: Grid) {
        (ticks, times) = (grid.ticks, grid.times)
        var start = 0
        for tick in ticks.indices where tick + 1 == ticks.count || ticks[tick + 1].meterBeats != ticks[tick].meterBeats
        {
            append(Section(ticks: start..<tick + 1, beats: ticks[tick].meterBeats))
            start = tick + 1
        }
        setKeys()
    }

    private mutating func append(_ section: Section) {
        let beat = beat(section)
        let bars = bars(of: section, beat)
        var full = Fraction(section.beats ?? Self.usualBeats) * beat
        // The last beat of 5/8 is half a beat.
        let longest = bars.map { $0.offset + length(of: $0.ticks) }.max() ?? full
        if longest < full, longest > full - beat { full = longest }
        let meter = Meter(length: full, beat: beat)
        if let first = bars.first, meters.last?.value != meter {
            meters.append(Timed(onset: times[first.ticks.lowerBound], measure: measures.count, value: meter))
        }
        for bar in bars {
            let isPickup = measures.isEmpty && bar.offset > .zero
            let number = measures.count + ((measures.first?.isImplicit ?? isPickup) ? 0 : 1)
            measures.append(
                Measure(
                    number: "\(number)", isImplicit: isPickup, onset: times[bar.ticks.lowerBound],
                    length: length(of: bar.ticks)))
        }
    }

    private func length(of ticks: Range<Int>) -> Fraction { times[ticks.upperBound] - times[ticks.lowerBound] }

    /// The measures of a section, and how much of a full one went before.
    private func bars(of section: Section, _ beat: Fraction) -> [(ticks: Range<Int>, offset: Fraction)] {
        func place(_ tick: Int) -> Fraction {
            guard section.beats != nil else {
                let full = Fraction(Self.usualBeats) * beat
                let time = times[tick] - times[section.ticks.lowerBound]
                return time - Fraction((time / full).floor) * full
            }
            return Fraction(ticks[tick].beatInMeasure ?? 0) * beat + (ticks[tick].placeInBeat ?? .zero)
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

    /// The length of the section's beats, by how far its ticks go from them.
    private func beat(_ section: Section) -> Fraction {
        guard section.beats != nil else { return 1 }
        func end(_ tick: Int) -> Fraction { (ticks[tick].placeInBeat ?? .zero) + length(of: tick..<tick + 1) }
        let last = section.ticks.map(end).max() ?? 1
        if last > 1 { return 3 / 2 }
        let isShort = section.ticks.dropLast().contains { end($0) == 3 / 4 && ticks[$0 + 1].placeInBeat == .zero }
        return last == 3 / 4 && isShort ? 3 / 4 : 1
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
