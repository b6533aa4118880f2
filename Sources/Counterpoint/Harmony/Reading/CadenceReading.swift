import ScoreModel

/// Tells how phrases end, by their last two chords and the key of the last (Aldwell & Schachter; Caplin, Classical Form, for the names).
struct CadenceReading {
    private(set) var cadences: [Cadence] = []

    init(_ passage: Passage, _ chords: [ChordSpan]) {
        var different: Int?
        for (index, last) in chords.enumerated() {
            if index > 0, chords[index - 1].chord.over(.root) != last.chord.over(.root) { different = index - 1 }
            let boundary = passage.moments[last.moments.upperBound].boundary
            guard boundary != nil || index == chords.count - 1 else { continue }
            let before = different.map { chords[$0] }
            let top = passage.mainVoices.first.flatMap { passage.event($0, at: last.moments.upperBound - 1) }
            cadences.append(
                Cadence(
                    kind: CadenceReading.kind(before, last, top: top), chord: index, end: last.end,
                    boundary: index == chords.count - 1 ? nil : boundary,
                    confidence: min(last.confidence, before?.confidence ?? 1)))
        }
    }

    /// What two chords make of the end of a phrase.
    private static func kind(_ before: ChordSpan?, _ last: ChordSpan, top: Event?) -> Cadence.Kind? {
        let key = last.key
        let isTriad = [.major, .minor].contains(last.chord.quality)
        let isDominant = last.chord.root == key.dominant && [.major, .dominantSeventh].contains(last.chord.quality)
        guard let before else { return isDominant ? .half : nil }
        let comesFromDominant = before.isDominant(of: key)
        if last.chord.root == key.tonic, isTriad {
            if comesFromDominant {
                let isPerfect =
                    before.chord.root == key.dominant && before.chord.bass == .root && last.chord.bass == .root
                    && top?.pitchClass == key.tonic.pitchClass
                return isPerfect ? .perfectAuthentic : .imperfectAuthentic
            }
            return before.chord.root == key.tonic + -1 ? .plagal : nil
        }
        if isDominant {
            let isPhrygian =
                key.mode == .minor && before.chord.root == key.tonic + -1 && before.chord.bass == .third
                && before.chord.quality.triad == .minor
            return isPhrygian ? .phrygianHalf : .half
        }
        let isSubstitute =
            isTriad
            && (last.chord.root == key.tonic + (key.mode == .major ? 3 : -4)
                || last.chord.root == key.tonic + -1 && last.chord.bass == .third)
        return comesFromDominant && isSubstitute ? .deceptive : nil
    }
}

extension ChordSpan {
    /// True for a chord that leads to the tonic of a key: V, V7, vii and what is built on it.
    func isDominant(of key: Tonality) -> Bool {
        switch chord.quality {
        case .major, .dominantSeventh: chord.root == key.dominant
        case .diminished, .halfDiminishedSeventh, .diminishedSeventh: chord.root == key.leadingTone
        default: false
        }
    }
}
