/// How many voices tones need, and where these lie.
struct Polyphony {
    /// How many voices sound at a time at the most, at least 1.
    let voices: Int
    /// For each voice from the lowest its mean key at moments when just so many sound.
    let registers: [Double]
    /// For each number from 1, how many quarter notes long at least so many tones sound.
    let times: [Double]

    /// More at a time are no voices that anyone follows; a MIDI file has as many channels.
    static let most = 16
    /// What sounds at a time is looked at one by one up to here, so that the cost is bounded.
    private static let mostSounding = 4 * most
    /// A voice that never sounds beside all others for more than a sixteenth, and so for less than this share of the time, is made of
    /// tones that were held too long. Where each twentieth tone of a chorale is, it comes to 0.06.
    private static let leastShare = 0.1

    /// Nil for tones of which too many sound at a time.
    ///
    /// - Parameters:
    ///   - tones: Sorted by onset.
    ///   - most: How many voices at most.
    ///   - allowsChords: Whether tones that begin and end together count once.
    init?(_ tones: [Sounding], most: Int? = nil, allowsChords: Bool = false) {
        let moments = tones.moments()
        var tally = Tally()
        var active: [Sounding] = []
        for (index, moment) in moments.enumerated() {
            let onset = tones[moment.lowerBound].onset
            let next = index + 1 < moments.count ? tones[moments[index + 1].lowerBound].onset : .infinity
            let new = allowsChords ? Polyphony.chords(tones[moment]) : Array(tones[moment])
            active.removeAll { $0.end <= onset }
            guard active.count + new.count <= Polyphony.mostSounding else { return nil }
            tally.add(new, to: active, until: next)
            active += new
        }
        var needed = tally.needed
        while needed > 1, tally.longest[needed - 1] <= Sounding.slip + Sounding.rounding,
            tally.times[needed - 1] < Polyphony.leastShare * tally.times[0]
        {
            needed -= 1
        }
        voices = max(1, min(needed, most ?? needed))
        guard voices <= Polyphony.most else { return nil }
        registers = tally.registers(voices)
        times = Array(tally.times.prefix { $0 > 0 })
    }

    /// One tone in the middle of each chord.
    private static func chords(_ tones: ArraySlice<Sounding>) -> [Sounding] {
        let byEnd = tones.sorted { ($0.end, $0.key) < ($1.end, $1.key) }
        var chords: [Sounding] = []
        var lowest = byEnd[0]
        for (index, tone) in byEnd.enumerated() {
            if tone.end != lowest.end { lowest = tone }
            guard index + 1 == byEnd.count || byEnd[index + 1].end != tone.end else { continue }
            chords.append(Sounding(tone, key: (lowest.key + tone.key) / 2))
        }
        return chords
    }

    /// What is counted at the moments when tones begin.
    private struct Tally {
        var needed = 1
        /// How long at least so many sound, in all and at most without a pause, from 1.
        var times = [Double](repeating: 0, count: mostSounding)
        var longest = [Double](repeating: 0, count: mostSounding)
        /// For each number that sounds, the sums of their keys from the lowest, and at how many moments.
        private var sums = [[Double]](repeating: [], count: most + 1)
        private var moments = [Double](repeating: 0, count: most + 1)
        private var (lowest, highest) = (Int.max, Int.min)

        mutating func add(_ new: [Sounding], to active: [Sounding], until next: Double) {
            let held = active.filter { tone in new.contains { tone.sounds(against: $0) } }
            for tone in new { needed = max(needed, new.count + held.count { $0.sounds(against: tone) }) }
            for (place, end) in (active + new).map(\.end).sorted(by: >).enumerated() {
                times[place] += min(end, next) - new[0].onset
                longest[place] = max(longest[place], end - new[0].onset)
            }
            let keys = (held + new).map(\.key).sorted()
            (lowest, highest) = (min(lowest, keys[0]), max(highest, keys[keys.count - 1]))
            guard keys.count <= most else { return }
            if sums[keys.count].isEmpty { sums[keys.count] = Array(repeating: 0, count: keys.count) }
            for (place, key) in keys.enumerated() { sums[keys.count][place] += Double(key) }
            moments[keys.count] += 1
        }

        /// Where so many voices lie; evenly between the lowest and the highest tone when never just so many sound.
        func registers(_ voices: Int) -> [Double] {
            if !sums[voices].isEmpty { return sums[voices].map { $0 / moments[voices] } }
            guard lowest <= highest else { return Array(repeating: 0, count: voices) }
            let step = Double(highest - lowest) / Double(voices)
            return (0..<voices).map { Double(lowest) + step * (Double($0) + 0.5) }
        }
    }
}
