/// A score as it is played: repeats unfolded, ties joined, graces, ornaments, dynamics and tempo turned into notes, velocities and time.
///
///     let performance = Performance(score)
///     for note in performance.notes { print(performance.tempos.seconds(at: note.onset), note.key) }
///
/// Time is played time: quarter notes from the beginning of the performance. No rule moves a measure; what lasts longer than it is
/// written, as a fermata does, slows the tempo, so that all parts stay together. `Docs/Performance.md` tells the rules and
/// where they come from; ``Style`` holds their numbers.
public struct Performance: Sendable {
    /// How long it is, in quarter notes.
    public let length: Fraction
    /// What is played, in order, with its place in played time.
    public let passages: [Passage]
    /// The notes, sorted by onset, part and written note.
    public let notes: [PlayedNote]
    /// How fast it goes.
    public let tempos: TempoMap
    /// Pedals, places in the room and changes of instruments, sorted by onset and part.
    public let controls: [Control]
    /// What the score asks for and is not played, counted as it is written.
    public let losses: [Loss]

    /// Plays a score.
    ///
    /// - Parameters:
    ///   - score: What is played.
    ///   - order: The order of playing; that of the score's signs where none is given.
    ///   - style: How it is played.
    /// - Complexity: O(*n* log *n*) in the notes that are played.
    public init(_ score: Score, order: PlayOrder? = nil, style: Style = Style()) {
        self.init(score, order: order ?? PlayOrder(score), style: style, bounds: Bounds())
    }

    /// Plays a score within bounds.
    package init(_ score: Score, order: PlayOrder, style: Style, bounds: Bounds) {
        var losses = LossCounter(score)
        let unfolding = Unfolding(order, score, bounds: bounds)
        if unfolding.isTruncated { losses.add("repeat", part: nil, measure: nil) }
        let marks = TempoMarks(score, style: style)
        let room = SharedReadings(score, tempos: marks.tempos(pass: 1), style: style, bounds: bounds)
        var notes: [PlayedNote] = []
        notes.reserveCapacity(unfolding.noteCount)
        var holds = style.holdsFermatas ? unfolding.holds(Fermatas(score, style: style).holds) : []
        var controls: [Control] = []
        var ornamentNotes = 0
        for index in score.parts.indices {
            var player = PartPlayer(score, part: index, room: room, ornamentNotes: ornamentNotes)
            for run in unfolding.runs { player.play(run, into: &notes) }
            holds += player.holds
            ornamentNotes = player.ornamentNotes
            player.reportLosses(to: &losses)
            controls += ControlMarks(score.parts[index], index: index, style: style).unfolded(
                unfolding, most: bounds.controls - controls.count)
        }
        notes.sort(by: PlayedNote.precedes)
        length = style.articulates ? unfolding.length : unfolding.passages.last?.end ?? .zero
        self.passages = unfolding.passages
        self.notes = notes
        self.tempos = TempoMap(
            unfolding.tempos(marks), holds: holds, length: length)
        self.controls = controls.stablySorted { ($0.onset, $0.part) < ($1.onset, $1.part) }
        self.losses = losses.list
    }

    /// How long it takes, in seconds.
    public var seconds: Fraction { tempos.seconds(at: length) }
}

extension Performance {
    /// What hostile scores shall not exceed.
    package struct Bounds: Sendable {
        /// Written notes and rests, each time that they are played. More than any piece needs; hostile files repeat a large score
        /// thousands of times.
        package var notes = 2_000_000
        /// Notes that ornaments and tremolos make. What is left is played without them.
        package var ornamentNotes = 1_000_000
        /// Controls, tempos and holds, each.
        package var controls = 1_000_000

        /// The usual bounds.
        package init() {}
    }

    /// A stretch of the play order with its place in played time.
    public struct Passage: Hashable, Sendable {
        /// What is played.
        public let stretch: PlayOrder.Stretch
        /// When it begins, in played quarter notes.
        public let onset: Fraction

        /// When it ends.
        public var end: Fraction { onset + (stretch.end - stretch.start) }
    }
}
