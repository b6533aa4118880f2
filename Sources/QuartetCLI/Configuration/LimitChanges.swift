import Counterpoint
import ScoreModel

/// Limits that take the place of a profile's.
struct LimitChanges: Hashable, Sendable {
    /// A range of pitches, both ends included.
    struct Range: Hashable, Sendable {
        let low: Pitch
        let high: Pitch

        /// The range of a text such as `C4-A5`; nil when it is none or upside down.
        init?(_ text: String) {
            // An octave below zero has a hyphen of its own.
            let hyphens = text.indices.filter { text[$0] == "-" }
            let pairs = hyphens.compactMap { hyphen -> (Pitch, Pitch)? in
                guard let low = Pitch(text[..<hyphen]), let high = Pitch(text[hyphen...].dropFirst()) else {
                    return nil
                }
                return (low, high)
            }
            guard let (low, high) = pairs.first, low.height <= high.height else { return nil }
            (self.low, self.high) = (low, high)
        }
    }

    var ranges: [Role: Range] = [:]
    var outerRanges: [Role: Range] = [:]
    var upperSpacing: Int?
    var bassSpacing: Int?
    var directInAllPairs: Bool?
    var doublingLength: Int?

    /// Puts the changes in.
    func apply(to limits: inout Limits) {
        for (role, range) in ranges {
            limits.compasses[role]?.low = range.low
            limits.compasses[role]?.high = range.high
        }
        for (role, range) in outerRanges {
            limits.compasses[role]?.lowest = range.low
            limits.compasses[role]?.highest = range.high
        }
        // What is usual cannot be out of reach.
        for (role, compass) in limits.compasses {
            if compass.low.height < compass.lowest.height { limits.compasses[role]?.lowest = compass.low }
            if compass.high.height > compass.highest.height { limits.compasses[role]?.highest = compass.high }
        }
        if let upperSpacing { limits.upperSpacing = upperSpacing }
        if let bassSpacing { limits.bassSpacing = bassSpacing }
        if let directInAllPairs { limits.directInAllPairs = directInAllPairs }
        if let doublingLength { limits.doublingLength = doublingLength }
    }
}

extension LimitChanges {
    private enum Key: String, CaseIterable {
        case ranges
        case outerRanges = "outer-ranges"
        case spacing, doubling, direct
    }

    private enum Spacing: String, CaseIterable {
        case upper, bass
    }

    private enum Pairs: String, CaseIterable {
        case outer, all
    }

    /// Reads the value of `limits`.
    init(_ node: ConfigurationNode) throws(ConfigurationError) {
        for (key, value) in try node.entries() {
            switch try key.key(Key.self) {
            case .ranges: ranges = try LimitChanges.ranges(value)
            case .outerRanges: outerRanges = try LimitChanges.ranges(value)
            case .spacing: try readSpacing(value)
            // Two octaves on end are one parallel.
            case .doubling: doublingLength = try value.number(in: 1...1000)
            case .direct: directInAllPairs = try value.word(as: Pairs.self) == .all
            }
        }
    }

    private mutating func readSpacing(_ node: ConfigurationNode) throws(ConfigurationError) {
        for (key, value) in try node.entries() {
            // In semitones; more than the compass of MIDI is no limit.
            let semitones = try value.number(in: 0...127)
            switch try key.key(Spacing.self) {
            case .upper: upperSpacing = semitones
            case .bass: bassSpacing = semitones
            }
        }
    }

    private static func ranges(_ node: ConfigurationNode) throws(ConfigurationError) -> [Role: Range] {
        var ranges: [Role: Range] = [:]
        for (key, value) in try node.entries() {
            let role = try key.key(Role.self)
            let text = try value.text()
            guard let range = Range(text) else {
                throw value.error("\"\(text)\" is no range of pitches such as C4-A5, from the lower to the higher one")
            }
            ranges[role] = range
        }
        return ranges
    }
}
