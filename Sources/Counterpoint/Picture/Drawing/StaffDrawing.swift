internal import ScoreModel

/// A staff being drawn, with the top line at zero.
struct StaffDrawing {
    let content: StaffContent
    let spacing: Spacing
    let score: Score
    let marked: Set<ScorePicture.Mark>
    var canvas = Canvas()
    /// The heads that are drawn, by their notes.
    var heads: [ScorePicture.Mark: PlacedHead] = [:]
    /// The beams that are drawn.
    var beams: [Beam] = []
    /// Where rests stand, in steps above the bottom line, by their place among the chords.
    var rests: [Int: Int] = [:]

    init(_ content: StaffContent, spacing: Spacing, score: Score, marked: Set<ScorePicture.Mark>) {
        (self.content, self.spacing, self.score, self.marked) = (content, spacing, score, marked)
        drawOpenings()
        for place in content.chords.indices { drawHeads(place) }
        drawStems()
        for place in content.chords.indices { drawRest(place) }
        for column in content.columns.keys.sorted() { drawSigns(at: column) }
        drawTies()
        drawTuplets()
        drawFermatas()
    }

    /// The vertical position of a place, in steps above the bottom line.
    static func y(_ place: Int) -> Double { Double(40 - 5 * place) }

    /// The left edge of a chord's undisplaced heads.
    func x(of place: Int) -> Double {
        let moment = content.chords[place].moment
        return (spacing.columns[moment] ?? 0) + (content.columns[moment]?.edges[place] ?? 0)
    }

    // MARK: Signs of a measure

    private mutating func drawOpenings() {
        for (index, opening) in content.openings.sorted(by: { $0.key < $1.key }) {
            guard let places = spacing.measures[index] else { continue }
            if let clef = opening.clef { draw(clef, x: places.clef, scale: 1) }
            opening.key?.draw(on: &canvas, x: places.key)
            opening.meter?.draw(on: &canvas, x: places.meter)
            if let clef = opening.nextClef, let sign = clef.musicSign {
                draw(clef, x: places.barline - sign.width * StaffContent.smallClef - 4, scale: StaffContent.smallClef)
            }
        }
    }

    private mutating func draw(_ clef: Clef, x: Double, scale: Double) {
        guard let sign = clef.musicSign else { return }
        canvas.draw(sign, x: x, y: StaffDrawing.y(2 * clef.drawnLine - 2), scale: scale)
        guard clef.octaveChange != 0 else { return }
        let number = abs(clef.octaveChange) > 1 ? "15" : "8"
        let middle = x + sign.width * scale / 2
        let box = sign.box.placed(x: x, y: StaffDrawing.y(2 * clef.drawnLine - 2), scale: scale)
        canvas.write(
            number, x: middle, y: clef.octaveChange < 0 ? box.bottom + 9 : box.top - 1, size: 12, anchor: "middle",
            style: " font-style=\"italic\"")
    }

    private mutating func drawSigns(at moment: Moment) {
        guard let column = content.columns[moment], let x = spacing.columns[moment] else { return }
        if let clef = content.clefs[moment] { draw(clef, x: x + column.clefX, scale: StaffContent.smallClef) }
        for accidental in column.accidentals {
            var left = x + accidental.x
            for sign in accidental.signs {
                canvas.draw(sign, x: left, y: StaffDrawing.y(accidental.place), scale: accidental.scale)
                left += (sign.width + 0.5) * accidental.scale
            }
        }
        drawDots(column, x: x)
    }

    private mutating func drawDots(_ column: StaffColumn, x: Double) {
        for (place, left) in column.dots.sorted(by: { $0.key < $1.key }) {
            let chord = content.chords[place]
            for dot in Set(chord.isRest ? [(rests[place] ?? 4) + 1] : chord.dotPlaces).sorted() {
                for number in 0..<Int(chord.value.dots) {
                    canvas.dot(
                        x: x + left + 2 + StaffColumn.dotStep * Double(number), y: StaffDrawing.y(dot),
                        scale: chord.scale)
                }
            }
        }
    }
}

/// A beam or a part of one.
struct Beam {
    var start: (x: Double, y: Double)
    var end: (x: Double, y: Double)
    /// How thick it is, downwards when positive.
    var thickness: Double
    /// Whether it stands above its notes.
    var isUp: Bool

    /// Whether it runs through a rectangle.
    func crosses(_ box: Box) -> Bool {
        guard start.x < box.right, box.left < end.x else { return false }
        let slope = (end.y - start.y) / max(end.x - start.x, 1)
        let edges = [box.left, box.right].map { start.y + slope * (max(start.x, min($0, end.x)) - start.x) }
        let all = edges + edges.map { $0 + thickness }
        return (all.min() ?? 0) < box.bottom && box.top < (all.max() ?? 0)
    }
}

/// Where a head is drawn.
struct PlacedHead: Hashable, Sendable {
    /// The left edge of the head.
    var left: Double
    /// The right edge of the head.
    var right: Double
    /// The middle of the head, from the top line of the staff down.
    var y: Double
    /// The place of its chord on the staff.
    var chord: Int
}
