/// A pattern for paths: `*` is any text within a name, `?` one character, `**` any folders, none included.
///
/// A pattern without a slash is about names, in whatever folder; one that ends with a slash is about all in that folder.
struct PathPattern: Hashable, Sendable {
    private let steps: [[Character]]

    /// The pattern that a text is.
    init(_ text: String) {
        var text = Substring(text)
        if text.hasPrefix("./") { text = text.dropFirst(2) }
        if text.hasSuffix("/") { text += "**" }
        if !text.contains("/") { text = "**/" + text }
        steps = text.split(separator: "/").map(Array.init)
    }

    /// True when it is about a path; names in it are set apart by slashes.
    func matches(_ path: String) -> Bool {
        Wildcard.matches(
            steps, path.split(separator: "/").map(Array.init), isMany: { $0 == ["*", "*"] },
            fits: { step, name in
                Wildcard.matches(step, name, isMany: { $0 == "*" }, fits: { $0 == "?" || $0 == $1 })
            })
    }
}

/// Patterns with something in them that stands for any number of elements.
private enum Wildcard {
    /// True when a pattern fits all of the elements.
    ///
    /// Only the last wildcard has ever to be tried again, so that the time is at most that of all pairs of both.
    static func matches<Element>(
        _ pattern: [Element], _ elements: [Element], isMany: (Element) -> Bool, fits: (Element, Element) -> Bool
    ) -> Bool {
        var (place, element) = (0, 0)
        var retry: (place: Int, element: Int)?
        while element < elements.count {
            if place < pattern.count, isMany(pattern[place]) {
                retry = (place, element)
                place += 1
            } else if place < pattern.count, fits(pattern[place], elements[element]) {
                place += 1
                element += 1
            } else if let last = retry {
                retry = (last.place, last.element + 1)
                (place, element) = (last.place + 1, last.element + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy(isMany)
    }
}
