internal import ScoreModel

/// The divisions of a beat that notation has, and which of them the ticks of a quarter note can stand for.
///
/// Where a division does not go into the ticks of a quarter note, as a septuplet into 480, its parts are rounded, one way or the other.
struct BeatDivisions {
    /// By how many parts beats are divided, the plainest first: what simple and compound notes, tuplets and tuplets against each other need.
    static let parts = [
        1, 2, 4, 3, 8, 6, 12, 16, 5, 24, 7, 10, 32, 9, 20, 14, 15, 48, 64, 11, 13, 18, 28, 40, 21, 36, 30, 60, 56, 80,
        96, 128,
    ]
    /// The common ones among them, as bits: what is taken for a sign that ticks are notation.
    static let commonMask: UInt32 = (1 << 14) - 1
    /// Halves down to 32nds, as bits.
    static let binaryMask: UInt32 = 0b10111
    /// Sixteenths and triplets, as bits.
    static let simpleMask: UInt32 = 0b1111
    /// The plainest among them, as bits: 32nds and sixteenths of triplets.
    static let plainMask: UInt32 = (1 << 6) - 1

    /// Whether beats may be divided by other numbers than powers of two.
    private let hasTuplets: Bool
    /// How many ticks a quarter note has.
    let ticksPerQuarter: Int
    /// For each tick of a quarter note, which divisions it is a part of: bits in the order of ``parts``.
    private let fits: [UInt32]
    /// The divisions that go into the ticks of a quarter note.
    let whole: UInt32
    /// Those whose parts are rounded to ticks.
    let rounded: UInt32
    /// Those of them whose parts are so long that two in a beat are no accident.
    let finelyRounded: UInt32

    /// - Parameters:
    ///   - ticks: How many ticks a quarter note has.
    ///   - tolerance: How many ticks all of them may be off, where parts are not too short for that.
    ///   - findsTuplets: Whether beats may be divided by other numbers than powers of two.
    init(ticksPerQuarter ticks: Int, tolerance: Int = 0, findsTuplets: Bool = true) {
        var fits = [UInt32](repeating: 0, count: ticks)
        var (whole, rounded, finelyRounded): (UInt32, UInt32, UInt32) = (0, 0, 0)
        for (index, parts) in Self.parts.enumerated() where findsTuplets || parts.nonzeroBitCount == 1 {
            // Ticks that are hardly apart tell nothing.
            let isWhole = ticks % parts == 0
            guard isWhole || ticks >= 4 * parts else { continue }
            if isWhole { whole |= 1 << UInt32(index) } else { rounded |= 1 << UInt32(index) }
            if !isWhole, ticks >= 24 * parts { finelyRounded |= 1 << UInt32(index) }
            // Ticks may be off by a twenty-fourth of a part, which no other part is near.
            let off = ticks >= 24 * tolerance * parts ? tolerance : 0
            for part in 0..<parts {
                let tick = part * ticks / parts
                for near in tick - off...tick + off + (isWhole || part == 0 ? 0 : 1) {
                    fits[near.remainder(modulo: ticks)] |= 1 << UInt32(index)
                }
            }
        }
        ticksPerQuarter = ticks
        self.fits = fits
        (self.whole, self.rounded, self.finelyRounded) = (whole, rounded, finelyRounded)
        hasTuplets = findsTuplets
    }

    /// The divisions that a tick is a part of, as bits.
    func divisions(at tick: Int) -> UInt32 { fits[tick.remainder(modulo: ticksPerQuarter)] }

    /// The moment that a tick stands for, by the plainest of some divisions.
    func moment(at tick: Int, divisions: UInt32) -> Fraction {
        let beat = (tick - tick.remainder(modulo: ticksPerQuarter)) / ticksPerQuarter
        let parts = Self.parts[Swift.min(divisions.trailingZeroBitCount, Self.parts.count - 1)]
        let (product, overflow) = tick.remainder(modulo: ticksPerQuarter).multipliedReportingOverflow(by: 2 * parts)
        guard !overflow else { return Fraction(beat) }
        let part = (product + ticksPerQuarter) / (2 * ticksPerQuarter)
        return Fraction(beat) + Fraction(part) / Fraction(parts)
    }

    /// The place nearest to a tick that is a part of nothing: among 32nds and sixteenths of triplets.
    func nearest(to tick: Double) -> Fraction {
        let quarters = tick / Double(ticksPerQuarter)
        let binary = Fraction(rounding: quarters * 8) / 8
        let ternary = Fraction(rounding: quarters * 6) / 6
        guard hasTuplets else { return binary }
        return abs(binary.doubleValue - quarters) <= abs(ternary.doubleValue - quarters) ? binary : ternary
    }
}

extension Fraction {
    /// The whole number nearest to a number; within 2⁵³, where such numbers are exact.
    init(rounding number: Double) {
        self.init(Int(Swift.min(Swift.max(number.rounded(), -0x1p53), 0x1p53)))
    }
}
