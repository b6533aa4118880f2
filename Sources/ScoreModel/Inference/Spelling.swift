/// The names of tones.
///
/// Names are places on the line of fifths (…, B♭, F, C, G, …, F♯, …), as in Temperley, The Cognition of Basic Musical Structures
/// (2001), chapter 5: each tone takes the place that lies best with the local key, the signature, the tones before and after it in
/// its voice, and the tones that sound with it (``SpellingCosts``). Names depend on each other, so that they are chosen again, forwards
/// and backwards in time, until none changes any more.
public struct Spelling: Sendable {
    /// One pitch for each tone, in their order, whose `keyNumber` is the tone's key.
    public let pitches: [Pitch]
    /// How sure each name is: the share of right names among names of such confidence, from 0 to 1.
    public let confidences: [Double]

    /// Names tones.
    ///
    /// - Parameters:
    ///   - tones: The tones, in any order.
    ///   - keys: The local keys; C major where there is none.
    ///   - signatures: The written signatures; local keys are taken as near to them on the circle of fifths as they can be.
    ///   - lines: The voice of each tone; a tone without one is in the first.
    /// - Complexity: O(*n* log *n*).
    public init(_ tones: [Tone], keys: [KeyFinding.Region], signatures: [KeyFinding.Region]?, lines: [Int]) {
        let order = tones.indices.sorted {
            (tones[$0].onset, tones[$0].key, $0) < (tones[$1].onset, tones[$1].key, $1)
        }
        let sorted = order.map { tones[$0] }
        let neighbours = ToneNeighbours(sorted, lines: order.map { lines.indices.contains($0) ? lines[$0] : 0 })
        let contexts = SpellingContext.contexts(of: sorted, keys: keys, signatures: signatures)
        let choices = zip(sorted, contexts).map { $1.choices($0.pitchClass) }
        var places = choices.map(\.first)
        var leads = Array(repeating: 0.0, count: sorted.count)
        for sweep in 0..<Self.sweeps {
            var hasChanged = false
            for step in sorted.indices {
                let index = sweep % 2 == 0 ? step : sorted.count - 1 - step
                let choice = choices[index]
                let first = SpellingCosts.score(choice.first, at: index, contexts[index], neighbours, places)
                let second = SpellingCosts.score(choice.second, at: index, contexts[index], neighbours, places)
                let best = first >= second ? choice.first : choice.second
                leads[index] = abs(first - second)
                if places[index] != best { (places[index], hasChanged) = (best, true) }
            }
            if !hasChanged { break }
        }
        var pitches = Array(repeating: Pitch(.c, octave: 4), count: tones.count)
        var confidences = Array(repeating: 0.0, count: tones.count)
        for (position, index) in order.enumerated() {
            pitches[index] = Pitch(fifth: places[position], key: tones[index].key)
            confidences[index] = 1 / (1 + exponential(-leads[position]))
        }
        self.pitches = pitches
        self.confidences = confidences
    }

    /// How often names are chosen again at most; three are enough for nearly all music.
    private static let sweeps = 4
}
