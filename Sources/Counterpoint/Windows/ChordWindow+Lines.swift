import ScoreModel

/// Where the notes of a chord come from, and where they go.
extension ChordWindow {
    /// The moment before one of its own.
    func slice(before index: Int) -> Slice? {
        guard index > 0 else { return sliceBefore }
        return slices.indices.contains(index - 1) ? slices[index - 1] : nil
    }

    /// What a voice sounds just before one of the moments, when that is the pitch that it sounds then: held or struck again.
    func preparation(of voice: Int, at index: Int) -> Note? {
        guard slices.indices.contains(index), let note = slices[index].notes[voice],
            let before = slice(before: index)?.notes[voice], before.event.height == note.event.height,
            before.event.end >= note.event.onset
        else { return nil }
        return before
    }

    /// The one or two notes that follow an ornament in its voice without a rest, as far as they are seen from here.
    func notesAfter(_ ornament: OrnamentNote) -> [Event] {
        guard let first = ornament.next else { return [] }
        for slice in slices.dropFirst(ornament.slice) {
            if let event = slice.notes[ornament.ornament.voice]?.event, event.onset == first.end {
                return [first, event]
            }
        }
        guard let event = sliceAfter?.notes[ornament.ornament.voice]?.event, event.onset == first.end else {
            return [first]
        }
        return [first, event]
    }

    /// True when a note lasts to the end of the phrase.
    func lastsToPhraseEnd(_ event: Event) -> Bool { cadence.map { event.end >= $0.end } ?? false }

    /// The numeral and the tones of its chord: `V7 (G B D F)`.
    var chordWords: String {
        let tones = Chord.Member.allCases.compactMap { span.chord[$0]?.description }
        return "\(span.numeral) (\(tones.joined(separator: " ")))"
    }
}

extension ChordWindow {
    /// True for what begins as a suspension does, prepared as a tone of a chord and foreign on a beat, and does not go on as one.
    func isUnresolvedSuspension(_ ornament: OrnamentNote) -> Bool {
        let voice = ornament.ornament.voice
        switch ornament.ornament.kind {
        case .suspension, .retardation, .pedal: return false
        default: break
        }
        guard slices.indices.contains(ornament.slice), let before = slice(before: ornament.slice),
            preparation(of: voice, at: ornament.slice)?.member != nil
        else { return false }
        let strength = slices[ornament.slice].strength
        return strength >= .beat && strength >= before.strength && !lastsToPhraseEnd(ornament.event)
    }
}

extension Event {
    /// The letters to another note, upwards: 1 or -1 for a step.
    func steps(to other: Event) -> Int { other.steps - steps }
}
