/// A time signature.
public struct Meter: Hashable, Sendable {
    /// Beats over a beat type, such as 3/4 or 3+2/8.
    public struct Component: Hashable, Sendable {
        /// The groups of beats: `[4]` in 4/4, `[3, 2]` in 3+2/8.
        public var beats: [Int]
        /// The note value of a beat as a part of a whole note: 4 for quarters.
        public var beatType: Int

        /// Beats over a beat type, or nil when one is not positive.
        public init?(beats: [Int], beatType: Int) {
            guard !beats.isEmpty, beats.allSatisfy({ (1...100_000).contains($0) }), (1...100_000).contains(beatType)
            else { return nil }
            self.beats = beats
            self.beatType = beatType
        }
    }

    /// The components, added up when there are several; empty for music without meter.
    public var components: [Component]
    /// How it is drawn (`common`, `cut`, `single-number` …), when the file says.
    public var symbol: String?

    /// What stands between beats and beat type, such as `diagonal`, when the file says.
    public var separator: String?
    /// A second meter that may take the place of the first.
    public var interchangeable: Interchangeable?
    /// What is written for music without meter.
    public var senzaMisuraText: String?
    /// Whether it is printed, when the file says.
    public var isPrinted: Bool?

    /// A second meter that may take the place of the first.
    public struct Interchangeable: Hashable, Sendable {
        /// How the two are set side by side: `parentheses`, `bracket`, `equals`, `slash`, `space` or `hyphen`.
        public var relation: String?
        /// The components.
        public var components: [Component]
        /// How it is drawn.
        public var symbol: String?
        /// What stands between beats and beat type.
        public var separator: String?

        /// A meter.
        public init(_ components: [Component]) { self.components = components }
    }

    /// A time signature.
    public init(_ components: [Component], symbol: String? = nil) {
        self.components = components
        self.symbol = symbol
    }

    /// Music without meter.
    public static let senzaMisura = Meter([])

    /// The length of a full measure in quarter notes, or nil for music without meter.
    public var length: Fraction? {
        components.isEmpty
            ? nil
            : components.reduce(Fraction.zero) { sum, component in
                sum + component.beats.reduce(Fraction.zero) { $0 + Fraction($1) } * 4 / Fraction(component.beatType)
            }
    }
}

extension Meter: CustomStringConvertible {
    /// `4/4`, `3+2/8`, `3/8+2/4`, `senza misura`.
    public var description: String {
        components.isEmpty
            ? "senza misura"
            : components.map { "\($0.beats.map(String.init).joined(separator: "+"))/\($0.beatType)" }
                .joined(separator: "+")
    }
}
