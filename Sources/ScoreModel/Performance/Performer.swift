/// Somebody who plays from a road map: the state machine of `Docs/PlayOrder.md`.
///
/// At a point the player asks the ``Event`` table from above; the first row that holds makes a ``Move``.
struct Performer {
    /// How far the player is in the piece as a whole.
    enum Leg: Hashable {
        /// Playing for the first time.
        case first
        /// Playing again after a da capo or dal segno, which may have said how far.
        case again(Jump.Aim?)
        /// Playing the coda.
        case coda
    }

    /// What is asked at a point, in this order.
    enum Event: CaseIterable {
        case fine, toCoda, backwardRepeat, jumpBack
    }

    /// What an event leads to.
    enum Move {
        case stop(lastNote: Fraction?)
        case leave(RoadMap.Instruction)
        case repeatPassage(Int)
        case jumpBack(RoadMap.Instruction)
    }

    private let map: RoadMap

    // The state.
    private var place = 0
    private var leg = Leg.first
    /// The pass of each passage.
    private var passes: [Int]
    /// How often each stretch behind a point was played.
    private var played: [Int]
    /// How often each instruction was followed.
    private var taken: [Int]
    /// Why the player came here.
    private var cause = PlayOrder.Cause.next
    /// The passage whose repeat led here.
    private var repeated: Int?
    /// How long the last note sounds, where the fine that ended the piece says so.
    private(set) var lastNote: Fraction?
    /// What may still be met, in measures and instructions.
    private var patience: Int

    /// True when the piece was given up.
    var isExhausted: Bool { patience <= 0 }

    /// - Parameter patience: How many measures and instructions may be met, beyond those of the score.
    init(_ map: RoadMap, patience: Int) {
        self.map = map
        self.patience = map.points.reduce(patience) { $0 + $1.weight }
        passes = Array(repeating: 1, count: map.passages.count)
        played = Array(repeating: 0, count: map.points.count)
        taken = Array(repeating: 0, count: map.instructionCount)
    }

    /// The next stretch between two points of the map, or nil at the end.
    mutating func next() -> PlayOrder.Stretch? {
        while place + 1 < map.points.count, let ending = map.points[place].ending, skips(ending) {
            guard !isExhausted else { return nil }
            skip(ending)
        }
        guard place + 1 < map.points.count, !isExhausted else { return nil }
        let point = map.points[place]
        let stretch = PlayOrder.Stretch(
            start: point.onset, end: map.points[place + 1].onset, pass: point.passage.map { passes[$0] } ?? 1,
            cause: cause)
        patience -= point.weight
        played[place] += 1
        arrive(at: place + 1, because: .next)
        turn(Event.allCases)
        return stretch
    }

    // MARK: Endings

    /// An ending is left out when it is not for this pass. Whoever was sent to a sign at its beginning plays it, and so does whoever
    /// repeats a passage that begins with it.
    private func skips(_ ending: RoadMap.Ending) -> Bool {
        switch cause {
        case .dalSegno, .coda: false
        case .repeat where repeated != ending.passage: false
        default: !ending.passes.contains(pass(for: ending))
        }
    }

    private func pass(for ending: RoadMap.Ending) -> Int {
        let passage = ending.passage.map { map.passages[$0] }
        if case .again = leg, !(passage?.afterJump ?? false) { return ending.lastPass }
        return ending.passage.map { passes[$0] } ?? 1
    }

    /// Goes on behind an ending. A repeat sign at its end that belongs to the whole passage holds all the same.
    private mutating func skip(_ ending: RoadMap.Ending) {
        patience -= 1
        arrive(at: ending.end, because: .ending)
        turn(map.points[place].backward?.isInEnding ?? true ? [] : [.backwardRepeat])
    }

    // MARK: The table

    /// Makes the move of the first event that holds, or goes on.
    private mutating func turn(_ events: [Event]) {
        for event in events {
            guard let move = move(for: event) else { continue }
            make(move)
            return
        }
        for passage in map.points[place].ended { passes[passage] = 1 }
    }

    /// The move that an event leads to here; nil where it does not hold.
    private func move(for event: Event) -> Move? {
        let point = map.points[place]
        switch event {
        case .fine:
            return point.fines.first { holds($0, usually: endsAtFine) }.map { .stop(lastNote: $0.jump.lastNote) }
        case .toCoda:
            return point.toCodas.first { holds($0, usually: leavesForCoda) }.map { .leave($0) }
        case .backwardRepeat:
            guard let index = point.backward?.passage, passes[index] < map.passages[index].times else { return nil }
            if case .again = leg, !map.passages[index].afterJump { return nil }
            return .repeatPassage(index)
        case .jumpBack:
            return point.returns.first { jump in
                taken[jump.id] < max(jump.jump.passes.count, 1) && holds(jump, usually: true)
            }.map { .jumpBack($0) }
        }
    }

    /// Changes the state.
    private mutating func make(_ move: Move) {
        switch move {
        case .stop(let length):
            lastNote = length
            place = map.points.count
        case .leave(let instruction):
            leg = .coda
            passes = passes.map { _ in 1 }
            arrive(at: instruction.target, because: .coda)
        case .repeatPassage(let passage):
            passes[passage] += 1
            repeated = passage
            arrive(at: map.passages[passage].start, because: .repeat)
        case .jumpBack(let instruction):
            taken[instruction.id] += 1
            leg = .again(instruction.jump.aim)
            passes = passes.map { _ in 1 }
            arrive(at: instruction.target, because: instruction.jump.kind == .daCapo ? .daCapo : .dalSegno)
        }
    }

    private mutating func arrive(at point: Int, because cause: PlayOrder.Cause) {
        place = point
        self.cause = cause
    }

    // MARK: Conditions

    /// The times that an instruction names decide; where it names none, the usual rule.
    private func holds(_ instruction: RoadMap.Instruction, usually: Bool) -> Bool {
        instruction.jump.passes.isEmpty ? usually : instruction.jump.passes.contains(timesThrough)
    }

    private var endsAtFine: Bool {
        switch leg {
        case .first: false
        case .again(let aim): aim != .coda
        case .coda: place >= map.lastReturn
        }
    }

    private var leavesForCoda: Bool {
        switch leg {
        case .first, .coda: false
        case .again(let aim): aim != .fine
        }
    }

    /// How often the player has come here: as often as the stretch before was played, or the beginning of its passage.
    private var timesThrough: Int {
        let stretch = place - 1
        guard let passage = map.points[stretch].passage else { return played[stretch] }
        return max(played[stretch], played[map.passages[passage].start])
    }
}
