internal import ScoreModel

// Which element a mark is, and the group within `notations` that it stands in.

extension Mark.Kind {
    /// The elements of `notations` that hold marks of one family.
    enum Group {
        case ornaments, technical, articulations

        var tag: Tag {
            switch self {
            case .ornaments: .ornaments
            case .technical: .technical
            case .articulations: .articulations
            }
        }
    }

    /// The family; nil for marks that stand in `notations` themselves.
    var group: Group? {
        switch self {
        case .ornament: .ornaments
        case .technical: .technical
        case .articulation: .articulations
        default: nil
        }
    }
}

extension ReadingForm {
    /// The mark that an element of `notations`, or of a family within it, means; nil for elements that are none.
    mutating func mark(_ tag: Tag, at element: Node, in group: Mark.Kind.Group?) -> Mark.Kind? {
        switch group {
        case .articulations: Articulation.Kind.named[tag].map { .articulation(filled(Articulation($0), element)) }
        case .ornaments: Ornament.Kind.named[tag].map { .ornament(filled(Ornament($0), element)) }
        case .technical: Technical.Kind.named[tag].map { .technical(filled(Technical($0), element)) }
        case nil: mark(tag, at: element)
        }
    }

    private mutating func mark(_ tag: Tag, at element: Node) -> Mark.Kind? {
        switch tag {
        case .tied: edge(element).map { .tied($0, filled(Curve(), element)) }
        case .slur: edge(element).map { .slur($0, filled(Curve(), element)) }
        case .tuplet: edge(element).map { .tuplet($0, filled(Tuplet(), element)) }
        case .glissando: edge(element).map { .glissando($0, filled(Slide(), element)) }
        case .slide: edge(element).map { .slide($0, filled(Slide(), element)) }
        case .otherNotation: edge(element).map { .other($0, filled(OtherNotation(), element)) }
        case .dynamics: .dynamics(dynamics(element))
        case .fermata: .fermata(filled(Fermata(), element))
        case .arpeggiate: .arpeggio(filled(Arpeggio(), element))
        case .nonArpeggiate: read(at: element).map { .nonArpeggio($0) }
        case .accidentalMark:
            read(at: element).map { .accidental($0, glyph: document.string(.smufl, of: element)) }
        default: nil
        }
    }

    mutating func edge(_ element: Node) -> Edge? { read(at: element) }

    mutating func filled<Value: Formed>(_ value: Value, _ element: Node) -> Value {
        var value = value
        fill(&value, at: element)
        return value
    }

    /// The marks in a `dynamics` element.
    func dynamics(_ element: Node) -> [DynamicMark] {
        document.children(of: element).compactMap { child in
            guard let tag = document.tag(of: child) else { return nil }
            if let name = DynamicMark.Name.named[tag] { return .named(name) }
            guard tag == .otherDynamics else { return nil }
            return .other(document.text(of: child), glyph: document.string(.smufl, of: child))
        }
    }
}

extension WritingForm {
    /// A mark as an element; the element of its family is open.
    mutating func write(_ mark: Mark) {
        let name = mark.kind.tag
        output.open(name)
        if let placement = mark.placement { output.attribute(.placement) { placement.write(to: &$0) } }
        if let edge = mark.edge, mark.kind.group == nil { inner(edge) }
        switch mark.kind {
        case .tied(_, let curve), .slur(_, let curve): inner(curve)
        case .tuplet(_, let tuplet): inner(tuplet)
        case .glissando(_, let slide), .slide(_, let slide): inner(slide)
        case .ornament(let ornament): inner(ornament)
        case .technical(let technical): inner(technical)
        case .articulation(let articulation): inner(articulation)
        case .dynamics(let marks): write(marks)
        case .fermata(let fermata): inner(fermata)
        case .arpeggio(let arpeggio): inner(arpeggio)
        case .nonArpeggio(let nonArpeggio): inner(nonArpeggio)
        case .accidental(let accidental, let glyph):
            if let glyph { output.attribute(.smufl, glyph) }
            inner(accidental)
        case .other(_, let other): inner(other)
        }
        output.close(name)
    }

    /// The children of a `dynamics` element.
    mutating func write(_ dynamics: [DynamicMark]) {
        for mark in dynamics {
            switch mark {
            case .named(let name): output.empty(name.tag)
            case .other(let text, let glyph):
                output.open(.otherDynamics)
                if let glyph { output.attribute(.smufl, glyph) }
                output.content { $0.text(text) }
                output.close(.otherDynamics)
            }
        }
    }
}

extension Mark.Kind {
    var tag: Tag {
        switch self {
        case .tied: .tied
        case .slur: .slur
        case .tuplet: .tuplet
        case .glissando: .glissando
        case .slide: .slide
        case .ornament(let ornament): ornament.kind.tag
        case .technical(let technical): technical.kind.tag
        case .articulation(let articulation): articulation.kind.tag
        case .dynamics: .dynamics
        case .fermata: .fermata
        case .arpeggio: .arpeggiate
        case .nonArpeggio: .nonArpeggiate
        case .accidental: .accidentalMark
        case .other: .otherNotation
        }
    }
}

/// A kind of sign whose MusicXML name is that of its element.
protocol NamedByElement: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The kinds by their elements.
    static var named: [Tag: Self] { get }
    /// The elements by kind.
    static var tags: [Self: Tag] { get }
}

extension NamedByElement {
    /// The element.
    var tag: Tag { Self.tags[self] ?? .otherNotation }

    static func byElement() -> [Tag: Self] {
        Dictionary(uniqueKeysWithValues: allCases.compactMap { kind in Tag(name: kind.rawValue).map { ($0, kind) } })
    }

    static func byKind() -> [Self: Tag] {
        Dictionary(uniqueKeysWithValues: allCases.compactMap { kind in Tag(name: kind.rawValue).map { (kind, $0) } })
    }
}

extension Articulation.Kind: NamedByElement {
    static let named = byElement()
    static let tags = byKind()
}

extension Ornament.Kind: NamedByElement {
    static let named = byElement()
    static let tags = byKind()
}

extension Technical.Kind: NamedByElement {
    static let named = byElement()
    static let tags = byKind()
}

extension DynamicMark.Name: NamedByElement {
    static let named = byElement()
    static let tags = byKind()
}

extension Percussion.Family: NamedByElement {
    static let named = byElement()
    static let tags = byKind()
}
