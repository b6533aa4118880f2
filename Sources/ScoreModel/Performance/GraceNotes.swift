/// Grace notes take their time from a neighbour in their voice, so that no measure moves.
///
/// With a slash, at the end of a measure, before a rest and behind a trill they come before the beat and take from the note before them;
/// else they come on the beat and take from the note that they lead to. `steal-time-previous`, `steal-time-following` and
/// `make-time` (XSD, type `grace`) say otherwise.
extension PartPlayer {
    /// A grace note, or several that are struck together.
    private struct Grace {
        var notes: Range<Int>
        var isBefore: Bool
        /// How long it would be if there were time.
        var length: Fraction
        /// True where the score says how long it is.
        var isSaid: Bool
        /// What is added to the time of the music for it.
        var madeTime: Fraction?
        /// True for a grace note that is alone and has no slash: the long appoggiatura.
        var isLong: Bool
    }

    /// The notes of a voice that begin together.
    private struct Moment {
        var graces: Range<Int>
        /// Notes and rests with a length; empty at the end of a measure.
        var mains: Range<Int>
        var onset: Fraction
    }

    /// What came before in a voice.
    private struct Voice {
        /// The last notes with a length, which begin together.
        var notes = 0..<0
        /// Where the last sound ends, in written time.
        var end: Fraction
    }

    /// Gives each grace note of a run its time.
    mutating func placeGraceNotes(_ range: Range<Int>, _ run: Unfolding.Run) {
        guard part.notes[range].contains(where: { $0.isGrace }) else { return }
        let count = (part.notes[range].map(\.voice).max()).map { Int($0) + 1 } ?? 0
        var voices = [Voice](repeating: Voice(end: run.start), count: count)
        var first = range.lowerBound
        while first < range.upperBound {
            let note = part.notes[first]
            var end = first + 1
            while end < range.upperBound, part.notes[end].voice == note.voice, part.notes[end].onset == note.onset,
                part.notes[end].measure == note.measure
            {
                end += 1
            }
            let main = part.notes[first..<end].firstIndex { !$0.isGrace } ?? end
            let moment = Moment(graces: first..<main, mains: main..<end, onset: note.onset)
            if !moment.graces.isEmpty { place(moment, after: voices[Int(note.voice)], run) }
            if !moment.mains.isEmpty {
                voices[Int(note.voice)].notes = moment.mains
                for index in moment.mains where !part.notes[index].isRest {
                    voices[Int(note.voice)].end = max(voices[Int(note.voice)].end, part.notes[index].end)
                }
            }
            first = end
        }
    }

    private mutating func place(_ moment: Moment, after voice: Voice, _ run: Unfolding.Run) {
        let mains = moment.mains.filter { frames[$0].isSounding }
        // A note that goes on sounding cannot wait for a grace note.
        let isHeld = mains.isEmpty && moment.mains.contains { !part.notes[$0].isRest && part.notes[$0].tiedFrom != nil }
        let before = voice.notes.filter { index in
            !part.notes[index].isRest && part.notes[index].end == moment.onset && frames[index].head >= 0
                && frames[Int(frames[index].head)].isSounding
        }
        let anchor = mains.map { frames[$0].start }.min() ?? moment.onset
        let timeBefore =
            before.isEmpty
            ? anchor - max(voice.end, run.start)
            : before.map { anchor - max(frames[$0].start, frames[Int(frames[$0].head)].start) }.min() ?? .zero
        let rest = moment.mains.map { frames[$0].end - frames[$0].start }.min()
        let timeAfter =
            isHeld ? .zero : mains.map { frames[$0].end - frames[$0].start }.min() ?? rest ?? .zero
        var graces = graces(
            of: moment, timeBefore: timeBefore, timeAfter: timeAfter,
            isEnding: mains.isEmpty || before.contains { signs[$0].isTrilled }, run)
        if graces.isEmpty { return }

        let split = graces.firstIndex { !$0.isBefore } ?? graces.count
        let earlier = scale(&graces[..<split], within: timeBefore)
        let later = scale(&graces[split...], within: timeAfter)
        // What is tied on sounds through the grace notes.
        let ending = before.map { Int(frames[$0].head) }.filter { frames[$0].end <= anchor }
        for head in ending where earlier > .zero { frames[head].end = min(frames[head].end, anchor - earlier) }
        for index in mains { frames[index].start = max(frames[index].start, anchor + later) }
        var time = anchor - earlier
        for grace in graces {
            var start = time
            time = time + grace.length
            if let made = grace.madeTime {
                // The span is slowed so that what it takes from its neighbour comes back, and its own time is added.
                let own = grace.length * made / (grace.length + made)
                holds.append(
                    Hold(
                        start: start + run.shift, end: time + run.shift,
                        factor: (grace.length + made) / grace.length))
                if grace.isBefore {
                    if start == anchor - earlier { for head in ending { frames[head].end = time - own } }
                    start = time - own
                } else {
                    time = start + own
                    for index in mains { frames[index].start = time }
                }
            }
            for index in grace.notes where grace.length > .zero {
                frames[index].start = start
                frames[index].end = time
                frames[index].isSounding = true
                frames[index].role = .grace
                frames[index].emphasis = Int8(clamping: grace.isLong ? style.graceAccent : -style.graceAccent)
            }
            if grace.length <= .zero { timeless.formUnion(grace.notes) }
        }
    }

