internal import Counterpoint
internal import ScoreModel

/// Puts voices on a grid and counts what has no place there.
struct GridReader {
    private(set) var grid: Grid
    private(set) var losses: LossCounter
    /// The notes that are in the grid as they are.
    private(set) var held = 0
    private let score: Score
    /// The notes of each part that sound with one that stands for its voice, as the grid has them.
    private var stopped: Set<NotePlace> = []

    private struct NotePlace: Hashable {
        let part: Int
        let note: Int
    }

    /// - Parameter top: Where the top voice stands; the key signatures over it count.
    init(_ score: Score, _ vocabulary: Vocabulary, voiceCount: Int, times: TickTimes, top: VoicePlace?) {
        self.score = score
        losses = LossCounter(score)
        grid = Grid(
            vocabulary, voiceCount: voiceCount, tokens: Array(repeating: .rest, count: voiceCount * times.count),
            ticks: TickContext.contexts(
                of: score, score.gridMeasures, at: times, part: top?.part ?? 0, staff: top?.staff ?? 1),
            times: times)
    }

    /// Puts a voice on the grid. Where the first one ends a phrase, the grid does; where it does not tell, that is not known.
    mutating func read(_ voice: Voice, as index: Int, _ place: VoicePlace) {
        if index == 0 { setPhrases(of: voice) }
        for event in voice.events { read(event, as: index, part: place.part) }
        countMissing(voice, place)
    }

    private mutating func setPhrases(of voice: Voice) {
        let ends = voice.phraseEnds(for: grid.vocabulary.ensemble)
        guard !ends.isEmpty else { return }
        for tick in grid.ticks.indices { grid.ticks[tick].endsPhrase = false }
        for event in ends {
            for tick in grid.times.ticks(from: event.onset, to: event.end) { grid.ticks[tick].endsPhrase = true }
        }
    }

    private mutating func read(_ event: Event, as voice: Int, part: Int) {
        let ticks = grid.times.ticks(from: event.onset, to: event.end)
        if ticks.isEmpty {
            lose("note-too-short", event, part)
            return
        }
        let isOffGrid = grid.times[ticks.lowerBound] != event.onset || grid.times[ticks.upperBound] != event.end
        if isOffGrid { lose("note-off-grid", event, part) }
        if event.height % 1000 != 0 { lose("microtone", event, part) }
        let token = grid.vocabulary.token(pitch: event.pitch.keyNumber)
        if token == nil { lose("pitch-range", event, part) }
        for tick in ticks { grid[tick, voice] = token == nil ? .hidden : .hold }
        guard let token else { return }
        grid[ticks.lowerBound, voice] = token
        if event.isStruck, !isOffGrid, event.height % 1000 == 0, !isCut(event, part) { held += 1 }
        if grid.vocabulary.ensemble == .strings, !isOffGrid {
            readStop(event, part, cell: ticks.lowerBound * grid.voiceCount + voice)
        }
    }

    /// Takes the notes that begin and end with an event for a stop.
    private mutating func readStop(_ event: Event, _ index: Int, cell: Int) {
        let part = score.parts[index]
        let own = part.notes[event.note]
        func isTogether(_ note: Int) -> Bool {
            let other = part.notes[note]
            return other.onset == own.onset && other.staff == own.staff && other.voice == own.voice
        }
        let first = part.notes[...event.note].lastIndex { $0.onset != own.onset }.map { $0 + 1 } ?? 0
        var intervals: [Int: Int] = [:]
        var note = first
        while note < part.notes.count, part.notes[note].onset == own.onset {
            defer { note += 1 }
            let other = part.notes[note]
            guard note != event.note, isTogether(note), !other.isGrace, !other.traits.contains(.cue),
                !part.isContinued(other), other.onset + part.tiedDuration(of: other) == event.end,
                let pitch = part.soundingPitch(of: other), pitch.height % 1000 == 0
            else { continue }
            intervals[note] = pitch.keyNumber - event.pitch.keyNumber
        }
        guard !intervals.isEmpty, Set(intervals.values).count == intervals.count,
            let stop = Stop(intervals: intervals.values), stop.intervals.count == intervals.count
        else { return }
        grid.stops[cell] = stop
        held += intervals.count
        stopped.formUnion(intervals.keys.map { NotePlace(part: index, note: $0) })
    }

    /// True for a note during which the voice goes on to the next.
    private func isCut(_ event: Event, _ index: Int) -> Bool {
        let part = score.parts[index]
        return event.isStruck && event.onset + part.tiedDuration(of: part.notes[event.note]) > event.end
    }

    private mutating func lose(_ kind: String, _ event: Event, _ part: Int) {
        losses.add(kind, part: part, measure: Int(score.parts[part].notes[event.note].measure))
    }

    /// Counts the notes of a voice that are none of its events.
    private mutating func countMissing(_ voice: Voice, _ place: VoicePlace) {
        let part = score.parts[place.part]
        var next = 0
        for (index, note) in part.notes.enumerated() {
            guard Int(note.staff) == place.staff, Int(note.voice) == place.voice, !note.isRest else { continue }
            if next < voice.events.count, voice.events[next].note == index {
                if isCut(voice.events[next], place.part) {
                    losses.add("overlap", part: place.part, measure: Int(note.measure))
                }
                next += 1
            } else if !stopped.contains(NotePlace(part: place.part, note: index)),
                let kind = note.kindOffGrid(isContinued: part.isContinued(note))
            {
                losses.add(kind, part: place.part, measure: Int(note.measure))
            }
        }
    }

    /// Counts the voices that were not chosen, and their notes.
    mutating func omit(_ passage: Passage, _ chosen: [Int], _ places: [VoicePlace]) {
        for (index, voice) in passage.voices.enumerated() where !chosen.contains(index) {
            losses.add("voice", part: voice.part, measure: nil)
        }
        for _ in 0..<passage.omitted { losses.add("voice", part: nil, measure: nil) }
        for (index, part) in score.parts.enumerated() {
            for note in part.notes where part.strikes(note) {
                guard !places.contains(where: { $0.part == index && $0.has(note) }) else { continue }
                losses.add("note-of-another-voice", part: index, measure: Int(note.measure))
            }
        }
    }
}

extension Part {
    /// True for a note that is heard to begin, a grace note among them; not for cue notes, and not where a tie leads on.
    func strikes(_ note: Note) -> Bool {
        note.pitch != nil && !note.traits.contains(.cue) && (note.isGrace || !isContinued(note))
    }
}

extension Note {
    /// What a note is that a voice has beside its line; nil for what only goes on.
    fileprivate func kindOffGrid(isContinued: Bool) -> String? {
        if isGrace { return "grace-note" }
        if traits.contains(.cue) { return "cue" }
        if pitch == nil { return "unpitched-note" }
        return isContinued ? nil : "chord-note"
    }
}
