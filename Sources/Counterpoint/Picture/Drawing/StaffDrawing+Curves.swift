internal import ScoreModel

extension StaffDrawing {
    /// How long the bow of a tie is whose other end is not on this staff.
    private static let looseEnd = 13.0

    /// Ties, which at the edges of the picture come from nowhere or lead there.
    mutating func drawTies() {
        let last = spacing.measures.keys.max() ?? 0
        let order = heads.sorted {
            ($0.value.left, $0.value.y, $0.key.part, $0.key.note) < (
                $1.value.left, $1.value.y, $1.key.part, $1.key.note
            )
        }
        for (mark, head) in order {
            let notes = score.parts[mark.part].notes
            let note = notes[mark.note]
            let isOver = bendsOver(head)
            // Over a dot in the space above a line.
            let isDotted = content.chords[head.chord].value.dots > 0
            let y = head.y + (isOver ? (isDotted ? -8.5 : -6) : 6)
            let start = head.right - 2
            if let target = note.tiedTo.map(Int.init), target > mark.note, notes.indices.contains(target),
                !note.traits.contains(.tieStartUndrawn)
            {
                let loose = start + StaffDrawing.looseEnd
                let end =
                    heads[ScorePicture.Mark(part: mark.part, note: target)].map { $0.left + 2 }
                    ?? (notes[target].measure > last ? spacing.end + 6 : loose)
                canvas.bow(from: start, to: max(end, start + 7), y: y, isOver: isOver)
            }
            if let origin = note.tiedFrom.map(Int.init), notes.indices.contains(origin),
                heads[ScorePicture.Mark(part: mark.part, note: origin)] == nil, !note.traits.contains(.tieStopUndrawn)
            {
                let end = accidentalEdge(head).map { $0 - 1 } ?? head.left + 2
                canvas.bow(from: end - StaffDrawing.looseEnd, to: end, y: y, isOver: isOver)
            }
        }
    }

    /// The left edge of the accidental before a head, when it has one.
    private func accidentalEdge(_ head: PlacedHead) -> Double? {
        let moment = content.chords[head.chord].moment
        guard let x = spacing.columns[moment], let column = content.columns[moment] else { return nil }
        return column.accidentals.first { StaffDrawing.y($0.place) == head.y }.map { x + $0.x }
    }

    /// Away from the stem; in chords the upper half bends over, and of several voices each has its side.
    private func bendsOver(_ head: PlacedHead) -> Bool {
        let chord = content.chords[head.chord]
        if !chord.isAlone { return chord.isUp }
        guard chord.heads.count > 1 else { return !chord.isUp }
        let middle = (StaffDrawing.y(chord.high) + StaffDrawing.y(chord.low)) / 2
        return head.y < middle || head.y == middle && !chord.isUp
    }

    /// Fermatas over the staff, or under it for a lower voice; one for all voices that have it together.
    mutating func drawFermatas() {
        var places: [Moment: [(isBelow: Bool, x: Double)]] = [:]
        for source in content.staff.sources {
            for fermata in score.parts[source.part].fermatas {
                guard let head = heads[ScorePicture.Mark(part: source.part, note: fermata.note)] else { continue }
                let chord = content.chords[head.chord]
                let isLower = !chord.isAlone && !chord.isUp
                places[chord.moment, default: []].append(
                    (isLower || fermata.value.isInverted && chord.isAlone, (head.left + head.right) / 2))
            }
        }
        for (_, list) in places.sorted(by: { $0.key < $1.key }) {
            let sides = Set(list.map(\.isBelow))
            let isBelow = sides.count > 1 ? content.staff.hasFermatasBelow : sides.contains(true)
            guard let x = list.first(where: { sides.count > 1 || $0.isBelow == isBelow })?.x else { continue }
            let (left, right) = (x - 14, x + 14)
            let y = isBelow ? canvas.bottom(from: left, to: right) + 4 : canvas.top(from: left, to: right) - 4
            canvas.draw(.fermata, x: x, y: y, isTurned: isBelow)
        }
    }
}
