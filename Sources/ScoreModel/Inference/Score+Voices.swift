extension Score {
    /// The score with voices found wherever a voice sounds several tones at a time.
    ///
    /// Each staff with such a voice gets the voices of ``VoiceSeparation``, the highest one first, with stems up and down by turns. All
    /// else stays: measures, spelling, lyrics, signs. Notes that are tied are one tone; grace notes go with the note that they lead to,
    /// beams with their notes. A rest stays where a voice has room for it, and is hidden where none has.
    ///
    /// - Parameters:
    ///   - most: How many voices a staff has at most.
    ///   - allowsChords: Whether tones that begin and end together may stay one voice's chord.
    public func separatingVoices(most: Int? = nil, allowsChords: Bool = false) -> Score {
        var score = self
        let parts = parts
        score.parts = parallel(parts.count) { parts[$0].separatingVoices(most: most, allowsChords: allowsChords) }
        return score
    }

    /// The score with a part for each voice of each part that has several.
    ///
    /// The first of the new parts keeps what is said apart from notes, such as tempo and dynamics; all have the measures, keys, meters and
    /// clefs of their staff, and rests where their voice is silent.
    public func dividingParts() -> Score {
        var score = self
        var starts: [Int] = []
        score.parts = []
        for part in parts {
            starts.append(score.parts.count)
            score.parts += part.dividedByVoice(in: measures)
        }
        starts.append(score.parts.count)
        for index in groups.indices {
            let range = groups[index].parts.clamped(to: 0..<parts.count)
            score.groups[index].parts = starts[range.lowerBound]..<starts[range.upperBound]
        }
        return score
    }
}
