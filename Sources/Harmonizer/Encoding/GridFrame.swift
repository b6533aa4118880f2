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

    init(_ ticks: [TickContext]) {
        self.ticks = ticks
        var start = 0
        for tick in ticks.indices where tick + 1 == ticks.count || ticks[tick + 1].meterBeats != ticks[tick].meterBeats
        {
            append(Section(ticks: start..<tick + 1, beats: ticks[tick].meterBeats))
            start = tick + 1
        }
        setKeys()
    }

    private mutating func append(_ section: Section) {
        let ticksPerBeat = ticksPerBeat(section)
        let bars = bars(of: section, ticksPerBeat)
        var full = (section.beats ?? Self.usualBeats) * ticksPerBeat
        // The last beat of 5/8 is half a beat.
        let longest = bars.lazy.map { $0.offset + $0.ticks.count }.max() ?? full
        if longest < full, longest > full - ticksPerBeat { full = longest }
        let meter = Meter(ticks: full, ticksPerBeat: ticksPerBeat)
        if let first = bars.first, meters.last?.value != meter {
            meters.append(Timed(onset: time(first.ticks.lowerBound), measure: measures.count, value: meter))
        }
        for bar in bars {
            let isPickup = measures.isEmpty && bar.offset > 0
            let number = measures.count + ((measures.first?.isImplicit ?? isPickup) ? 0 : 1)
            measures.append(
                Measure(
                    number: "\(number)", isImplicit: isPickup, onset: time(bar.ticks.lowerBound),
                    length: time(bar.ticks.count)))
        }
    }

    /// The measures of a section, and how many ticks of a full one went before.
    private func bars(of section: Section, _ ticksPerBeat: Int) -> [(ticks: Range<Int>, offset: Int)] {
        func place(_ tick: Int) -> Int {
            guard section.beats != nil else {
                return (tick - section.ticks.lowerBound) % (Self.usualBeats * ticksPerBeat)
            }
            return (ticks[tick].beatInMeasure ?? 0) * ticksPerBeat + (ticks[tick].tickInBeat ?? 0)
        }
        var bars: [(ticks: Range<Int>, offset: Int)] = []
        var start = section.ticks.lowerBound
        for tick in section.ticks
        where tick + 1 == section.ticks.upperBound || place(tick + 1) != place(tick) + 1 {
            bars.append((start..<tick + 1, place(start)))
            start = tick + 1
        }
        return bars
    }

    private func ticksPerBeat(_ section: Section) -> Int {
        guard section.beats != nil else { return Grid.ticksPerQuarter }
        let last = section.ticks.lazy.compactMap { ticks[$0].tickInBeat }.max() ?? 0
        if last >= Grid.ticksPerQuarter { return 6 }
        let isShort = section.ticks.dropLast().contains { ticks[$0].tickInBeat == 2 && ticks[$0 + 1].tickInBeat == 0 }
        return last == 2 && isShort ? 3 : Grid.ticksPerQuarter
    }

    private mutating func setKeys() {
        var fifths: Int?
        var measure = 0
        for tick in ticks.indices {
            guard let own = ticks[tick].fifths, own != fifths else { continue }
            while measure + 1 < measures.count, measures[measure + 1].onset <= time(tick) { measure += 1 }
            keys.append(Timed(onset: time(tick), measure: measure, value: .traditional(fifths: own)))
            fifths = own
        }
    }

    private func time(_ ticks: Int) -> Fraction { Fraction(ticks) / Fraction(Grid.ticksPerQuarter) }

    private static let usualBeats = 4
}

extension TickContext {
    /// The beats of a whole measure, where the place in it is known too.
    fileprivate var meterBeats: Int? {
        tickInBeat == nil || beatInMeasure == nil ? nil : beatsPerMeasure
    }
}

extension Meter {
    /// The usual meter of so many ticks.
    fileprivate init(ticks: Int, ticksPerBeat: Int) {
        let (beats, type) =
            switch ticksPerBeat {
            case 6: (ticks / 2, 8)
            case 3: (ticks, 16)
            default:
                if ticks == 24 || ticks == 32 {
                    (ticks / 8, 2)
                } else if ticks % 4 == 0 {
                    (ticks / 4, 4)
                } else {
                    ticks % 2 == 0 ? (ticks / 2, 8) : (ticks, 16)
                }
            }
        self.init(Component(beats: [beats], beatType: type).map { [$0] } ?? [])
    }
}
