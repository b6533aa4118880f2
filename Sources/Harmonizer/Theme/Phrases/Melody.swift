internal import Counterpoint
internal import ScoreModel

/// A voice as somebody hears it who looks for the ends of its phrases.
struct Melody {
    /// A note, ties joined.
    struct Tone {
        /// When it begins, in quarter notes.
        var onset: Fraction
        /// When it ends.
        var end: Fraction
        /// Its sounding key.
        var key: Int
        /// Where in a full measure it begins, in quarter notes; nil without a meter.
        var place: Fraction?
        /// The meter there.
        var meter: Meter?
        /// What is sung on it, in the first of its verses; nil where the syllable before is held.
        var syllable: Lyric?
        /// True when a double bar, a final bar or a repeat sign stands at its end.
        var endsSection = false
    }

    /// Its notes.
    private(set) var tones: [Tone] = []
    /// Whether enough of it is sung for its words to tell anything.
    let isSung: Bool
    /// The length of a full measure of its first meter, in quarter notes; four without a meter.
    let measure: Fraction
    /// How long its notes mostly last, in quarter notes.
    let usualLength: Fraction

    init(_ score: Score, _ voice: Voice) {
        let part = score.parts[voice.part]
        var syllables: [Int: Lyric] = [:]
        for lyric in part.lyrics where syllables[lyric.note].map({ $0.verse == lyric.value.verse }) ?? true {
            syllables[lyric.note] = lyric.value
        }
        let sections = Set(
            score.parts.flatMap(\.barlines).filter { $0.value.endsSection }.map(\.onset))
        let measures = score.gridMeasures
        var measure = 0
        for event in voice.events {
            while measure + 1 < measures.count, measures[measure + 1].onset <= event.onset { measure += 1 }
            var tone = Tone(onset: event.onset, end: event.end, key: event.pitch.keyNumber)
            if measures.indices.contains(measure), let meter = measures[measure].meter {
                tone.meter = meter
                tone.place = event.onset - measures[measure].onset + measures[measure].offset
            }
            tone.syllable = syllables[event.note]
            tone.endsSection = sections.contains(event.end)
            tones.append(tone)
        }
        let sung = tones.count { $0.syllable != nil }
        isSung = sung * 5 > tones.count * 2
        self.measure = tones.lazy.compactMap(\.meter?.length).first ?? 4
        let lengths = tones.map { $0.end - $0.onset }.sorted()
        usualLength = lengths.isEmpty ? 1 : lengths[lengths.count / 2]
    }

    /// From the beginning of one note to that of the next; for the last one, its length.
    func interval(after index: Int) -> Fraction {
        (index + 1 < tones.count ? tones[index + 1].onset : tones[index].end) - tones[index].onset
    }
}

extension Barline {
    fileprivate var endsSection: Bool {
        `repeat` != nil || style == "light-light" || style == "light-heavy"
    }
}
