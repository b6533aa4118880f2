import ScoreModel

extension Passage {
    /// All pairs of voices.
    var pairs: [VoicePair] {
        voices.indices.flatMap { upper in
            ((upper + 1)..<max(upper + 1, voices.count)).map { pair(upper, $0) }
        }
    }

    private func pair(_ upper: Int, _ lower: Int) -> VoicePair {
        let places = (mainVoices.firstIndex(of: upper), mainVoices.firstIndex(of: lower))
        var areNeighbours = false
        if let first = places.0, let second = places.1 { areNeighbours = second == first + 1 }
        return VoicePair(
            upper: upper, lower: lower, areNeighbours: areNeighbours,
            areOuter: upper == mainVoices.first && lower == mainVoices.last, includesBass: lower == mainVoices.last,
            includesTop: upper == mainVoices.first, includesInstrument: isInstrument(upper) || isInstrument(lower),
            labels: [voices[upper].label, voices[lower].label])
    }

    /// The moments at which one of two voices begins or ends a note, in order.
    func changes(of pair: VoicePair) -> [Int] {
        var changes: [Int] = []
        for voice in [pair.upper, pair.lower] {
            for event in voices[voice].events {
                if changes.last != event.moment { changes.append(event.moment) }
                changes.append(event.endMoment)
            }
        }
        changes.sort()
        var last = -1
        changes.removeAll { change in
            defer { last = change }
            return change == last || change == moments.count
        }
        return changes
    }

    /// The moments at which a voice strikes a note, in order.
    var attacks: [Int] {
        var isAttack = [Bool](repeating: false, count: moments.count)
        for voice in voices {
            for event in voice.events where event.isStruck { isAttack[event.moment] = true }
        }
        return isAttack.indices.filter { isAttack[$0] }
    }

    /// True for what is no voice of a choir.
    func isInstrument(_ voice: Int) -> Bool {
        voices[voice].role.map { !$0.isVocal } ?? voices.contains { $0.role?.isVocal ?? false }
    }

    /// Two voices at a moment, when both sound.
    func sonority(of pair: VoicePair, at moment: Int) -> Sonority? {
        guard let upper = event(pair.upper, at: moment), let lower = event(pair.lower, at: moment) else { return nil }
        return Sonority(voices: pair, upper: upper, lower: lower, spelling: spelling)
    }

    /// The way of a voice to another pitch at the moment when the given event begins.
    private func move(_ voice: Int, to index: Int) -> Move? {
        guard index > 0 else { return nil }
        let (from, to) = (voices[voice].events[index - 1], voices[voice].events[index])
        return to.isStruck && from.end == to.onset && from.height != to.height ? Move(from: from, to: to) : nil
    }

    /// All motions of two voices, in order.
    func motions(of pair: VoicePair) -> [Motion] {
        var motions: [Motion] = []
        let (upper, lower) = (voices[pair.upper].events, voices[pair.lower].events)
        var (first, second) = (0, 0)
        while first < upper.count, second < lower.count {
            let (high, low) = (upper[first].moment, lower[second].moment)
            if high == low, let upperMove = move(pair.upper, to: first), let lowerMove = move(pair.lower, to: second) {
                motions.append(
                    motion(of: pair, upperMove, lowerMove, at: high))
            }
            if high <= low { first += 1 }
            if low <= high { second += 1 }
        }
        return motions
    }

    private func motion(of pair: VoicePair, _ upper: Move, _ lower: Move, at moment: Int) -> Motion {
        Motion(
            time: moments[moment].time, voices: pair, upper: upper, lower: lower,
            before: Interval(between: upper.from, and: lower.from, spelling: spelling),
            after: Interval(between: upper.to, and: lower.to, spelling: spelling),
            boundary: moments[moment].boundary, isOnBeat: moments[moment].isBeat,
            isFinal: min(upper.to.endMoment, lower.to.endMoment) + 1 == moments.count)
    }

    /// The doublings among the motions of two voices, which are marked as such.
    func doublings(in motions: inout [Motion], length: Int) -> [Doubling] {
        let doublings = Doubling.doublings(in: motions, count: length) { first, second in
            repeats(from: first, to: second)
        }
        for doubling in doublings {
            for index in doubling.motions.indices { motions[index].isDoubling = true }
        }
        return doublings
    }

    /// True when two voices do nothing between two motions but strike their notes again, together.
    private func repeats(from first: Motion, to second: Motion) -> Bool {
        let (upper, lower) = (first.voices.upper, first.voices.lower)
        for moment in first.upper.to.moment..<second.upper.to.moment {
            guard let high = event(upper, at: moment), let low = event(lower, at: moment), high.onset == low.onset,
                high.height == first.upper.to.height, low.height == first.lower.to.height
            else { return false }
        }
        return true
    }

    /// The motions of two voices from beat to beat: each sounds another pitch at the second beat than at the first.
    ///
    /// - Parameter beats: All beats, which are the same for all pairs.
    func beatMotions(of pair: VoicePair, beats: [Fraction]) -> [Motion] {
        var motions: [Motion] = []
        var last: (upper: Event, lower: Event)?
        var moment = 0
        for beat in beats {
            while moment + 1 < moments.count, moments[moment + 1].time <= beat { moment += 1 }
            guard moments.indices.contains(moment), moments[moment].time <= beat,
                let upper = event(pair.upper, at: moment),
                let lower = event(pair.lower, at: moment)
            else {
                last = nil
                continue
            }
            if let last, last.upper.height != upper.height, last.lower.height != lower.height {
                motions.append(
                    motion(
                        of: pair, Move(from: last.upper, to: upper), Move(from: last.lower, to: lower), at: moment))
            }
            last = (upper, lower)
        }
        return motions
    }

    /// All voices at a moment.
    func progression(at moment: Int) -> Progression {
        let strands = voices.indices.map { voice -> Progression.Strand in
            let before = moment > 0 ? event(voice, at: moment - 1) : nil
            let after = event(voice, at: moment)
            let attacks = after.map { $0.moment == moment && $0.isStruck } ?? false
            var move: Move?
            if attacks, let before, let after, before.height != after.height { move = Move(from: before, to: after) }
            return Progression.Strand(before: before, after: after, attacks: attacks, move: move)
        }
        return Progression(
            time: moments[moment].time, strands: strands, labels: labels, mainVoices: mainVoices,
            boundary: moments[moment].boundary)
    }

    /// More notes without a rest are in hostile files only.
    private static let longestLine = 20_000

    /// A voice, cut where it rests, and where what goes on was struck before under a higher note.
    func lines(of voice: Int) -> [Line] {
        let events = voices[voice].events
        var lines: [Line] = []
        var start = 0
        for index in events.indices {
            let next = index + 1
            if next < events.count, events[next].isStruck, events[next].onset == events[index].end,
                next - start < Passage.longestLine
            {
                continue
            }
            lines.append(
                Line(
                    voice: voice, label: voices[voice].label, role: voices[voice].role,
                    events: events[start...index],
                    boundaries: events[start...index].map { moments[$0.moment].boundary }))
            start = index + 1
        }
        return lines
    }
}
