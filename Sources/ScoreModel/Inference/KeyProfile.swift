/// One of the twenty-four major and minor keys, as ears know them: without the name of its tonic.
struct KeyState: Hashable, Sendable {
    /// Major keys by their tonic's pitch class from 0 to 11, then minor keys from 12 to 23.
    let index: Int

    static let all = (0..<24).map(KeyState.init(index:))

    var tonic: Int { index % 12 }
    var isMinor: Bool { index >= 12 }
    var mode: String { isMinor ? "minor" : "major" }

    /// The tonic of the major key with the same signature.
    var majorTonic: Int { isMinor ? (tonic + 3) % 12 : tonic }

    /// Its signature, from five flats to six sharps.
    var fifths: Int { lineOfFifths(nearest: 0, pitchClass: majorTonic) }

    /// Steps between the signatures around the circle of fifths, and half a step more from major to minor.
    func distance(to other: KeyState) -> Double {
        let apart = abs(fifths - other.fifths)
        return Double(min(apart, 12 - apart)) + (isMinor == other.isMinor ? 0 : 0.5)
    }
}

/// The place on the line of fifths (C is 0, G is 1, F is -1) that has a pitch class and lies nearest to another, up to six above it.
func lineOfFifths(nearest center: Int, pitchClass: Int) -> Int {
    let distance = ((pitchClass * 7 - center) % 12 + 12) % 12
    return center + (distance > 6 ? distance - 12 : distance)
}

/// How likely each pitch class is in each key.
enum KeyProfile {
    /// From the tonic up; Albrecht and Shanahan, "The Use of Large Corpora to Train a New Type of Key-Finding Algorithm",
    /// Music Perception 31 (2013), table 1.
    private static let major = [
        0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081,
    ]
    private static let minor = [
        0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052,
    ]

    /// Logarithms by ``KeyState/index`` and pitch class, in one row after the other.
    static let logarithms: [[Double]] = KeyState.all.map { key in
        (0..<12).map { logarithm((key.isMinor ? minor : major)[($0 - key.tonic + 12) % 12]) }
    }
}
