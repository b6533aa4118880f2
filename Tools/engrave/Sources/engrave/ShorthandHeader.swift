/// Reads the block of `name: value` lines that a shorthand file begins with.
struct ShorthandHeader {
    private static let modes = ["major", "minor", "dorian", "phrygian", "lydian", "mixolydian"]
    private static let names = ["title", "catalogue", "composer", "key", "meter", "tempo"]

    private var values: [Substring: (text: String, place: ShorthandError.Place)] = [:]
    private let end: ShorthandError.Place

    /// Sorts the lines by their names.
    init(_ lines: [ShorthandLine]) throws(ShorthandError) {
        end = lines.last?.end ?? ShorthandError.Place(line: 1, column: 1)
        for line in lines {
            let start = ShorthandError.Place(line: line.number, column: 1)
            guard let colon = line.text.firstIndex(of: ":") else {
                throw ShorthandError(place: line.end, message: "a header line is a name, a colon and a value")
            }
            let name = line.text[..<colon]
            guard Self.names.contains(String(name)) else {
                throw ShorthandError(
                    place: start,
                    message: "no header is named '\(name)'; there are \(Self.names.joined(separator: ", "))")
            }
            guard values[name] == nil else {
                throw ShorthandError(place: start, message: "a second '\(name)'")
            }
            let words = ShorthandLine(text: line.text[line.text.index(after: colon)...], number: line.number).words
            guard let first = words.first else {
                throw ShorthandError(place: line.end, message: "'\(name)' has no value")
            }
            guard !line.text.unicodeScalars.contains(where: Self.isForbidden) else {
                throw ShorthandError(place: start, message: "'\(name)' has a character that XML does not allow")
            }
            let column = line.text.distance(from: line.text.startIndex, to: first.text.startIndex) + 1
            values[name] = (
                words.map(\.text).joined(separator: " "), ShorthandError.Place(line: line.number, column: column)
            )
        }
    }

    /// What the lines say.
    func parse() throws(ShorthandError) -> Chorale.Header {
        let (fifths, mode) = try key()
        let (beats, beatType) = try meter()
        return Chorale.Header(
            title: try needed("title").text, catalogue: values["catalogue"]?.text,
            composer: try needed("composer").text, fifths: fifths, mode: mode, beats: beats, beatType: beatType,
            tempo: try tempo())
    }

    /// Control characters but for the tab, and the two that are not characters (XML 1.0, section 2.2).
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\t" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }

    private func needed(_ name: Substring) throws(ShorthandError) -> (text: String, place: ShorthandError.Place) {
        guard let value = values[name] else { throw ShorthandError(place: end, message: "there is no '\(name)'") }
        return value
    }

    private func key() throws(ShorthandError) -> (fifths: Int, mode: String) {
        let value = try needed("key")
        let parts = value.text.split(separator: " ")
        guard parts.count == 2, let fifths = Int(parts[0]), (-7...7).contains(fifths),
            Self.modes.contains(String(parts[1]))
        else {
            throw ShorthandError(
                place: value.place,
                message: "a key is a number from -7 to 7 and one of \(Self.modes.joined(separator: ", "))")
        }
        return (fifths, String(parts[1]))
    }

    private func meter() throws(ShorthandError) -> (beats: Int, beatType: Int) {
        let value = try needed("meter")
        let parts = value.text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let beats = Int(parts[0]), (1...32).contains(beats),
            let beatType = Int(parts[1]), [1, 2, 4, 8, 16, 32].contains(beatType)
        else { throw ShorthandError(place: value.place, message: "a meter is written as in 3/4") }
        return (beats, beatType)
    }

    private func tempo() throws(ShorthandError) -> Int? {
        guard let value = values["tempo"] else { return nil }
        guard let tempo = Int(value.text), (10...400).contains(tempo) else {
            throw ShorthandError(place: value.place, message: "a tempo is from 10 to 400 quarter notes a minute")
        }
        return tempo
    }
}
