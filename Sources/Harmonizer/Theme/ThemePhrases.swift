internal import Counterpoint
internal import ScoreModel

/// The last notes of a theme's phrases, and who says so.
struct ThemePhrases {
    /// Indices of events of the voice, in order.
    let ends: [Int]
    /// Those that have a fermata in the score.
    let fermatas: [Int]
    /// How many were found, in no sign of the score nor in what was given.
    let found: Int
    /// True when somebody, or the fermatas of the score, said where all phrases end.
    var areSaid: Bool { found == 0 && !ends.isEmpty }

    init(_ score: Score, _ voice: Voice, _ wishes: ThemeWishes.Phrases) throws(ThemeError) {
        fermatas = voice.events.indices.filter { voice.events[$0].hasFermata }
        switch wishes {
        case .given(let places):
            let melody = Melody(score, voice)
            var given: Set<Int> = []
            for place in places { given.insert(try melody.end(at: place, in: score)) }
            (ends, found) = (given.sorted(), 0)
        case .found:
            // Where fermatas leave more notes between them than a phrase has, they are no ends of phrases alone.
            let bounds = [-1] + fermatas + [voice.events.count - 1]
            if zip(bounds, bounds.dropFirst()).allSatisfy({ $1 - $0 <= PhraseSearch.mostNotes }), fermatas.count > 1 {
                (ends, found) = (fermatas, 0)
            } else {
                ends = PhraseSearch(Melody(score, voice), given: Set(fermatas)).ends
                found = ends.count - fermatas.count
            }
        }
    }
}

extension Melody {
    /// The note that a phrase is said to end with.
    fileprivate func end(at place: ThemeWishes.PhraseEnd, in score: Score) throws(ThemeError) -> Int {
        let site = Diagnostic.Place(measure: place.measure)
        guard let measure = score.measures.firstIndex(where: { $0.number == place.measure }) else {
            throw ThemeError(.phraseMissing, "a phrase is to end in a measure that the score does not have", at: site)
        }
        let (start, length) = (score.measures[measure].onset, score.measures[measure].length)
        guard let beat = place.beat else {
            let evidence = PhraseEvidence(self, .fitted)
            let inside = tones.indices.filter { (start..<start + length).contains(tones[$0].onset) }
            // Of equal ones the later.
            guard let end = inside.max(by: { evidence($0) <= evidence($1) }) else {
                throw ThemeError(
                    .phraseMissing, "a phrase is to end in a measure in which the theme begins no note", at: site)
            }
            return end
        }
        let frame = score.gridMeasures[measure]
        let unit = frame.meter?.components.first.map { 4 / Fraction($0.beatType) } ?? 1
        let time = start + (beat - 1) * unit - frame.offset
        guard let end = tones.firstIndex(where: { $0.onset <= time && time < $0.end }) else {
            throw ThemeError(
                .phraseMissing, "a phrase is to end on beat \(beat), where the theme has no note", at: site)
        }
        return end
    }
}
