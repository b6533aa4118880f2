internal import ScoreModel

/// A picture with everything in its place. Lengths are tenths of the distance between staff lines.
struct Engraving {
    private(set) var elements = ""
    private(set) var width = 0.0
    private(set) var height = 0.0
    /// The signs that it uses.
    private(set) var signs: Set<MusicSign> = []
    /// The heads and rests that are drawn, where they are in the picture.
    private(set) var heads: [ScorePicture.Mark: PlacedHead] = [:]
    /// What found no room, in sentences.
    private(set) var omissions: [String] = []

    /// Room around everything.
    private static let margin = 6.0
    /// More measures than this are no picture of a place any more.
    private static let mostMeasures = 12
    /// More notes than this nobody can read, and a page could not hold.
    private static let mostNotes = 1200
    /// The least distance between staves of one player or choir, and of others.
    private static let (staffGap, partGap) = (42.0, 36.0)
    /// Room between the lowest staff and the texts under it.
    private static let captionGap = 8.0

    init(
        _ score: Score, parts: [Int], measures: Range<Int>, marks: Set<ScorePicture.Mark>, joins: [ScorePicture.Join],
        captions: [ScorePicture.Caption] = []
    ) {
        let wanted = measures.clamped(to: score.measures.indices)
        let range = wanted.prefix(Engraving.mostMeasures)
        let plan = StaffPlan(score, parts: parts, measures: range)
        let share = Engraving.mostNotes / max(1, plan.staves.count)
        let contents = plan.staves.map { StaffContent($0, of: score, in: range, most: share) }
        if range.count < wanted.count {
            omissions.append("The last \(wanted.count - range.count) measures are not drawn.")
        }
        if plan.omitted > 0 { omissions.append("\(plan.omitted) more parts are not drawn.") }
        if contents.contains(where: { $0.count >= share }) { omissions.append("Not all notes are drawn.") }

        let texts = CaptionLine.lines(captions, of: score, in: range)
        if texts.contains(where: { $0.texts.count >= CaptionLine.mostTexts }) {
            omissions.append("Not all texts are written.")
        }

        let lines = Engraving.barlines(score, part: parts.first, measures: range)
        let start = Engraving.margin + Engraving.indent(plan)
        let spacing = Spacing(
            score, staves: contents, measures: range, from: start, barlines: lines.after, opening: lines.opening,
            captions: texts)
        var staves = contents.map { StaffDrawing($0, spacing: spacing, score: score, marked: marks) }
        if !staves.isEmpty { Engraving.number(range, of: score, spacing: spacing, on: &staves[0], from: start) }

        let tops = Engraving.tops(staves, plan)
        var frame = Canvas()
        Engraving.drawFrame(plan, tops: tops, x: start, on: &frame)
        let spans = plan.barlines.map { (tops[$0.lowerBound], tops[$0.upperBound - 1] + 40) }
        if let first = spacing.measures[range.lowerBound] {
            lines.opening.draw(on: &frame, x: first.openingBarline, spans: spans, staves: tops)
        }
        for (line, index) in zip(lines.after, range) {
            line.draw(on: &frame, x: spacing.measures[index]?.barline ?? 0, spans: spans, staves: tops)
        }
        var bottom = zip(staves, tops).map { max($0.canvas.boxes.map(\.bottom).max() ?? 40, 40) + $1 }.max() ?? 40
        bottom += Engraving.captionGap
        for line in texts { line.draw(on: &frame, spacing: spacing, below: &bottom) }
        for (index, top) in tops.enumerated() {
            for line in 0..<5 {
                let y = Double(10 * line)
                staves[index].canvas.draw(.staff, from: (start, y), to: (spacing.end, y))
            }
            for (mark, head) in staves[index].heads {
                var placed = head
                placed.y += top
                heads[mark] = placed
            }
        }
        finish(staves, tops: tops, frame: frame, joins: joins, end: spacing.end)
    }

