internal import ScoreModel

/// Lays two pieces upon each other.
///
/// Figures that both have vote for a transposition and a relation of note values. With the best of these, figures vote for displacements: how
/// much later one has what the other has (``Laying``). So repeats may be written out, bars be missing or added, and a pickup be left out.
enum Comparison {
    /// A figure that recurs more often in a piece votes no more.
    private static let mostRecurrences = 8
    /// How alike two pieces are; nil where they have too little in common to be laid upon each other.
    static func likeness(_ first: Outline, _ second: Outline) -> Likeness? {
        guard min(first.count, second.count) >= Likeness.leastNotes else { return nil }
        let (figures, others) = (first.figures, second.figures)
        let meetings = Comparison.meetings(figures, others)
        guard let frame = Comparison.frame(meetings) else { return nil }
        let kept = meetings.filter { $0.frame == frame }
        let forth = Laying(first, upon: second, frame, kept)
        let back = Laying(second, upon: first, frame.inverse, kept.map(\.inverse))
        let (ofFirst, ofSecond) = (forth.share, back.share)
        return Likeness(
            ofFirst: ofFirst, ofSecond: ofSecond, ofTune: max(forth.shareOfTune, back.shareOfTune),
            transposition: frame.transposition, augmentation: Double(frame.numerator) / Double(frame.denominator),
            relation: relation(first, second, forth, back))
    }

    private static func relation(
        _ first: Outline, _ second: Outline, _ forth: Laying, _ back: Laying
    ) -> Likeness.Relation? {
        let (isIn, holds) = (forth.share >= Likeness.most, back.share >= Likeness.most)
        if isIn && holds { return .same }
        // A melody is in each of its settings, which are different pieces.
        if isIn, forth.met >= Likeness.leastShared, !first.isOneVoice || second.isOneVoice { return .part }
        if holds, back.met >= Likeness.leastShared, !second.isOneVoice || first.isOneVoice { return .part }
        return max(forth.shareOfTune, back.shareOfTune) >= Likeness.most ? .tune : nil
    }

    /// A transposition, and a relation of note values.
    struct Frame: Hashable {
        /// Semitones that the second is higher.
        let transposition: Int
        /// How many times as long the second's note values are, in lowest terms.
        let numerator: Int32
        let denominator: Int32

        var inverse: Frame { Frame(transposition: -transposition, numerator: denominator, denominator: numerator) }
    }

    /// A figure that both pieces have.
    struct Meeting {
        let frame: Frame
        let time: Int32
        let otherTime: Int32

        var inverse: Meeting { Meeting(frame: frame.inverse, time: otherTime, otherTime: time) }

        /// How much later the second has it.
        var displacement: Int { Int(otherTime) - frame.scaled(time) }
    }

    private static func meetings(_ figures: [Figure], _ others: [Figure]) -> [Meeting] {
        let sorted = others.sorted { ($0.hash, $0.time, $0.key) < ($1.hash, $1.time, $1.key) }
        return figures.flatMap { figure -> [Meeting] in
            let start = sorted.partitioningIndex { $0.hash >= figure.hash }
            let same = sorted[start...].prefix(mostRecurrences + 1).prefix { $0.hash == figure.hash }
            guard same.count <= mostRecurrences else { return [] }
            return same.map { Meeting(figure, $0) }
        }
    }

    /// The transposition and the relation of note values that most figures have.
    private static func frame(_ meetings: [Meeting]) -> Frame? {
        var votes: [Frame: Int] = [:]
        for meeting in meetings { votes[meeting.frame, default: 0] += 1 }
        return votes.max { ($0.value, $1.key.order) < ($1.value, $0.key.order) }?.key
    }
}

extension Comparison.Frame {
    /// A time of the first as the second counts it, without displacement.
    func scaled(_ time: Int32) -> Int {
        let product = Int(time) * Int(numerator)
        return numerator == denominator ? Int(time) : Int((Double(product) / Double(denominator)).rounded())
    }

    /// Decides between frames with equal votes: the least change wins.
    fileprivate var order: Int { abs(transposition) * 2 + (transposition < 0 ? 1 : 0) + Int(numerator + denominator) << 16 }
}

extension Comparison.Meeting {
    fileprivate init(_ figure: Figure, _ other: Figure) {
        let divisor = Int32(greatestCommonDivisor(figure.unit.magnitude, other.unit.magnitude))
        self.init(
            frame: .init(
                transposition: Int(other.key) - Int(figure.key), numerator: other.unit / divisor,
                denominator: figure.unit / divisor),
            time: figure.time, otherTime: other.time)
    }
}
