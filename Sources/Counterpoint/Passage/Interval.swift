/// The distance between two pitches, as a number of steps and its exact size.
///
/// Between two voices it goes from the lower sounding note to the upper one, whatever their order in the score; in a line, from one
/// note to the next, downwards with negative numbers.
public struct Interval: Hashable, Sendable {
    /// Letters from one note to the other: 4 for a fifth. Nil where the spelling is inferred, so that only sizes count.
    public let steps: Int?
    /// Thousandths of a semitone.
    public let size: Int

    /// A distance.
    public init(steps: Int?, size: Int) {
        self.steps = steps
        self.size = size
    }

    /// The distance in a line.
    public init(from first: Event, to second: Event) {
        steps = second.steps - first.steps
        size = second.height - first.height
    }

    /// The distance between two voices.
    ///
    /// - Parameter spelling: Whether letters count.
    public init(between first: Event, and second: Event, spelling: SpellingSource) {
        let isUpward = (first.height, first.steps) <= (second.height, second.steps)
        let (lower, upper) = isUpward ? (first, second) : (second, first)
        steps = spelling == .written ? upper.steps - lower.steps : nil
        size = upper.height - lower.height
    }
}

extension Interval {
    /// Thousandths of a semitone without octaves.
    private var simpleSize: Int { ((size % 12_000) + 12_000) % 12_000 }
    /// Letters without octaves.
    private var simpleSteps: Int? { steps.map { ((($0 % 7) + 7) % 7) } }

    /// A perfect fifth or its compounds: four letters and seven semitones, octaves apart.
    public var isPerfectFifth: Bool { simpleSize == 7000 && simpleSteps ?? 4 == 4 }
    /// A diminished fifth or its compounds; a tritone where the spelling is inferred.
    public var isDiminishedFifth: Bool { simpleSize == 6000 && simpleSteps ?? 4 == 4 }
    /// A unison, an octave or its compounds, perfect.
    public var isOctaveOrUnison: Bool { simpleSize == 0 && simpleSteps ?? 0 == 0 }
    /// A perfect unison: the very same pitch.
    public var isUnison: Bool { size == 0 && steps ?? 0 == 0 }
    /// An octave or its compounds, perfect.
    public var isOctave: Bool { isOctaveOrUnison && size != 0 }

    /// Letters, whatever the direction.
    public var generic: Int { abs(steps ?? 0) }

    /// How much larger (or, negative, smaller) it is than the perfect or major interval of its letters, in thousandths of a semitone.
    private var excess: Int {
        let steps = generic
        let direction = (self.steps ?? 0) < 0 ? -1 : 1
        let plain = [0, 2, 4, 5, 7, 9, 11]
        return direction * size - (plain[steps % 7] + 12 * (steps / 7)) * 1000
    }

    private var isOfPerfectKind: Bool { [0, 3, 4].contains(generic % 7) }

    /// Larger than perfect or major by a chromatic semitone or more.
    public var isAugmented: Bool { steps != nil && excess >= 1000 }
    /// Smaller than perfect or minor by a chromatic semitone or more.
    public var isDiminished: Bool { steps != nil && excess <= (isOfPerfectKind ? -1000 : -2000) }

    /// Its name without octaves, as `P5`, `m3`, `A4`; `P1` for unisons and `P8` for octaves. `TT` for six semitones of unknown spelling.
    public var simpleName: String {
        guard let steps = simpleSteps else {
            guard simpleSize % 1000 == 0 else { return "?" }
            let names = ["P8", "m2", "M2", "m3", "M3", "P4", "TT", "P5", "m6", "M6", "m7", "M7"]
            return size == 0 ? "P1" : names[simpleSize / 1000]
        }
        var simple = simpleSize
        // An augmented seventh is twelve semitones, a diminished unison minus one.
        if steps == 6, simple < 3000 { simple += 12_000 } else if steps == 0, simple > 9000 { simple -= 12_000 }
        let name = Interval(steps: steps, size: simple).name
        return name == "P1" && size != 0 ? "P8" : name
    }

    /// Its name with octaves: `P12`, `m10`.
    public var name: String {
        guard steps != nil else { return simpleName }
        guard excess % 1000 == 0 else { return "?\(generic + 1)" }
        let semitones = excess / 1000
        let quality =
            if isOfPerfectKind {
                semitones == 0 ? "P" : String(repeating: semitones > 0 ? "A" : "d", count: min(abs(semitones), 9))
            } else if semitones == 0 {
                "M"
            } else if semitones == -1 {
                "m"
            } else {
                String(repeating: semitones > 0 ? "A" : "d", count: min(semitones > 0 ? semitones : -semitones - 1, 9))
            }
        return "\(quality)\(generic + 1)"
    }
}
