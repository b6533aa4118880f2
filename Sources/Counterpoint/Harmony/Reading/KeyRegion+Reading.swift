import ScoreModel

extension KeyRegion {
    /// The keys of chords that follow each other.
    static func regions(of chords: [ChordSpan], confidences: [Double]) -> [KeyRegion] {
        var regions: [KeyRegion] = []
        var start = 0
        for index in chords.indices where index + 1 == chords.count || chords[index + 1].key != chords[start].key {
            let end = index + 1 < chords.count ? chords[index + 1].onset : chords[index].end
            regions.append(
                KeyRegion(
                    key: chords[start].key, onset: chords[start].onset, end: end,
                    confidence: confidences[start...index].max() ?? 0))
            start = index + 1
        }
        return regions
    }

    /// The key of the piece, by its signature and its last chord; where they do not tell, the local key that lasts longest.
    ///
    /// - Parameter key: The key, when it is known.
    static func home(
        of chords: [ChordSpan], in keys: [KeyRegion], signatures: Signatures, key: Tonality?
    ) -> KeyRegion {
        let (onset, end) = (chords.first?.onset ?? .zero, chords.last?.end ?? .zero)
        let fifths = signatures.fifths(at: onset)
        if let key { return KeyRegion(key: key, onset: onset, end: end, confidence: 1) }
        guard let final = chords.last else {
            return KeyRegion(key: Tonality(signature: fifths ?? 0, .major), onset: onset, end: end, confidence: 0)
        }
        let (longest, share) = longest(of: keys)
        // Where keys are given, what is written at the beginning of the staff counts less.
        if let fifths, final.source == .inferred, let written = Tonality(signature: fifths, endingOn: final.chord.root)
        {
            let confidence = written == longest ? max(share, surelyWritten) : surelyWritten
            return KeyRegion(key: written, onset: onset, end: end, confidence: confidence)
        }
        return KeyRegion(key: longest, onset: onset, end: end, confidence: share)
    }

    /// How often signature and last chord tell the key, on 364 chorales whose mode is known (`Tools/fit-harmony explained`).
    private static let surelyWritten = 0.97

    /// The key that most of the music is in, and its share of it; of equal ones the first.
    private static func longest(of keys: [KeyRegion]) -> (key: Tonality, share: Double) {
        var lengths: [(key: Tonality, length: Fraction)] = []
        var sum = Fraction.zero
        for region in keys {
            let length = region.end - region.onset
            sum = sum + length
            if let index = lengths.firstIndex(where: { $0.key == region.key }) {
                lengths[index].length = lengths[index].length + length
            } else {
                lengths.append((region.key, length))
            }
        }
        guard var longest = lengths.first, sum > .zero else { return (Tonality(signature: 0, .major), 0) }
        for own in lengths.dropFirst() where own.length > longest.length { longest = own }
        return (longest.key, (longest.length / sum).doubleValue)
    }
}

extension Tonality {
    /// The key of a piece with a signature that ends on a chord with the given root; nil when the two do not tell.
    ///
    /// It ends on its tonic; or, in minor, on its dominant, as the Phrygian mode does; or it is Dorian, with a sharp more than its minor has.
    fileprivate init?(signature fifths: Int, endingOn root: TonalPitchClass) {
        switch root - TonalPitchClass(fifths: fifths) {
        case 0: self.init(signature: fifths, .major)
        case 3, 4: self.init(signature: fifths, .minor)
        case 2: self.init(root, .minor)
        default: return nil
        }
    }
}
