/// What ends a phrase at a moment. What happens across it is told as such, and not counted as a fault of part-writing.
public enum Boundary: String, Sendable {
    /// A note that ends here carries a fermata.
    case fermata
    /// A double or final bar line, or one that bounds a repeat.
    case doubleBar = "double-bar"
    /// All voices rest.
    case generalRest = "general-rest"
}
