/// An element in a content model, with the type that it has there.
struct Particle {
    var name: Substring
    var type: Substring
}

/// Reads the content of a type as ``ContentModel/tables`` writes it.
struct ParticleParser {
    private var rest: Substring

    init(_ text: Substring) { rest = text }

    /// Parts with commas or with bars between them; there is never both without brackets.
    mutating func expression() -> Expression<Particle> {
        var parts = [item()]
        var isChoice = false
        while true {
            if take(", ") {
                parts.append(item())
            } else if take(" | ") {
                isChoice = true
                parts.append(item())
            } else {
                return parts.count == 1 ? parts[0] : isChoice ? .choice(parts) : .sequence(parts)
            }
        }
    }

    private mutating func item() -> Expression<Particle> {
        var item: Expression<Particle>
        if take("(") {
            item = expression()
            _ = take(")")
        } else {
            item = .symbol(particle())
        }
        if take("?") {
            item = item.optional
        } else if take("*") {
            item = item.times(0, nil)
        } else if take("+") {
            item = item.times(1, nil)
        } else if take("{") {
            let bounds = rest.prefix { $0 != "}" }.split(separator: ",").compactMap { Int($0) }
            rest = rest.drop { $0 != "}" }.dropFirst()
            item = item.times(bounds.first ?? 0, bounds.last)
        }
        return item
    }

    private mutating func particle() -> Particle {
        let text = rest.prefix { !",|()?*+{ ".contains($0) }
        rest = rest[text.endIndex...]
        let sides = text.split(separator: ":", maxSplits: 1)
        return Particle(name: sides[0], type: sides.last ?? sides[0])
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }
}
