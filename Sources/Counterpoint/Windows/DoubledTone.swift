import ScoreModel

/// A tone of a chord that two voices or more sound on a beat.
struct DoubledTone: Sendable {
    /// When, as an index of ``ChordWindow/slices``.
    let slice: Int
    /// The voices with their notes, from top to bottom.
    let notes: [Offence.Note]
    /// True when the voices come from octaves or unisons and go on to others, or when only an occasional voice or an
    /// instrument beside a choir doubles: one line, played twice.
    let isTexture: Bool
}

extension ChordWindow {
    /// The first beat of the chord at which more than one voice sounds a tone of it; nil when there is none, or when the same voices go on
    /// with it from the chord before.
    ///
    /// - Parameter earlier: The place of the tone in the chord before, if doubling it is the same fault there.
    func doubled(_ member: Chord.Member, earlier: Chord.Member?) -> DoubledTone? {
        let beat = slices.indices.first { index in
            slices[index].strength >= .beat
                && slices[index].voices(on: member).count { !passes($0, at: index) } > 1
        }
        guard let beat else { return nil }
        let voices = slices[beat].voices(on: member)
        if beat == 0, slices[beat].boundary == nil, let earlier, let chord = previous?.chord,
            let tone = span.chord[member], chord[earlier] == tone, sliceBefore?.voices(on: earlier) == voices
        {
            return nil
        }
        return DoubledTone(
            slice: beat, notes: slices[beat].offenceNotes(of: voices), isTexture: isTexture(voices, at: beat))
    }

    /// True when a voice comes by step to what it sounds and leaves it by step before the next beat.
    private func passes(_ voice: Int, at index: Int) -> Bool {
        guard let event = slices[index].notes[voice]?.event,
            let before = (index > 0 ? slices[index - 1] : sliceBefore)?.notes[voice]?.event,
            let after = (slices[(index + 1)...] + [sliceAfter].compactMap { $0 })
                .first(where: { $0.notes[voice]?.event.onset != event.onset }),
            let next = after.notes[voice]?.event
        else { return false }
        return after.strength < .beat && abs(before.steps - event.steps) == 1 && abs(next.steps - event.steps) == 1
    }

    private func isTexture(_ voices: [Int], at index: Int) -> Bool {
        if voices.filter({ mainVoices.contains($0) && !instruments.contains($0) }).count < 2,
            instruments.count < labels.count
        {
            return true
        }
        let before = slices[..<index].reversed() + [sliceBefore].compactMap { $0 }
        let after = slices[(index + 1)...] + [sliceAfter].compactMap { $0 }
        return moveInOctaves(voices, from: slices[index], through: Array(before))
            && moveInOctaves(voices, from: slices[index], through: Array(after))
    }

    /// True when all voices leave (or reach) their notes together, for octaves or unisons of another tone.
    private func moveInOctaves(_ voices: [Int], from slice: Slice, through others: [Slice]) -> Bool {
        let heights = voices.map { slice.notes[$0]?.event.height }
        guard
            let other = others.first(where: { other in
                zip(voices, heights).contains { other.notes[$0]?.event.height != $1 }
            })
        else { return false }
        let classes = voices.compactMap { other.notes[$0]?.event.pitchClass }
        return classes.count == voices.count && Set(classes).count == 1
    }
}

extension ChordWindow.Slice {
    /// The voices that sound a tone of the chord.
    func voices(on member: Chord.Member) -> [Int] {
        notes.indices.filter { notes[$0]?.member == member }
    }

    /// What the given voices sound.
    func offenceNotes(of voices: some Sequence<Int>) -> [Offence.Note] {
        voices.compactMap { voice in notes[voice].map { Offence.Note(voice: voice, event: $0.event) } }
    }
}

extension Offence {
    /// A fault of a tone that is doubled.
    init(_ tone: DoubledTone, in window: ChordWindow, _ name: String) {
        let places = tone.notes.map { "\($0.event.pitch) in \(window.labels[$0.voice])" }
        self.init(
            at: window.slices[tone.slice].time, notes: tone.notes,
            message: "the \(name) of \(window.span.numeral) is doubled: \(places.joined(separator: ", "))")
        confidence = window.confidence
        if tone.isTexture { degree = .mild }
    }
}
