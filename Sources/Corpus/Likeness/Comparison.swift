internal import ScoreModel

/// Lays two pieces upon each other.
///
/// Figures that both have vote for a transposition and a relation of note values. With the best of these, they vote for displacements: how
/// much later one has what the other has (``Laying``). So repeats may be written out, bars be missing or added, and a pickup be left out.
struct Comparison: Sendable {
    /// The piece that others are compared with.
    let piece: Outline
    /// Its figures, in the order of their numbers.
    private let figures: [Figure]

    /// - Parameter piece: The piece that others are compared with.
    init(_ piece: Outline) {
        self.piece = piece
        figures = piece.figures.sorted { ($0.hash, $0.time, $0.key) < ($1.hash, $1.time, $1.key) }
    }

    /// A figure that recurs more often in a piece votes no more.
    private static let mostRecurrences = 8
    /// Nobody writes a piece down in note values that are more times longer.
    private static let mostAugmentation: Int32 = 8
    /// So many frames are tried,
    private static let mostFrames = 4
    /// and those that have so many times fewer votes than the first are not.
    private static let mostTimesFewer = 4

    /// How alike another piece is; nil where the two have too little in common to be laid upon each other.
    func likeness(_ other: Outline) -> Likeness? {
        guard min(piece.count, other.count) >= Likeness.leastNotes else { return nil }
        let meetings = meetings(other.figures)
        var best: Likeness?
        for frame in Comparison.frames(meetings) {
            // A figure that leads on past a longer pause misleads about the note values, and yet its ends are where they are.
            let some = meetings.filter { $0.frame.transposition == frame.transposition }.map { $0.with(frame) }
            let found = likeness(other, frame, some)
            if best.map({ $0.greater < found.greater }) ?? true { best = found }
            if found.greater >= Likeness.most { break }
        }
        return best
    }

    private func likeness(_ other: Outline, _ frame: Frame, _ meetings: [Meeting]) -> Likeness {
        let forth = Laying(piece, upon: other, frame, meetings)
        let back = Laying(other, upon: piece, frame.inverse, meetings.map(\.inverse))
        return Likeness(
            ofFirst: forth.share, ofSecond: back.share, ofTune: max(forth.shareOfTune, back.shareOfTune),
            transposition: frame.transposition, augmentation: Double(frame.numerator) / Double(frame.denominator),
            relation: Comparison.relation(piece, other, forth, back))
    }

    private static func relation(
        _ first: Outline, _ second: Outline, _ forth: Laying, _ back: Laying
    ) -> Likeness.Relation? {
        let (isIn, holds) = (forth.share >= Likeness.most, back.share >= Likeness.most)
        if isIn && holds { return .same }
        // A melody is in each of its settings, which are different pieces.
        let areComparable = first.isOneVoice == second.isOneVoice
        if isIn, forth.met >= Likeness.leastShared, !first.isOneVoice || second.isOneVoice { return .part }
        if holds, back.met >= Likeness.leastShared, !second.isOneVoice || first.isOneVoice { return .part }
        let isStretch = [forth, back].contains {
            $0.stretch >= Likeness.leastStretchNotes && Double($0.stretch) >= Likeness.leastStretch * Double($0.notes)
        }
        if areComparable, isStretch { return .passage }
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
        /// When its first and its last note begin in either piece.
        let times: (first: Int32, last: Int32)
        let otherTimes: (first: Int32, last: Int32)

        func with(_ frame: Frame) -> Meeting { Meeting(frame: frame, times: times, otherTimes: otherTimes) }

        var inverse: Meeting { Meeting(frame: frame.inverse, times: otherTimes, otherTimes: times) }

        /// How much later the second has its ends. They differ where a pause in it is longer.
        var displacements: (first: Int, last: Int) {
            (Int(otherTimes.first) - frame.scaled(times.first), Int(otherTimes.last) - frame.scaled(times.last))
        }
    }

    private func meetings(_ others: [Figure]) -> [Meeting] {
        others.flatMap { other -> [Meeting] in
            let start = figures.partitioningIndex { $0.hash >= other.hash }
            let same = figures[start...].prefix(Comparison.mostRecurrences + 1).prefix { $0.hash == other.hash }
            guard same.count <= Comparison.mostRecurrences else { return [] }
            return same.map { Meeting($0, other) }
        }
    }

    /// The transpositions and relations of note values that most figures have; several, because figures that go on from one phrase to the next
    /// mislead where the pause between is longer.
    private static func frames(_ meetings: [Meeting]) -> [Frame] {
        var votes: [Frame: Int] = [:]
        for meeting in meetings { votes[meeting.frame, default: 0] += 1 }
        let most = votes.values.max() ?? 0
        let sorted = votes.filter { mostTimesFewer * $0.value >= most && $0.key.augmentation <= mostAugmentation }
            .sorted { ($0.value, $1.key.order) > ($1.value, $0.key.order) }
        return sorted.prefix(mostFrames).map(\.key)
    }

}

extension Comparison.Frame {
    /// A time of the first as the second counts it, without displacement.
    func scaled(_ time: Int32) -> Int {
        let product = Int(time) * Int(numerator)
        return numerator == denominator ? Int(time) : Int((Double(product) / Double(denominator)).rounded())
    }

    /// How many times longer the longer note values are.
    fileprivate var augmentation: Int32 { max(numerator, denominator) / min(numerator, denominator) }

    /// Decides between frames with equal votes: the least change wins.
    fileprivate var order: Int {
        abs(transposition) * 2 + (transposition < 0 ? 1 : 0) + Int(numerator + denominator) << 16
    }
}

extension Comparison.Meeting {
    fileprivate init(_ figure: Figure, _ other: Figure) {
        let divisor = Int32(greatestCommonDivisor(figure.unit.magnitude, other.unit.magnitude))
        self.init(
            frame: .init(
                transposition: Int(other.key) - Int(figure.key), numerator: other.unit / divisor,
                denominator: figure.unit / divisor),
            times: (figure.time, figure.lastTime), otherTimes: (other.time, other.lastTime))
    }
}
