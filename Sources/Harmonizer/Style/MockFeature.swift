/// What a ``MockGrade`` compares.
public enum MockFeature: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// Pitch classes above the tonic, and silence, each as long as it lasts.
    case degrees
    /// The lengths of notes and rests.
    case rhythm
    /// Parallel fifths, and parallel octaves or unisons.
    case parallels
    /// Triads and seventh chords by kind, and all else together.
    case chords
    /// The intervals of the top voice.
    case sopranoIntervals
    /// The intervals of the second voice.
    case altoIntervals
    /// The intervals of the third voice.
    case tenorIntervals
    /// The intervals of the lowest voice.
    case bassIntervals
    /// The lengths of what a voice repeats.
    case patterns

    static let intervals: [MockFeature] = [.sopranoIntervals, .altoIntervals, .tenorIntervals, .bassIntervals]

    /// Whether pieces in major are compared with those in major, and those in minor with those in minor.
    var dependsOnMode: Bool {
        switch self {
        case .rhythm, .parallels, .patterns: false
        default: true
        }
    }

    /// What it is called in tables.
    public var title: String {
        switch self {
        case .degrees: "degrees"
        case .rhythm: "rhythm"
        case .parallels: "parallels"
        case .chords: "chords"
        case .sopranoIntervals: "intervals of the soprano"
        case .altoIntervals: "intervals of the alto"
        case .tenorIntervals: "intervals of the tenor"
        case .bassIntervals: "intervals of the bass"
        case .patterns: "repeated patterns"
        }
    }
}
