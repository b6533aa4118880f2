/// One end of something that runs from one place to another, such as a slur or a wedge.
///
/// Ends are kept where they stand, and know their partner, so that one without a partner is kept too.
public struct Edge: Hashable, Sendable {
    /// What the end is.
    public enum Role: String, Sendable, CaseIterable {
        case start, stop
        /// What runs is broken here and goes on, as at the end of a system.
        case `continue`
        /// It begins and ends at one place.
        case single
        /// A tie to nothing: let it ring.
        case letRing = "let-ring"
    }

    /// What the end is.
    public var role: Role
    /// The number that tells it from others that are open at the same time, when the file gives one.
    public var number: Int?
    /// The index of the mark or direction with the other end; nil where there is none.
    public var partner: Int32?

    /// An end.
    public init(_ role: Role, number: Int? = nil, partner: Int32? = nil) {
        self.role = role
        self.number = number
        self.partner = partner
    }

    /// The number, which is 1 where the file gives none.
    public var effectiveNumber: Int { number ?? 1 }
}

/// The side of the staff on which something stands.
public enum Placement: String, Sendable, CaseIterable {
    case above, below
}

/// How a line is drawn, as far as that means something.
public struct LineStyle: Hashable, Sendable {
    /// Straight or curved.
    public enum Shape: String, Sendable, CaseIterable {
        case straight, curved
    }

    /// What the line is made of.
    public enum Pattern: String, Sendable, CaseIterable {
        case solid, dashed, dotted, wavy
    }

    /// How long a fall or a doit is drawn.
    public enum Length: String, Sendable, CaseIterable {
        case short, medium, long
    }

    /// Straight or curved.
    public var shape: Shape?
    /// What the line is made of.
    public var pattern: Pattern?
    /// How long it is.
    public var length: Length?
    /// The length of dashes, in tenths of the distance between staff lines.
    public var dashLength: Fraction?
    /// The space between dashes, in tenths.
    public var spaceLength: Fraction?

    /// A line about which nothing is said.
    public init() {}
}

/// A slur or the drawn line of a tie.
public struct Curve: Hashable, Sendable {
    /// Which way it bends.
    public enum Orientation: String, Sendable, CaseIterable {
        case over, under
    }

    /// Which way it bends.
    public var orientation: Orientation?
    /// How it is drawn.
    public var line = LineStyle()

    /// A curve about which nothing is said.
    public init() {}
}
