/// A sign that tells how a note is attacked, held or left.
public struct Articulation: Hashable, Sendable {
    /// What the sign is, by its MusicXML name.
    public enum Kind: String, Sendable, CaseIterable {
        case accent
        case strongAccent = "strong-accent"
        case staccato, tenuto
        case detachedLegato = "detached-legato"
        case staccatissimo, spiccato, scoop, plop, doit, falloff
        case breathMark = "breath-mark"
        case caesura, stress, unstress
        case softAccent = "soft-accent"
        case other = "other-articulation"
    }

    /// What the sign is.
    public var kind: Kind
    /// Which way a strong accent points.
    public var direction: VerticalDirection?
    /// The line of a scoop, plop, doit or fall.
    public var line = LineStyle()
    /// The shape of a breath mark or caesura, or what another articulation is; empty for the usual one.
    public var text = ""
    /// The sign of another articulation, by its name in SMuFL.
    public var glyph: String?

    /// An articulation.
    public init(_ kind: Kind) { self.kind = kind }
}
