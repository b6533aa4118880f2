/// The keys of a piece, found in its tones.
///
/// Local keys come from ``KeyPath``, a hidden Markov model over bars (Temperley 2002, 2007) with the profiles of Albrecht and Shanahan
/// (2013). Signatures change where the same model, made so slow that only long stretches remain, has another. Which ones they are tells
/// ``SignatureModel`` for music like chorales, whose signatures are often those of old modes, and ``HomeKey`` for other music.
public struct KeyFinding: Sendable {
    /// A key from one moment to another.
    public struct Region: Hashable, Sendable {
        /// When it begins, in quarter notes.
        public let start: Fraction
        /// When it ends, in quarter notes.
        public let end: Fraction
        /// Sharps or flats, and the mode: `major` or `minor`. In ``KeyFinding/signatures`` the mode is that of the music, which need not be
        /// what the signature stands for by the textbook: D minor under no flat.
        public let key: Key
        /// The share of right answers among answers of such confidence, from 0 to 1.
        public let confidence: Double

        /// A key from one moment to another.
        public init(start: Fraction, end: Fraction, key: Key, confidence: Double) {
            self.start = start
            self.end = end
            self.key = key
            self.confidence = confidence
        }
    }

    /// The local keys, one after the other from the first tone to the end of the last; none when there are no tones.
    public let regions: [Region]
    /// The signatures that one would write: that of the beginning, and others only for long, clear changes.
    public let signatures: [Region]

    /// Finds keys.
    ///
    /// - Parameters:
    ///   - tones: The tones, in any order.
    ///   - boundaries: Where a key may change, in quarter notes: the bar lines. When there are none, every second quarter note.
    /// - Complexity: O(*n* log *n*).
    public init(_ tones: [Tone], boundaries: [Fraction] = []) {
        let tones = tones.filter { $0.duration > .zero }.sorted { ($0.onset, $0.key) < ($1.onset, $1.key) }
        let windows = KeyWindows(tones, boundaries: boundaries)
        signatures = KeyFinding.signatures(tones, windows)
        regions = KeyFinding.regions(windows, under: signatures)
    }

    /// How slowly local keys change, in natural logarithms of probability for a window: fitted on 144 training chorales with published
    /// analyses, together with ``KeyPath/evidence``.
    private static let localInertia = KeyPath.Inertia(change: 0.5, step: 0.5)

    private static func regions(_ windows: KeyWindows, under signatures: [Region]) -> [Region] {
        let path = KeyPath(windows, inertia: localInertia)
        var found: [Region] = []
        var (first, signature) = (0, 0)
        for index in path.states.indices {
            let isLast = index + 1 == path.states.count
            guard isLast || path.states[index + 1] != path.states[index] else { continue }
            let start = windows.starts[first]
            while signature + 1 < signatures.count, signatures[signature + 1].start <= start { signature += 1 }
            let home = signatures.isEmpty ? 0 : signatures[signature].key.fifths ?? 0
            let state = path.states[index]
            let fifths = writable(lineOfFifths(nearest: home, pitchClass: state.majorTonic))
            let confidence = path.confidences[first...index].reduce(0, +) / Double(index + 1 - first)
            found.append(
                Region(
                    start: start, end: isLast ? windows.end : windows.starts[index + 1],
                    key: .traditional(fifths: fifths, mode: state.mode), confidence: confidence))
            first = index + 1
        }
        return found
    }

    /// The same signature with at most seven sharps or flats.
    static func writable(_ fifths: Int) -> Int {
        fifths > 7 ? fifths - 12 : fifths < -7 ? fifths + 12 : fifths
    }
}

extension Key {
    /// Its sharps or flats, when it is a usual signature; never more than twice what can be written, whatever a file says.
    package var fifths: Int? {
        if case .traditional(let fifths, _) = content { max(-14, min(14, fifths)) } else { nil }
    }
}
