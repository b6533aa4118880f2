extension Engraving {
    /// The size of the names of parts.
    private static let nameSize = 15.0

    /// The room at the left of the staves.
    static func indent(_ plan: StaffPlan) -> Double {
        let letters = plan.names.map(\.name.count).max() ?? 0
        let names = letters > 0 ? Double(letters) * nameSize * 0.56 + 6 : 0
        return names + (plan.hasBracket ? 11 : 0) + (plan.braces.isEmpty ? 0 : 13)
    }

    /// What joins the staves at the left, and their names.
    static func drawFrame(_ plan: StaffPlan, tops: [Double], x: Double, on canvas: inout Canvas) {
        guard let first = tops.first, let last = tops.last else { return }
        if tops.count > 1 { canvas.draw(.barline, from: (x, first), to: (x, last + 40)) }
        var left = x
        if plan.hasBracket {
            let line = x - 7
            canvas.draw(.bracket, from: (line, first - 3), to: (line, last + 43))
            for (y, sign) in [(first - 3, -1.0), (last + 43, 1)] { canvas.tip(x: line - 2.2, y: y, sign: sign) }
            left -= 11
        }
        for brace in plan.braces {
            canvas.brace(x: left - 3, from: tops[brace.lowerBound], to: tops[brace.upperBound - 1] + 40)
        }
        left -= plan.braces.isEmpty ? 0 : 13
        for (staves, name) in plan.names where !name.isEmpty {
            let middle = (tops[staves.lowerBound] + tops[staves.upperBound - 1] + 40) / 2
            canvas.write(name, x: left - 5, y: middle + nameSize * 0.33, size: nameSize, anchor: "end")
        }
    }
}

extension Canvas {
    /// The curled end of a bracket.
    fileprivate mutating func tip(x: Double, y: Double, sign: Double) {
        fill(
            "M\(x.svg) \(y.svg)c5 0 10 \((1.5 * sign).svg) 13.5 \((6.5 * sign).svg)"
                + "c-2.5 \((-2.5 * sign).svg)-6 \((-3.5 * sign).svg)-13.5 \((-3 * sign).svg)z",
            box: Box(left: x, top: min(y, y + sign * 6.5), right: x + 13.5, bottom: max(y, y + sign * 6.5)))
    }

    /// A brace: two mirrored strokes that swell and meet in a point.
    fileprivate mutating func brace(x: Double, from top: Double, to bottom: Double) {
        let (height, middle) = (bottom - top, (top + bottom) / 2)
        func y(_ part: Double) -> String { (top + part * height).svg }
        fill(
            "M\(x.svg) \(y(0))C\((x - 11).svg) \(y(0.13)) \((x + 1).svg) \(y(0.36)) \((x - 9.5).svg) \(y(0.5))"
                + "C\((x + 1).svg) \(y(0.64)) \((x - 11).svg) \(y(0.87)) \(x.svg) \(y(1))"
                + "C\((x - 6.5).svg) \(y(0.86)) \((x + 5).svg) \(y(0.65)) \((x - 9.5).svg) \(y(0.5))"
                + "C\((x + 5).svg) \(y(0.35)) \((x - 6.5).svg) \(y(0.14)) \(x.svg) \(y(0))z",
            box: Box(left: x - 10, top: min(top, middle), right: x, bottom: bottom))
    }
}
