internal import Foundation

/// How a training went, as a picture: nats a token and onsets foretold, of pieces that were learned from and of pieces held out.
public struct LearningCurve: Sendable {
    let looks: [Look]

    /// The curve of some looks.
    public init(_ looks: [Look]) {
        self.looks = looks
    }

    private static let (width, height) = (720.0, 300.0)
    private static let (left, right, top, bottom) = (60.0, 20.0, 40.0, 40.0)

    /// The picture as a document in SVG.
    public var svg: String {
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 620" font-family="sans-serif" font-size="12">
            <rect width="720" height="620" fill="white"/>

            """
        text += panel(title: "Nats a token, everything else known", at: 0, { $0.nats }) { String(format: "%.2f", $0) }
        text += panel(title: "Onsets foretold", at: 310, { $0.onsetAccuracy }) { String(format: "%.0f %%", 100 * $0) }
        return text + "</svg>\n"
    }

    private func panel(
        title: String, at offset: Double, _ value: (Look.Score) -> Double, _ label: (Double) -> String
    ) -> String {
        let values = looks.flatMap { [value($0.train), value($0.valid)] }
        guard let least = values.min(), let most = values.max(), let last = looks.last else { return "" }
        let step = Self.step(from: least, to: most)
        let (low, high) = ((least / step).rounded(.down) * step, max((most / step).rounded(.up) * step, least + step))
        func x(_ passes: Double) -> Double { Self.left + passes / last.passes * (Self.width - Self.left - Self.right) }
        func y(_ value: Double) -> Double {
            offset + Self.top + (high - value) / (high - low) * (Self.height - Self.top - Self.bottom)
        }
        func number(_ value: Double) -> String { String(format: "%.1f", value) }
        var text = "<text x=\"\(number(Self.left))\" y=\"\(number(offset + 20))\" font-size=\"14\">\(title)</text>\n"
        for line in 0...Int(((high - low) / step).rounded()) {
            let value = low + Double(line) * step
            text += """
                <line x1="\(number(Self.left))" x2="\(number(Self.width - Self.right))" y1="\(number(y(value)))" \
                y2="\(number(y(value)))" stroke="#ddd"/>
                <text x="\(number(Self.left - 6))" y="\(number(y(value) + 4))" text-anchor="end">\(label(value))</text>

                """
        }
        let between = Self.step(from: 0, to: last.passes)
        for mark in 0...Int(last.passes / between) {
            let passes = Double(mark) * between
            text += """
                <text x="\(number(x(passes)))" y="\(number(offset + Self.height - Self.bottom + 18))" \
                text-anchor="middle">\(String(format: "%g", passes))</text>

                """
        }
        text += """
            <text x="\(number(Self.width - Self.right))" y="\(number(offset + Self.height - 4))" text-anchor="end">\
            passes through the training part</text>

            """
        for (index, (name, colour, dash)) in [("learned from", "#888", "5 4"), ("held out", "#b00020", "none")]
            .enumerated()
        {
            let points = looks.map { "\(number(x($0.passes))),\(number(y(value(index == 0 ? $0.train : $0.valid))))" }
            let start = Self.width - 220 + Double(index) * 110
            text += """
                <polyline points="\(points.joined(separator: " "))" fill="none" stroke="\(colour)" stroke-width="2" \
                stroke-dasharray="\(dash)"/>
                <line x1="\(number(start))" x2="\(number(start + 24))" y1="\(number(offset + 16))" y2="\(number(offset + 16))" \
                stroke="\(colour)" stroke-width="2" stroke-dasharray="\(dash)"/>
                <text x="\(number(start + 28))" y="\(number(offset + 20))">\(name)</text>

                """
        }
        return text
    }

    /// A round distance that divides a range into four to ten.
    private static func step(from low: Double, to high: Double) -> Double {
        let rough = max(high - low, 1e-9) / 8
        let power = pow(10, floor(log10(rough)))
        return power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10)
    }
}
