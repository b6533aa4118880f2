/// What is drawn of a staff, or around all staves, in the order of drawing, and the room that it takes.
struct Canvas {
    /// A kind of line, with its thickness in tenths of the distance between staff lines.
    enum Line: Int, CaseIterable {
        case staff, stem, leger, barline, thickBarline, bracket

        /// Gould, *Behind Bars*, "Stave lines", has them thinner than stems, and leger lines thicker than staff lines.
        var thickness: Double {
            switch self {
            case .staff: 1
            case .stem: 1.2
            case .leger: 1.6
            case .barline: 1.7
            case .thickBarline: 5
            case .bracket: 4.4
            }
        }
    }

    private var lines = Line.allCases.map { _ in "" }
    private var fills = ""
    private var signs = ""
    private var marks = ""
    private var rings = ""
    private var texts = ""
    /// The signs that it uses.
    private(set) var used: Set<MusicSign> = []
    /// The rectangles that are taken, apart from those of staff lines.
    private(set) var boxes: [Box] = []

    /// A straight line.
    mutating func draw(_ line: Line, from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
        let stroke =
            start.y == end.y ? "H\(end.x.svg)" : start.x == end.x ? "V\(end.y.svg)" : "L\(end.x.svg) \(end.y.svg)"
        lines[line.rawValue] += "M\(start.x.svg) \(start.y.svg)" + stroke
        guard line != .staff else { return }
        let half = line.thickness / 2
        boxes.append(
            Box(
                left: min(start.x, end.x) - half, top: min(start.y, end.y) - half, right: max(start.x, end.x) + half,
                bottom: max(start.y, end.y) + half))
    }

    /// A filled outline as the data of an SVG path.
    mutating func fill(_ path: String, box: Box) {
        fills += path
        boxes.append(box)
    }

    /// A sign.
    mutating func draw(_ sign: MusicSign, x: Double, y: Double, scale: Double = 1, isTurned: Bool = false) {
        signs += use(sign, x: x, y: y, scale: scale, isTurned: isTurned)
    }

    /// A notehead, with a ring around it when it is marked, so that it is told apart without colour too.
    mutating func drawHead(_ sign: MusicSign, x: Double, y: Double, scale: Double, isMarked: Bool) {
        guard isMarked else { return draw(sign, x: x, y: y, scale: scale) }
        let box = sign.box.placed(x: x, y: y, scale: scale)
        let (middle, height) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        // A rest may be high; a ring around a head is at least as high as it takes to see it.
        let (across, along) = ((box.right - box.left) / 2 + 2.8, max(8 * scale, (box.bottom - box.top) / 2 + 2.8))
        marks += use(sign, x: x, y: y, scale: scale, isTurned: false)
        rings += "<ellipse cx=\"\(middle.svg)\" cy=\"\(height.svg)\" rx=\"\(across.svg)\" ry=\"\(along.svg)\"/>"
        boxes.append(
            Box(
                left: middle - across - 1, top: height - along - 1, right: middle + across + 1,
                bottom: height + along + 1))
    }

    /// A short text.
    mutating func write(
        _ text: String, x: Double, y: Double, size: Double, anchor: String = "start", style: String = ""
    ) {
        texts +=
            "<text x=\"\(x.svg)\" y=\"\(y.svg)\" font-size=\"\(size.svg)\" text-anchor=\"\(anchor)\"\(style)>"
            + "\(text.escapedForXML)</text>"
        let width = Canvas.width(of: text, size: size)
        let left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x
        boxes.append(Box(left: left, top: y - size * 0.75, right: left + width, bottom: y + size * 0.2))
    }

    /// How wide a text is: letters are about half as wide as they are high.
    static func width(of text: String, size: Double) -> Double { Double(text.count) * size * 0.56 }

