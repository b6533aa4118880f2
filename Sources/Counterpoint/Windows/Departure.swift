import ScoreModel

/// The way of a voice from a tone of one chord into the next chord.
struct Departure: Sendable {
    /// The voice, counted from the top.
    let voice: Int
    /// The last note of the voice that belongs to the chord.
    let tone: Event
    /// The note before it, if the window reaches that far.
    let previous: Event?
    /// What the voice sounds when the next chord begins, a tone of that chord.
    let arrival: Event
    /// True when the tone is struck between the beats.
    let isOffBeat: Bool

    /// Thousandths of a semitone from the tone to where it goes.
    var size: Int { arrival.height - tone.height }
    /// True when the voice keeps the letter: it holds the note, strikes it again, or alters it by a chromatic semitone.
    var stays: Bool { arrival.steps == tone.steps }
    /// True for a semitone up, of any spelling.
    var risesBySemitone: Bool { size == 1000 }
    /// True for a semitone or a whole tone down.
    var fallsByStep: Bool { (-2000 ... -1000).contains(size) }
    /// True when the voice comes a step down to the tone, and goes on a step down.
    var passesDown: Bool { previous?.steps == tone.steps + 1 && arrival.steps == tone.steps - 1 }
    /// True when the tone lies between two notes a step away, as passing notes and neighbours do.
    var isOrnamental: Bool {
        guard let previous else { return false }
        return abs(previous.steps - tone.steps) == 1 && abs(arrival.steps - tone.steps) == 1
    }
}

extension ChordWindow {
    /// Where the voices that end the chord on one of its tones go. Ornaments after the tone are passed over; voices that rest, or that begin
    /// the next chord with a note foreign to it, are left out, as are occasional ones.
    func departures(of member: Chord.Member) -> [Departure] {
        guard let after = sliceAfter else { return [] }
        return mainVoices.compactMap { voice in
            guard let arrival = after.notes[voice], arrival.member != nil,
                let last = slices.lastIndex(where: { $0.notes[voice].map { $0.member != nil } ?? true }),
                let note = slices[last].notes[voice], note.member == member
            else { return nil }
            let isSame = { (slice: Slice) in slice.notes[voice]?.event.onset == note.event.onset }
            let first = slices[...last].lastIndex { !isSame($0) }.map { $0 + 1 } ?? 0
            let before = first > 0 ? slices[first - 1] : sliceBefore.flatMap { isSame($0) ? nil : $0 }
            return Departure(
                voice: voice, tone: note.event, previous: before?.notes[voice]?.event, arrival: arrival.event,
                isOffBeat: slices[first].notes[voice]?.attacks == true && slices[first].strength < .beat)
        }
    }

    /// True for the first and the last voice.
    func isOuter(_ voice: Int) -> Bool { voice == mainVoices.first || voice == mainVoices.last }

    /// The names of the chord and the one that follows: `V7 goes to I`.
    var succession: String {
        guard let next else { return "\(span.numeral) ends" }
        let areInOneKey = span.key == next.key
        let names = [span, next].map { areInOneKey ? "\($0.numeral)" : "\($0.numeral) in \($0.key)" }
        return "\(names[0]) goes to \(names[1])"
    }
}

extension Offence {
    /// A fault of a voice on its way into the next chord.
    init(_ departure: Departure, in window: ChordWindow, _ name: String) {
        let label = window.labels[departure.voice]
        let direction = departure.size > 0 ? "rises" : "falls"
        self.init(
            at: departure.arrival.onset,
            notes: [departure.tone, departure.arrival].map { Note(voice: departure.voice, event: $0) },
            message:
                "the \(name) \(departure.tone.pitch) in \(label) \(direction) to \(departure.arrival.pitch) where \(window.succession)"
        )
        boundary = window.sliceAfter?.boundary
        confidence = window.confidenceWithNext
    }
}
