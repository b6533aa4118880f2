public import ScoreModel

extension HarmonicAnalysis {
    /// The harmony of a passage.
    ///
    /// - Parameters:
    ///   - score: The score that the passage was made from: its signatures, and what it says of its own harmony.
    ///   - key: The key of the piece, when its user says so.
    ///   - costs: What the search charges.
    ///   - table: How surprising chords are.
    public init(
        _ passage: Passage, of score: Score, key: Tonality? = nil, costs: HarmonyCosts = HarmonyCosts(),
        table: ProgressionTable = .standard
    ) {
        self.init(
            passage, signatures: Signatures(score), given: GivenHarmony.given(in: score), key: key, costs: costs,
            table: table)
        disagreements = GivenHarmony.disagreements(in: score)
    }

    init(
        _ passage: Passage, signatures: Signatures, given: [GivenHarmony], key: Tonality?, costs: HarmonyCosts,
        table: ProgressionTable
    ) {
        let starts = Array(stride(from: 0, to: passage.moments.count, by: HarmonicAnalysis.longest))
        let shares = ForeignShares(passage, costs)
        let stretches = parallel(starts.count) { index -> Stretch? in
            let (start, end) = (starts[index], min(starts[index] + HarmonicAnalysis.longest, passage.moments.count))
            let evidence = HarmonicEvidence(passage, moments: start..<end, shares: shares, costs: costs)
            let restrictions = SliceRestrictions(evidence, given: given, passage)
            let candidates = ChordCandidates(
                evidence, costs: costs, given: restrictions.slices, restrictions: restrictions.all)
            let search = HarmonySearch(
                evidence, candidates, keyCosts: signatures.costs(at: passage.moments[start].time, key, costs),
                costs: costs, table: table)
            return Stretch(path: search.path(), evidence: evidence, namesChord: restrictions.namesChord)
        }
        var spans = ChordSpans(passage, signatures: signatures, key: key)
        for stretch in stretches { spans.add(stretch.path, stretch.evidence, namesChord: stretch.namesChord) }
        chords = spans.spans
        keys = KeyRegion.regions(of: chords, confidences: spans.keyConfidences)
        home = KeyRegion.home(of: chords, in: keys, signatures: signatures, key: key)
        for index in chords.indices {
            let next = index + 1 < chords.count ? chords[index + 1].chord : nil
            chords[index].numeral = Numeral(chords[index].chord, in: chords[index].key, next: next)
        }
        ornaments = OrnamentReading(passage, chords).ornaments
        cadences = CadenceReading(passage, chords).cadences
    }

    /// A part of a long passage with its best path.
    private struct Stretch {
        let path: [HarmonySearch.Step]
        let evidence: HarmonicEvidence
        let namesChord: [Bool]
    }

    /// How many moments are looked at together; what a path needs in memory grows with them. No piece for voices has so many.
    private static let longest = 8192
}
