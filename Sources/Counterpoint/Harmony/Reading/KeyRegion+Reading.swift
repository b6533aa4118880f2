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

    /// The key of the piece: the local key at its end, if the piece ends on its tonic; else the one that lasts longest, and of those that
    /// last equally long the earlier.
    static func home(
        of chords: [ChordSpan], in keys: [KeyRegion], signatures: Signatures, key: Tonality?, _ passage: Passage
    ) -> KeyRegion {
        let end = chords.last?.end ?? .zero
        let onset = chords.first?.onset ?? .zero
        if let key { return KeyRegion(key: key, onset: onset, end: end, confidence: 1) }
        guard let last = keys.last, let final = chords.last else {
            let fifths = signatures.fifths(at: .zero) ?? 0
            return KeyRegion(key: Tonality(signature: fifths, .major), onset: onset, end: end, confidence: 0)
        }
        if final.chord.root.pitchClass == last.key.tonic.pitchClass {
            return KeyRegion(key: last.key, onset: onset, end: end, confidence: last.confidence)
        }
        var lengths: [(key: KeyRegion, length: Fraction)] = []
        for region in keys {
            if let index = lengths.firstIndex(where: { $0.key.key == region.key }) {
                lengths[index].length = lengths[index].length + (region.end - region.onset)
            } else {
                lengths.append((region, region.end - region.onset))
            }
        }
        var longest = lengths[0]
        for own in lengths.dropFirst() where own.length > longest.length { longest = own }
        return KeyRegion(key: longest.key.key, onset: onset, end: end, confidence: longest.key.confidence)
    }
}
