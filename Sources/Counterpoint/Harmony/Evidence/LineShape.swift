import ScoreModel

/// How a note lies in its voice, which tells how likely it is to be foreign to the chord.
enum LineShape {
    case betweenSteps, prepared, anticipated, leftByStep, reachedByStep, unconnected

    init(_ note: Event, previous: Event?, next: Event?) {
        let isReached = previous.map { note.isStep(from: $0) } ?? false
        let isLeft = next.map { $0.isStep(from: note) } ?? false
        if let previous, let next, isReached, isLeft {
            switch (previous.height == note.height, next.height == note.height) {
            case (true, true): self = .reachedByStep
            case (true, false): self = .prepared
            case (false, true): self = .anticipated
            case (false, false): self = .betweenSteps
            }
        } else if isLeft {
            self = .leftByStep
        } else {
            self = isReached ? .reachedByStep : .unconnected
        }
    }

    /// True when it goes on by step.
    var isLeftByStep: Bool { [.betweenSteps, .prepared, .leftByStep].contains(self) }

    /// How much of the cost of a foreign tone it pays.
    func share(_ costs: HarmonyCosts) -> Float {
        switch self {
        case .betweenSteps: costs.betweenSteps
        case .prepared: costs.prepared
        case .anticipated: costs.anticipated
        case .leftByStep: costs.leftByStep
        case .reachedByStep: costs.reachedByStep
        case .unconnected: costs.unconnected
        }
    }
}

extension Event {
    /// True for the same pitch and for a second up to an augmented one.
    func isStep(from other: Event) -> Bool { abs(steps - other.steps) <= 1 && abs(height - other.height) <= 3000 }
}
