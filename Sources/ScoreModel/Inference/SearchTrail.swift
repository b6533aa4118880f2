/// The choices that led to each state of a beam search, so that those behind the best last state can be told.
struct SearchTrail {
    private var states: [(origin: UInt16, choice: UInt16)] = []
    private var starts: [Int] = []

    /// The next beam begins; its states are added then, the best one first.
    mutating func begin() { starts.append(states.count) }

    /// Adds a state: the place in the beam before of the one that it comes from, and what was chosen.
    mutating func add(origin: Int, choice: Int) {
        states.append((UInt16(clamping: origin), UInt16(clamping: choice)))
    }

    /// What was chosen at each step on the way to the best last state.
    func choices() -> [Int] {
        var place = 0
        var choices: [Int] = []
        for start in starts.reversed() {
            let state = states[start + place]
            choices.append(Int(state.choice))
            place = Int(state.origin)
        }
        return choices.reversed()
    }
}
