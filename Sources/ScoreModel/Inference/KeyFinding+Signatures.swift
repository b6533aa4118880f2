extension KeyFinding {
    /// How slowly signatures change, in natural logarithms of probability, and farther ones the more slowly; see ``KeyPath``.
    private static let signatureInertia = KeyPath.Inertia(change: 40, step: 3, joinsRelatives: true)
    /// A signature is not changed for less, in quarter notes: sixteen common bars.
    private static let shortestSignature: Fraction = 64

    /// The signatures of a piece whose tones are sorted by onset.
    static func signatures(_ tones: [Tone], _ windows: KeyWindows) -> [Region] {
        let starts = longStretches(windows)
        let piece = SignatureEvidence(tones[...])
        var found: [Region] = []
        var first = 0
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : windows.end
            var last = first
            while last < tones.count, tones[last].onset < end { last += 1 }
            guard first < last else { continue }
            let stretch = tones[first..<last]
            // The beginning is in the key that the piece comes back to.
            let evidence = index == 0 ? piece : SignatureEvidence(stretch)
            let region = signature(of: stretch, evidence, from: start, to: end, after: found.last?.key.fifths)
            first = last
            if let before = found.last, before.key.fifths == region.key.fifths {
                let surer = max(before.confidence, region.confidence)
                found[found.count - 1] = Region(start: before.start, end: end, key: before.key, confidence: surer)
            } else {
                found.append(region)
            }
        }
        return found
    }

    /// Where long stretches in one signature begin; what is shorter goes to the stretch before it, at the beginning to the one behind.
    private static func longStretches(_ windows: KeyWindows) -> [Fraction] {
        let path = KeyPath(windows, inertia: signatureInertia)
        var stretches: [(start: Fraction, fifths: Int)] = []
        var first = 0
        for (index, state) in path.states.enumerated() {
            let isLast = index + 1 == path.states.count
            guard isLast || path.states[index + 1].fifths != state.fifths else { continue }
            let (start, end) = (windows.starts[first], isLast ? windows.end : windows.starts[index + 1])
            first = index + 1
            if end - start >= shortestSignature, state.fifths != stretches.last?.fifths {
                stretches.append((start, state.fifths))
            }
        }
        return windows.starts.prefix(1) + stretches.dropFirst().map(\.start)
    }

    private static func signature(
        of tones: ArraySlice<Tone>, _ evidence: SignatureEvidence, from start: Fraction, to end: Fraction,
        after before: Int?
    ) -> Region {
        var (probabilities, isMinor) = (SignatureModel.probabilities(evidence), evidence.isMinor)
        if !evidence.isHymn {
            let home = HomeKey(tones, whole: evidence.sounding)
            (probabilities, isMinor) = (home.signatures, home.isMinor)
        }
        let tonic = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
        let fifths = writable(lineOfFifths(nearest: before ?? 0, pitchClass: tonic))
        let key = Key.traditional(fifths: fifths, mode: isMinor ? "minor" : "major")
        return Region(start: start, end: end, key: key, confidence: probabilities[tonic])
    }
}
