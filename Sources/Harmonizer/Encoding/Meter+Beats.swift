internal import ScoreModel

extension Meter {
    /// The ticks of a beat: those of a quarter note, or of three eighths (sixteenths) where eighths (sixteenths) are counted by threes.
    var ticksPerBeat: Int {
        guard components.count == 1, components[0].beats.count == 1, components[0].beats[0] % 3 == 0 else {
            return Grid.ticksPerQuarter
        }
        return switch components[0].beatType {
        case 8: 6
        case 16: 3
        default: Grid.ticksPerQuarter
        }
    }

    /// How many beats begin in a full measure.
    var beatsPerMeasure: Int {
        let beats = (length ?? .zero).ticks / Fraction(ticksPerBeat)
        return -(-beats).floor
    }
}
