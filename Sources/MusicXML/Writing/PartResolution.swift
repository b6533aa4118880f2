internal import ScoreModel

/// How finely a written part counts: the divisions of a quarter note.
struct PartResolution {
    /// The divisions to write at the beginning; nil when those of the part's own are written where they stand.
    private(set) var least: Int?
    /// False when no number of divisions that programs can be asked to read holds every duration.
    private(set) var isExact = true

    /// What the schema's readers can be asked to take: MIDI's limit for ticks in a quarter note is half of it.
    static let most = 16383

    /// - Parameter keepsOwn: Whether the part's own divisions are kept where they hold everything.
    init(_ part: Part, _ order: WrittenOrder, measures: [Measure], keepsOwn: Bool) {
        var all = 1
        var own: Fraction?
        var ownHolds = keepsOwn
        func take(_ time: Fraction) {
            // Whole quarters fit any number of divisions but one that is not whole itself.
            if time.denominator == 1, own?.isWhole ?? true { return }
            if let own, (time * own).isWhole {} else { ownHolds = false }
            guard all % time.denominator != 0, isExact else { return }
            let factor = time.denominator / Int(greatestCommonDivisor(UInt(all), UInt(time.denominator)))
            let (product, overflow) = all.multipliedReportingOverflow(by: factor)
            if overflow || product > 1 << 30 { isExact = false } else { all = product }
        }
        for item in order.items {
            let index = Int(item.index)
            let start = measures.indices.contains(Int(item.measure)) ? measures[Int(item.measure)].onset : .zero
            switch item.kind {
            case .divisions: own = part.divisions[index].value
            case .note:
                let note = part.notes[index]
                if own == nil { ownHolds = false }
                take(note.duration)
                take(note.onset - start)
            case .space:
                if own == nil { ownHolds = false }
                take(part.spaces[index].duration)
                take(part.spaces[index].onset - start)
            case .direction:
                take(part.directions[index].onset - start)
                if let offset = part.directions[index].value.offset { take(offset.value) }
                if let offset = part.directions[index].value.sound?.offset { take(offset.value) }
            case .harmony:
                let offset = part.harmonies[index].value.offset?.value ?? .zero
                take(offset)
                take(part.harmonies[index].onset - start - offset)
            case .figuredBass:
                take(part.figuredBasses[index].onset - start)
                if let duration = part.figuredBasses[index].value.duration { take(duration) }
            case .sound:
                take(part.sounds[index].onset - start)
                if let offset = part.sounds[index].value.offset { take(offset.value) }
            case .key: take(part.keys[index].onset - start)
            case .meter: take(part.meters[index].onset - start)
            case .clef: take(part.clefs[index].onset - start)
            case .transposition: take(part.transpositions[index].onset - start)
            case .middleBarline: take(part.barlines[index].onset - start)
            default: break
            }
        }
        if ownHolds, !part.divisions.isEmpty { return }
        if !isExact { all = PartResolution.most }
        least = all
    }
}