    private mutating func finish(
        _ staves: [StaffDrawing], tops: [Double], frame: Canvas, joins: [ScorePicture.Join], end: Double
    ) {
        let boxes =
            frame.boxes
            + zip(staves, tops).flatMap { staff, top in
                staff.canvas.boxes.map { $0.placed(x: 0, y: top) }
            }
        let bounds = boxes.reduce(Box(left: 0, top: 0, right: end, bottom: tops.last.map { $0 + 40 } ?? 0)) {
            $0.union($1)
        }
        let shift = (x: Engraving.margin - min(bounds.left, Engraving.margin), y: Engraving.margin - bounds.top)
        width = bounds.right + shift.x + Engraving.margin
        height = bounds.bottom + shift.y + Engraving.margin
        for mark in heads.keys {
            heads[mark]?.left += shift.x
            heads[mark]?.right += shift.x
            heads[mark]?.y += shift.y
        }
        for (staff, top) in zip(staves, tops) {
            elements += "<g transform=\"translate(\(shift.x.svg) \((top + shift.y).svg))\">\(staff.canvas.elements)</g>"
            signs.formUnion(staff.canvas.used)
        }
        elements += "<g transform=\"translate(\(shift.x.svg) \(shift.y.svg))\">\(frame.elements)</g>"
        signs.formUnion(frame.used)
        let path = joins.compactMap { join in
            heads[join.from].flatMap { from in heads[join.to].map { Engraving.line(from, $0) } }
        }.joined()
        if !path.isEmpty {
            elements +=
                "<path class=\"join\" d=\"\(path)\" fill=\"none\" \(Canvas.markStroke) stroke-width=\"3\" "
                + "stroke-opacity=\".55\" stroke-linecap=\"round\"/>"
        }
    }

    private static func line(_ from: PlacedHead, _ to: PlacedHead) -> String {
        "M\(((from.left + from.right) / 2).svg) \(from.y.svg)L\(((to.left + to.right) / 2).svg) \(to.y.svg)"
    }

    /// The line behind each measure, and that before the first.
    private static func barlines(
        _ score: Score, part: Int?, measures: Range<Int>
    ) -> (after: [BarlineSigns], opening: BarlineSigns) {
        let written = part.flatMap { score.parts.indices.contains($0) ? score.parts[$0].barlines : nil } ?? []
        let after = measures.map { index in
            BarlineSigns(
                written, after: index, before: measures.contains(index + 1) ? index + 1 : nil,
                isLast: index == score.measures.count - 1)
        }
        return (after, BarlineSigns(written, after: nil, before: measures.first, isLast: false))
    }

    private static func number(
        _ measures: Range<Int>, of score: Score, spacing: Spacing, on staff: inout StaffDrawing, from start: Double
    ) {
        var x = start
        for index in measures {
            let measure = score.measures[index]
            let number = String(measure.number.prefix(8))
            if !measure.isImplicit, !number.isEmpty {
                // Clear of the tip of a bracket too.
                let y = min(-7, staff.canvas.top(from: x - 2, to: x + 8 * Double(number.count) + 3)) - 5
                staff.canvas.write(number, x: x, y: y, size: 13, style: " font-family=\"sans-serif\"")
            }
            x = spacing.measures[index]?.end ?? x
        }
    }

    /// The tops of the staves, as near to each other as what stands on them allows.
    private static func tops(_ staves: [StaffDrawing], _ plan: StaffPlan) -> [Double] {
        var tops: [Double] = []
        for (index, staff) in staves.enumerated() {
            guard let last = tops.last else {
                tops.append(0)
                continue
            }
            let isJoined = plan.braces.contains { $0.contains(index) && $0.contains(index - 1) }
            let above = staves[index - 1].canvas.boxes.map(\.bottom).max() ?? 40
            let below = staff.canvas.boxes.map(\.top).min() ?? 0
            tops.append(last + max(40 + (isJoined ? staffGap : partGap), max(above, 40) - min(below, 0) + 8))
        }
        return tops
    }
}