    /// The grace notes of a moment in the order in which they are played: those before the beat, then those on it.
    private func graces(
        of moment: Moment, timeBefore: Fraction, timeAfter: Fraction, isEnding: Bool, _ run: Unfolding.Run
    ) -> [Grace] {
        var list: [Grace] = []
        var first = moment.graces.lowerBound
        let pass = run.pass(at: moment.onset)
        while first < moment.graces.upperBound {
            var end = first + 1
            while end < moment.graces.upperBound, part.notes[end].traits.contains(.chordMember) { end += 1 }
            defer { first = end }
            let note = part.notes[first]
            let details = details(of: first)
            if note.isRest || note.traits.contains(.cue) || !Passes(details?.playing.timeOnly).contains(pass) {
                continue
            }
            let time = details?.grace ?? .init()
            let previous = time.stealPrevious.flatMap { $0 > .zero ? $0 : nil }
            let following = time.stealFollowing.flatMap { $0 > .zero ? $0 : nil }
            let made = time.make.flatMap { $0 > .zero ? min($0, 64) : nil }
            let isSlashed = note.traits.contains(.slashed) || time.isSlashed == true
            let value = note.value?.quarters
            var grace = Grace(
                notes: first..<end,
                isBefore: previous != nil || following == nil && (isSlashed || isEnding || made != nil),
                length: min(value ?? style.shortGrace, style.shortGrace), isSaid: previous != nil || following != nil,
                madeTime: made, isLong: false)
            // Where there is no time on one side, the other gives it. After one that is on the beat the rest are too.
            if grace.isBefore, timeBefore <= .zero || list.last?.isBefore == false { grace.isBefore = false }
            if !grace.isBefore, timeAfter <= .zero, list.last?.isBefore ?? true { grace.isBefore = true }
            if let share = grace.isBefore ? previous : following {
                grace.length = (grace.isBefore ? timeBefore : timeAfter) * share / 100
            } else if let made {
                grace.length = made
            } else if !grace.isBefore, !isSlashed, !isEnding, end - moment.graces.lowerBound == moment.graces.count,
                list.isEmpty
            {
                grace.isLong = true
                grace.length = value ?? 1 / 2
            }
            list.append(grace)
        }
        return list
    }

    /// Shortens grace notes so that they leave their neighbour its share, and returns how long they are together.
    private func scale(_ graces: inout ArraySlice<Grace>, within time: Fraction) -> Fraction {
        guard !graces.isEmpty else { return .zero }
        let most = max(time, .zero) * (graces.contains { $0.isSaid } ? style.mostStolenAsWritten : style.mostStolen)
        let wanted = graces.reduce(Fraction.zero) { $0 + $1.length }
        guard wanted > most, wanted > .zero else { return wanted }
        let share = most / wanted
        var total = Fraction.zero
        for index in graces.indices {
            graces[index].length = graces[index].length * share
            total = total + graces[index].length
        }
        return total
    }
}
