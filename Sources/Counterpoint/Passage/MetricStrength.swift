/// How strong a moment is in its measure.
public enum MetricStrength: Int, Sendable, Comparable {
    /// Between the halves of beats.
    case fraction
    /// The middle of a beat.
    case offBeat
    /// A beat.
    case beat
    /// The middle of a measure of four beats, or the first of three in a compound meter.
    case secondary
    /// The first beat of a measure.
    case downbeat

    /// Orders by strength.
    public static func < (left: MetricStrength, right: MetricStrength) -> Bool { left.rawValue < right.rawValue }
}
