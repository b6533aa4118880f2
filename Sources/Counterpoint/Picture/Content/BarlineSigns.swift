internal import ScoreModel

/// What a bar line is made of, from left to right.
struct BarlineSigns {
    private enum Element {
        case thin, thick, dots, broken

        var width: Double {
            switch self {
            case .thin, .broken: Canvas.Line.barline.thickness
            case .thick: Canvas.Line.thickBarline.thickness
            case .dots: 4
            }
        }
    }

    private var elements: [Element]
    private static let gap = 3.6

    /// The line between two measures of a part.
    ///
    /// - Parameters:
    ///   - measure: The measure before it, nil for the beginning of a picture, which has a line only where a repeat begins.
    ///   - next: The measure behind it, nil for the end of a picture.
    init(_ barlines: [Timed<Barline>], after measure: Int?, before next: Int?, isLast: Bool) {
        let right = barlines.last { $0.measure == measure && $0.value.location == .right }?.value
        let left = barlines.last { $0.measure == next && $0.value.location == .left }?.value
        let (ends, begins) = (right?.repeat?.isBackward == true, left?.repeat == .forward)
        switch (ends, begins) {
        case (true, true): elements = [.dots, .thin, .thick, .thin, .dots]
        case (true, false): elements = [.dots, .thin, .thick]
        case (false, true): elements = [.thick, .thin, .dots]
        case (false, false):
            switch right?.style ?? (measure == nil ? "none" : left?.style ?? (isLast ? "light-heavy" : "regular")) {
            case "none": elements = []
            case "light-light": elements = [.thin, .thin]
            case "light-heavy": elements = [.thin, .thick]
            case "heavy-light": elements = [.thick, .thin]
            case "heavy-heavy": elements = [.thick, .thick]
            case "heavy": elements = [.thick]
            case "dashed", "dotted", "tick", "short": elements = [.broken]
            default: elements = [.thin]
            }
        }
    }

    /// How wide it is.
    var width: Double { elements.reduce(0) { $0 + $1.width } + BarlineSigns.gap * Double(max(0, elements.count - 1)) }

    /// Draws it.
    ///
    /// - Parameters:
    ///   - spans: The tops and bottoms of what its lines go through.
    ///   - staves: The tops of the staves, which the dots of repeats stand on.
    func draw(on canvas: inout Canvas, x: Double, spans: [(top: Double, bottom: Double)], staves: [Double]) {
        var x = x
        for element in elements {
            let middle = x + element.width / 2
            switch element {
            case .thin, .thick:
                for span in spans {
                    canvas.draw(
                        element == .thin ? .barline : .thickBarline, from: (middle, span.top), to: (middle, span.bottom)
                    )
                }
            case .broken:
                for top in staves {
                    for y in stride(from: top + 1.5, to: top + 40, by: 10) {
                        canvas.draw(.barline, from: (middle, y), to: (middle, y + 7))
                    }
                }
            case .dots:
                for top in staves { for y in [top + 15, top + 25] { canvas.dot(x: middle, y: y) } }
            }
            x += element.width + BarlineSigns.gap
        }
    }
}

extension Barline.Repeat {
    fileprivate var isBackward: Bool {
        if case .backward = self { true } else { false }
    }
}
