/// A rectangle, in tenths of the distance between staff lines; y grows downwards.
struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// The same rectangle elsewhere and, about its origin, smaller.
    func placed(x: Double, y: Double, scale: Double = 1) -> Box {
        Box(left: x + left * scale, top: y + top * scale, right: x + right * scale, bottom: y + bottom * scale)
    }

    /// The rectangle around both.
    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// Whether both share a point on the horizontal axis.
    func overlapsAcross(_ other: Box) -> Bool { left < other.right && other.left < right }

    /// Whether both share a point on the vertical axis.
    func overlapsAlong(_ other: Box) -> Bool { top < other.bottom && other.top < bottom }
}
