internal import ScoreModel

extension Meter {
    /// The quarter notes of a beat: one, or three eighths (sixteenths) where eighths (sixteenths) are counted by threes.
    var beat: Fraction {
        guard components.count == 1, components[0].beats.count == 1, components[0].beats[0] % 3 == 0 else { return 1 }
        return switch components[0].beatType {
        case 8: 3 / 2
        case 16: 3 / 4
        default: 1
        }
    }

    /// How many beats begin in a full measure.
    var beatsPerMeasure: Int { -(-((length ?? .zero) / beat)).floor }
}
