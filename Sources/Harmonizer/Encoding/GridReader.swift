internal import Counterpoint
internal import ScoreModel

/// Puts voices on a grid and counts what has no place there.
struct GridReader {
    private(set) var grid: Grid
    private(set) var losses: LossCounter
    private let score: Score
    private let vocabulary: Vocabulary

    /// - Parameter top: Where the top voice stands; the key signatures over it count.
    init(_ score: Score, _ vocabulary: Vocabulary, voiceCount: Int, tickCount: Int, top: VoicePlace?) {
        (self.score, self.vocabulary) = (score, vocabulary)
        losses = LossCounter(score)
        grid = Grid(
            voiceCount: voiceCount, tokens: Array(repeating: .rest, count: voiceCount * tickCount),
            ticks: TickContext.contexts(
                of: score, score.gridMeasures, count: tickCount, part: top?.part ?? 0, staff: top?.staff ?? 1))
    }

    /// Puts a voice on the grid. Fermatas of the first one are those of the grid; where it has none, they are not known.
    mutating func read(_ voice: Voice, as index: Int, _ place: VoicePlace) {
        if index == 0, voice.events.contains(where: \.hasFermata) {
            for tick in grid.ticks.indices { grid.ticks[tick].hasFermata = false }
        }
        for event in voice.events { read(event, as: index, part: place.part) }
        countMissing(voice, place)
    }

    private mutating func read(_ event: Event, as voice: Int, part: Int) {
        let (onset, end) = (event.onset.ticks, event.end.ticks)
        let ticks = max(0, onset.rounded)..<max(0, onset.rounded, min(end.rounded, grid.ticks.count))
        if ticks.isEmpty {
            lose("note-too-short", event, part)
            return
        }
        if !onset.isWhole || !end.isWhole { lose("note-off-grid", event, part) }
        if event.height % 1000 != 0 { lose("microtone", event, part) }
        let token = vocabulary.token(pitch: event.pitch.keyNumber)
        if token == nil { lose("pitch-range", event, part) }
        for tick in ticks { grid[tick, voice] = token == nil ? .hidden : .hold }
        if let token { grid[ticks.lowerBound, voice] = token }
        if voice == 0, event.hasFermata {
            for tick in ticks { grid.ticks[tick].hasFermata = true }
        }
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
                let event = voice.events[next]
                if event.isStruck, event.onset + part.tiedDuration(of: note) > event.end {
                    losses.add("overlap", part: place.part, measure: Int(note.measure))
                }
                next += 1
            } else if let kind = note.kindOffGrid(isContinued: part.isContinued(note)) {
                losses.add(kind, part: place.part, measure: Int(note.measure))
            }
        }
    }

    /// Counts the voices that were not chosen.
    mutating func omit(_ passage: Passage, _ chosen: [Int]) {
        for (index, voice) in passage.voices.enumerated() where !chosen.contains(index) {
            losses.add("voice", part: voice.part, measure: nil)
        }
        for _ in 0..<passage.omitted { losses.add("voice", part: nil, measure: nil) }
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
