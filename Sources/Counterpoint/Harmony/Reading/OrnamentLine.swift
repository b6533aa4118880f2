/// A tone in its voice: what it comes from and where it goes. Notes of the same pitch that follow each other without a rest count as one,
/// as long as they are foreign.
struct OrnamentLine {
    /// The note before, of another pitch.
    private(set) var previous: Event?
    /// The note after, of another pitch.
    private(set) var next: Event?
    /// The note after that.
    private(set) var afterNext: Event?
    /// True when the same pitch was sounded before as a tone of its chord.
    private(set) var isPrepared = false
    /// True when the pitch itself, held or struck again, is a tone of its chord at the end.
    private(set) var endsAsChordTone = false
    /// True when the tone is struck again as a tone of the chord that follows.
    private(set) var becomesChordTone = false

    /// More notes of one pitch than these are not looked through.
    private static let mostRepeated = 64

    init(_ passage: Passage, voice: Int, event index: Int, isForeign: (_ event: Event, _ moment: Int) -> Bool) {
        let events = passage.voices[voice].events
        let event = events[index]
        var first = index
        while first > 0, index - first < OrnamentLine.mostRepeated, events[first - 1].end == events[first].onset {
            let before = events[first - 1]
            guard before.height == event.height else {
                previous = before
                break
            }
            if !isForeign(before, max(before.moment, before.endMoment - 1)) {
                isPrepared = true
                break
            }
            first -= 1
        }
        endsAsChordTone = !isForeign(event, max(event.moment, event.endMoment - 1))
        var last = index
        while last + 1 < events.count, last - index < OrnamentLine.mostRepeated,
            events[last + 1].onset == events[last].end
        {
            let after = events[last + 1]
            guard after.height == event.height else {
                next = after
                if last + 2 < events.count, events[last + 2].onset == after.end { afterNext = events[last + 2] }
                break
            }
            if !isForeign(after, after.moment) {
                becomesChordTone = true
                endsAsChordTone = true
            }
            last += 1
        }
    }
}
