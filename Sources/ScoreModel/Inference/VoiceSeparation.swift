/// The voices of polyphonic music, found in its tones.
///
/// A voice has one tone at a time. Its tones may overlap by what players and quantizers leave: by a sixteenth where they are twice as
/// long, and by a sixteenth at all where that is an exception in the whole.
///
///     VoiceSeparation(tones).voices  // [3, 2, 1, 0, …] for a chord of four voices from the bass up
public struct VoiceSeparation: Sendable {
    /// For each tone its voice: 0 is the highest, as voices lie on the whole.
    public let voices: [Int]
    /// How many voices there are: none where there are no tones, one for a melody.
    public let count: Int
    /// How sure the voices are, from 0 to 1: the share of tones that are expected to be in the right one.
    public let confidence: Double

    /// Finds the voices of tones in any order.
    ///
    /// - Parameters:
    ///   - most: How many voices at most; where more tones sound at a time, some share a voice.
    ///   - allowsChords: Whether tones that begin and end together may share a voice as a chord, as in keyboard music.
    /// - Complexity: O(*n* log *n*).
    public init(_ tones: [Tone], most: Int? = nil, allowsChords: Bool = false) {
        let (soundings, indices) = tones.inOrder()
        let found: [Int]
        if let polyphony = Polyphony(soundings, most: most, allowsChords: allowsChords) {
            (found, confidence) = VoiceSeparation.lines(soundings, polyphony, allowsChords: allowsChords)
        } else {
            found = VoiceSeparation.layers(soundings, most: most, allowsChords: allowsChords)
            confidence = 0
        }
        let places = VoiceSeparation.places(of: found, soundings)
        var voices = [Int](repeating: 0, count: tones.count)
        for (index, voice) in zip(indices, found) { voices[index] = places[voice] }
        self.voices = voices
        count = (voices.max() ?? -1) + 1
    }

    /// How many beginnings a search keeps that only shows where voices lie, or that has more voices than can be searched well.
    private static let roughWidth = 6
    /// How many another search keeps; twice as many find no better lines in chorales.
    private static let fineWidth = 24

    /// The lines that lead on best, and how sure they are.
    private static func lines(_ tones: [Sounding], _ polyphony: Polyphony, allowsChords: Bool) -> ([Int], Double) {
        guard polyphony.voices > 1 else { return (tones.map { _ in 0 }, 1) }
        var leading = VoiceLeading(registers: polyphony.registers, allowsChords: allowsChords)
        let first = VoiceSearch(tones, leading: leading).assignment(width: roughWidth)
        leading.registers = means(of: first, tones, around: polyphony.registers)
        let search = VoiceSearch(tones, leading: leading)
        let second = search.assignment(width: polyphony.voices <= 6 ? fineWidth : roughWidth)
        return (second, search.confidence(in: second))
    }

    /// The mean key of each voice, which a voice of few tones hardly moves from where it was thought to lie.
    private static func means(of voices: [Int], _ tones: [Sounding], around registers: [Double]) -> [Double] {
        let weight = 5.0
        var sums = registers.map { $0 * weight }
        var counts = registers.map { _ in weight }
        for (tone, voice) in zip(tones, voices) {
            sums[voice] += Double(tone.key)
            counts[voice] += 1
        }
        return zip(sums, counts).map(/)
    }

    /// Layers for more tones at a time than anyone hears as lines: each tone goes to the layer that became free last.
    private static func layers(_ tones: [Sounding], most: Int?, allowsChords: Bool) -> [Int] {
        let byEnd = tones.indices.sorted { (tones[$0].end, $0) < (tones[$1].end, $1) }
        var ended = byEnd[...]
        var found = [Int](repeating: 0, count: tones.count)
        var (free, used): ([Int], Int) = ([], 0)
        for moment in tones.moments() {
            while let index = ended.first, tones[index].end <= tones[moment.lowerBound].onset, index < moment.lowerBound
            {
                free.append(found[ended.removeFirst()])
            }
            var chords: [Double: Int] = [:]
            for index in moment.reversed() {
                if allowsChords, let layer = chords[tones[index].end] {
                    found[index] = layer
                    continue
                }
                if free.isEmpty, used >= max(1, most ?? .max) {
                    found[index] = used - 1
                } else if let layer = free.popLast() {
                    found[index] = layer
                } else {
                    found[index] = used
                    used += 1
                }
                chords[tones[index].end] = found[index]
            }
        }
        return found
    }

    /// The place of each voice among those that have tones, from the highest by their mean keys.
    private static func places(of voices: [Int], _ tones: [Sounding]) -> [Int] {
        var sums = [Double](repeating: 0, count: (voices.max() ?? -1) + 1)
        var counts = sums
        for (tone, voice) in zip(tones, voices) {
            sums[voice] += Double(tone.key)
            counts[voice] += 1
        }
        let used = sums.indices.filter { counts[$0] > 0 }
            .sorted { (-sums[$0] / counts[$0], -$0) < (-sums[$1] / counts[$1], -$1) }
        var places = [Int](repeating: 0, count: sums.count)
        for (place, voice) in used.enumerated() { places[voice] = place }
        return places
    }
}
