import ScoreModel

/// Gathers slices into chords: one lasts until its key, its root, its quality, its bass or where it is known from changes.
struct ChordSpans {
    private(set) var spans: [ChordSpan] = []
    /// For each chord, how sure its key is.
    private(set) var keyConfidences: [Double] = []
    private let passage: Passage
    private let signatures: Signatures
    /// The key of the piece, when it is known.
    private let known: Tonality?

    init(_ passage: Passage, signatures: Signatures, key: Tonality?) {
        self.passage = passage
        self.signatures = signatures
        known = key
    }

    /// Adds the steps of a path.
    mutating func add(_ steps: [HarmonySearch.Step], _ evidence: HarmonicEvidence, namesChord given: [Bool]) {
        var start = 0
        var bass = Chord.Member.root
        for index in steps.indices {
            let own = member(evidence.slices[index].bass, steps[index].chord)
            if index == start {
                bass = own ?? .root
            } else if isSame(index - 1, index, steps, evidence, given), own == nil || own == bass {
                continue
            } else {
                // A bass that is foreign where a chord begins is an ornament of the one that comes.
                if isSame(index - 1, index, steps, evidence, given),
                    (start..<index).allSatisfy({ member(evidence.slices[$0].bass, steps[$0].chord) == nil })
                {
                    bass = own ?? bass
                    continue
                }
                append(start..<index, bass, steps, evidence, given)
                start = index
                bass = own ?? .root
            }
        }
        if start < steps.count { append(start..<steps.count, bass, steps, evidence, given) }
    }

    private func member(_ bass: Int8, _ chord: Int) -> Chord.Member? {
        ChordShape.quality(chord).member((Int(bass) - ChordShape.root(chord)).modulo(12))
    }

    private func isSame(
        _ first: Int, _ second: Int, _ steps: [HarmonySearch.Step], _ evidence: HarmonicEvidence, _ given: [Bool]
    ) -> Bool {
        steps[first].key == steps[second].key && steps[first].chord == steps[second].chord
            && evidence.slices[first].moment + 1 == evidence.slices[second].moment
            && passage.moments[evidence.slices[second].moment].boundary == nil
            && (given.isEmpty || given[first] == given[second])
    }

    private mutating func append(
        _ range: Range<Int>, _ bass: Chord.Member, _ steps: [HarmonySearch.Step], _ evidence: HarmonicEvidence,
        _ given: [Bool]
    ) {
        guard let first = range.first, let last = range.last else { return }
        let moments = evidence.slices[first].moment..<(evidence.slices[last].moment + 1)
        let onset = passage.moments[moments.lowerBound].time
        let fifths = signatures.fifths(at: onset) ?? 0
        let key = Tonality(number: steps[first].key, near: known?.signature ?? fifths)
        let quality = ChordShape.quality(steps[first].chord)
        let root = spelling(of: ChordShape.root(steps[first].chord), quality, in: key, moments)
        let isGiven = !given.isEmpty && given[first]
        // A key that is known leaves the chord alone to be doubted.
        let margin = range.map { key == known ? steps[$0].chordMargin : steps[$0].margin }.max() ?? 0
        let keyMargin = range.map { steps[$0].keyMargin }.max() ?? 0
        spans.append(
            ChordSpan(
                moments: moments, onset: onset, end: passage.moments[moments.upperBound].time, key: key,
                chord: Chord(root, quality, bass: bass), numeral: Numeral(Chord(root, quality, bass: bass), in: key),
                confidence: isGiven ? 1 : Confidence.ofChord(margin), source: isGiven ? .given : .inferred))
        keyConfidences.append(isGiven ? 1 : Confidence.ofKey(keyMargin))
    }

    /// The letter of a root: as it is written, or as the chord's other tones are, or as the key has it.
    private func spelling(
        of root: Int, _ quality: ChordQuality, in key: Tonality, _ moments: Range<Int>
    ) -> TonalPitchClass {
        if passage.spelling == .written {
            var best: TonalPitchClass?
            for moment in moments {
                for voice in passage.voices.indices {
                    guard let event = passage.event(voice, at: moment) else { continue }
                    let tone = TonalPitchClass(event.pitch)
                    guard let member = quality.member((event.pitchClass - root).modulo(12)),
                        let interval = quality.interval(of: member)
                    else { continue }
                    let own = tone + -interval
                    if member == .root, own.pitchClass == root { return own }
                    if best == nil, own.pitchClass == root { best = own }
                }
            }
            if let best { return best }
        }
        // The scale and its usual alterations lie from five fifths below the tonic to six above.
        let above = (root - key.tonic.pitchClass).modulo(12) * 7 % 12
        return key.tonic + (above > 6 ? above - 12 : above)
    }
}

extension Tonality {
    /// The key of a number, spelled as near to a signature as may be.
    init(number: Int, near fifths: Int) {
        let plain = Tonality(number: number)
        let choices = [-12, 0, 12].map { Tonality(plain.tonic + $0, plain.mode) }
        self = choices.min { abs($0.signature - fifths) < abs($1.signature - fifths) } ?? plain
    }
}
