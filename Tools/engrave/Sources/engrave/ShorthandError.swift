/// What is wrong with a shorthand file, and where.
struct ShorthandError: Error, CustomStringConvertible {
    /// Where it is.
    var place: Place
    /// What it is.
    var message: String

    /// A place in a text, both numbers counted from 1.
    struct Place {
        var line: Int
        var column: Int
    }

    /// `12:7: no note is 5/4 quarters long`.
    var description: String { "\(place.line):\(place.column): \(message)" }
}
