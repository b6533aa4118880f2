/// A piece cut into windows, with how long each pitch class sounds in each: what keys are heard in.
struct KeyWindows {
    /// When each window begins, in quarter notes, ascending.
    private(set) var starts: [Fraction] = []
    /// How long each pitch class sounds, in quarter notes, window by window.
    private(set) var weights: [[Double]] = []
    /// When the last tone ends.
    let end: Fraction

    /// How long windows are where no bar lines are given: half a common bar.
    private static let usualLength = 2
    /// How many windows a tone counts in at most: a pedal point that is longer tells no more about the key.
    private static let longest = 16
    /// How much a window can weigh, in quarter notes of single tones; four voices in a long bar fill it.
    private static let heaviest = 32.0

    /// - Parameter tones: Sorted by onset.
    init(_ tones: [Tone], boundaries: [Fraction]) {
        end = tones.map(\.end).max() ?? .zero
        guard let first = tones.first?.onset else { return }
        if boundaries.isEmpty {
            // Windows in which nothing begins are left out, so that hostile times cannot ask for any number of them.
            for tone in tones {
                let start = Fraction(tone.onset.floor / Self.usualLength * Self.usualLength)
                if starts.last.map({ $0 < start }) ?? true { starts.append(start) }
            }
        } else {
            starts = [first]
            for boundary in boundaries.sorted() where boundary > first && boundary < end && boundary != starts.last {
                starts.append(boundary)
            }
        }
        starts[0] = first
        weights = Array(repeating: Array(repeating: 0, count: 12), count: starts.count)
        var window = 0
        for tone in tones {
            while window + 1 < starts.count, starts[window + 1] <= tone.onset { window += 1 }
            count(tone, from: window)
        }
        for index in weights.indices {
            let sum = weights[index].reduce(0, +)
            if sum > Self.heaviest { weights[index] = weights[index].map { $0 * Self.heaviest / sum } }
        }
    }

    private mutating func count(_ tone: Tone, from first: Int) {
        let toneEnd = tone.end
        for index in first..<min(starts.count, first + Self.longest) where starts[index] < toneEnd {
            let from = max(starts[index], tone.onset)
            let until = index + 1 < starts.count ? min(starts[index + 1], toneEnd) : toneEnd
            weights[index][tone.pitchClass] += max(0, (until - from).doubleValue)
        }
    }
}
