import MusicXML

extension MusicXMLDocument {
    /// What the tree says of the music, as lines of text, one an element: without comments and without what only places or adorns,
    /// and with attributes by name, since their order means nothing.
    var musicalOutline: [String] { musicalOutline(of: root, depth: 0) }

    private func musicalOutline(of node: Node, depth: Int) -> [String] {
        // Defaults are layout, apart from one element.
        let children = children(of: node).filter { child in
            name(of: node) != "defaults" || name(of: child) == "concert-score"
        }
        if name(of: node) == "defaults", children.isEmpty { return [] }
        let attributes = attributes(of: node).filter { !Self.layout.contains($0.name) }
            .map { " \($0.name)=\"\($0.value)\"" }.sorted().joined()
        let inner = children.filter { kind(of: $0) == .element }
        let text = inner.isEmpty ? text(of: node) : ""
        return ["\(String(repeating: "  ", count: depth))\(name(of: node))\(attributes) \(text)"]
            + inner.flatMap { musicalOutline(of: $0, depth: depth + 1) }
    }

    /// Attributes that say where and in what type something is drawn.
    private static let layout: Set = [
        "default-x", "default-y", "relative-x", "relative-y", "width", "height", "id", "color", "font-family",
        "font-style", "font-size", "font-weight", "halign", "valign", "justify", "enclosure", "xml:lang", "xml:space",
        "bezier-x", "bezier-y", "bezier-offset", "staff-spacing", "text-x", "text-y",
    ]
}

/// The first lines that differ, for a message that can be read; nil for equal outlines.
func firstDifference(_ left: [String], _ right: [String]) -> String? {
    guard
        let place = (0..<max(left.count, right.count)).first(where: { index in
            index >= min(left.count, right.count) || left[index] != right[index]
        })
    else { return nil }
    let lines = { (outline: [String]) in
        outline[max(place - 2, 0)..<min(place + 3, outline.count)].joined(separator: "\n")
    }
    return "\(lines(left))\n--- became ---\n\(lines(right))"
}
