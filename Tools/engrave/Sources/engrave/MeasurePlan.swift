import ScoreModel

/// How a measure is numbered, and where in a full measure it begins.
struct MeasurePlan {
    /// `0` for a pickup, `X4` for the rest of measure 4 behind a repeat sign, else counted from 1.
    var number: String
    /// True for measures that are not counted.
    var isImplicit: Bool
    /// Quarters of a full measure that are missing before its first note.
    var offset: Fraction

    /// Plans for the measures of a chorale.
    static func plans(for chorale: Chorale) -> [MeasurePlan] {
        let full = chorale.header.measureLength
        var plans: [MeasurePlan] = []
        var counted = 0
        /// How much of the measure before is there, while it waits for its rest.
        var begun: Fraction?
        for (index, measure) in chorale.measures.enumerated() {
            let length = measure.length
            if index == 0, length < full {
                plans.append(MeasurePlan(number: "0", isImplicit: true, offset: full - length))
            } else if let first = begun, first + length == full {
                plans.append(MeasurePlan(number: "X\(counted)", isImplicit: true, offset: first))
                begun = nil
            } else {
                counted += 1
                plans.append(MeasurePlan(number: "\(counted)", isImplicit: false, offset: .zero))
                begun = length < full ? length : nil
            }
        }
        return plans
    }
}
