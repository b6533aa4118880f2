public import ScoreModel
internal import Counterpoint

extension Grid {
    /// A score read into a grid: its four voices, where they stand, and what the grid does not hold.
    ///
    ///     let reading = try Grid.Reading(score)
    ///     for loss in reading.losses { print(loss.kind, loss.count) }
    ///
    /// Time is that of the score as it is written: repeats are not unfolded. `Docs/Grid.md` lists the kinds of losses.
    public struct Reading: Sendable {
        /// The grid.
        public let grid: Grid
        /// Where each voice stands, from the top.
        public let places: [VoicePlace]
        /// What the grid does not hold, by kind.
        public let losses: [Loss]

        /// The notes of the score that sound, cue notes apart, and how many of them the grid holds as they are.
        public let notes: (all: Int, held: Int)

        init(grid: Grid, places: [VoicePlace], losses: [Loss] = [], notes: (all: Int, held: Int) = (0, 0)) {
            (self.grid, self.places, self.losses, self.notes) = (grid, places, losses, notes)
        }

        /// Reads a score.
        ///
        /// A pitch outside the vocabulary is ``Token/hidden`` as long as it lasts, so that nobody takes it for silence.
        ///
        /// - Parameter voices: The voices, from the top, as indices in `Passage.voices`. When nil, soprano, alto, tenor and bass, or the
        ///   four of a string quartet, are found by names, instruments and clefs, or else the score must have just four voices.
        /// - Throws: `voices-missing` or `voices-unclear` when there are not just four, `too-long` beyond 65,536 quarter notes.
        /// - Complexity: In proportion to notes and ticks.
        public init(_ score: Score, vocabulary: Vocabulary = .voices, voices: [Int]? = nil) throws(GridError) {
            let passage = Passage(score)
            let chosen: [Int]
            if let voices { chosen = voices } else { chosen = try passage.fourVoices() }
            let places = chosen.map { passage.voices[$0].place(in: score) }
            let times = try TickTimes(
                of: score, for: vocabulary.ensemble, voices: chosen.map { passage.voices[$0] })
            var reader = GridReader(score, vocabulary, voiceCount: chosen.count, times: times, top: places.first)
            for (voice, index) in chosen.enumerated() { reader.read(passage.voices[index], as: voice, places[voice]) }
            reader.omit(passage, chosen, places)
            self.init(
                grid: reader.grid, places: places, losses: reader.losses.list,
                notes: (score.soundingNotes, reader.held))
        }
    }
}

extension Score {
    /// The notes that are struck, grace notes included.
    fileprivate var soundingNotes: Int {
        parts.reduce(0) { sum, part in
            sum + part.notes.count(where: part.strikes)
        }
    }
}

extension Voice {
    /// Where the voice stands.
    func place(in score: Score) -> VoicePlace {
        let notes = score.parts[part].notes
        let first = events.first.flatMap { notes.indices.contains($0.note) ? notes[$0.note] : nil }
        return VoicePlace(
            part: part, staff: first.map { Int($0.staff) } ?? 1, voice: first.map { Int($0.voice) } ?? 0, role: role,
            label: label)
    }
}