    private mutating func use(_ sign: MusicSign, x: Double, y: Double, scale: Double, isTurned: Bool) -> String {
        used.insert(sign)
        let box = sign.box
        let turned = isTurned ? Box(left: box.left, top: -box.bottom, right: box.right, bottom: -box.top) : box
        boxes.append(turned.placed(x: x, y: y, scale: scale))
        guard scale != 1 || isTurned else {
            return "<use href=\"#\(sign.id)\" x=\"\(x.svg)\" y=\"\(y.svg)\"/>"
        }
        let along = isTurned ? -scale : scale
        return "<use href=\"#\(sign.id)\" transform=\"translate(\(x.svg) \(y.svg)) scale(\(scale.svg) \(along.svg))\"/>"
    }

    /// The highest point that is taken between two points of the horizontal axis, or the top of the staff.
    func top(from left: Double, to right: Double) -> Double {
        boxes.lazy.filter { $0.left < right && left < $0.right }.map(\.top).min().map { min($0, 0) } ?? 0
    }

    /// The lowest point that is taken between two points of the horizontal axis, or the bottom of the staff.
    func bottom(from left: Double, to right: Double) -> Double {
        boxes.lazy.filter { $0.left < right && left < $0.right }.map(\.bottom).max().map { max($0, 40) } ?? 40
    }

    /// The elements.
    var elements: String {
        var text = ""
        for line in Line.allCases where !lines[line.rawValue].isEmpty {
            text +=
                "<path d=\"\(lines[line.rawValue])\" fill=\"none\" stroke=\"currentColor\" "
                + "stroke-width=\"\(line.thickness.svg)\"/>"
        }
        if !fills.isEmpty { text += "<path d=\"\(fills)\"/>" }
        text += signs + texts
        if !marks.isEmpty {
            text += "<g class=\"mark\" fill=\"#c62828\" style=\"fill:var(--mark,#c62828)\">\(marks)</g>"
            text += "<g class=\"ring\" fill=\"none\" \(Canvas.markStroke) stroke-width=\"1.6\">\(rings)</g>"
        }
        return text
    }

    /// The colour of marks: a page may choose it; programs that know no variables take the one named first.
    static let markStroke = "stroke=\"#c62828\" style=\"stroke:var(--mark,#c62828)\""
}

extension Canvas {
    /// A dot, as behind a note or at a repeat sign.
    mutating func dot(x: Double, y: Double, scale: Double = 1) {
        let radius = 2 * scale
        fill(
            "M\((x - radius).svg) \(y.svg)a\(radius.svg) \(radius.svg) 0 1 0 \((2 * radius).svg) 0"
                + "a\(radius.svg) \(radius.svg) 0 1 0 \((-2 * radius).svg) 0z",
            box: Box(left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
    }

    /// The bow of a tie: a crescent between two points, high in the middle.
    mutating func bow(from start: Double, to end: Double, y: Double, isOver: Bool) {
        let length = max(end - start, 1)
        let height = (isOver ? -1 : 1) * min(5 + length * 0.06, 11)
        let (inset, thickness) = (length * 0.28, isOver ? 2.0 : -2.0)
        fill(
            "M\(start.svg) \(y.svg)C\((start + inset).svg) \((y + height).svg) \((end - inset).svg) \((y + height).svg) "
                + "\(end.svg) \(y.svg)C\((end - inset).svg) \((y + height + thickness).svg) "
                + "\((start + inset).svg) \((y + height + thickness).svg) \(start.svg) \(y.svg)z",
            box: Box(left: start, top: min(y, y + height), right: end, bottom: max(y, y + height)))
    }

    /// A slanted bar with upright ends, as of a beam.
    mutating func bar(from start: (x: Double, y: Double), to end: (x: Double, y: Double), thickness: Double) {
        fill(
            "M\(start.x.svg) \(start.y.svg)L\(end.x.svg) \(end.y.svg)v\(thickness.svg)L\(start.x.svg) "
                + "\((start.y + thickness).svg)z",
            box: Box(
                left: start.x, top: min(start.y, end.y, start.y + thickness, end.y + thickness), right: end.x,
                bottom: max(start.y, end.y, start.y + thickness, end.y + thickness)))
    }
}
