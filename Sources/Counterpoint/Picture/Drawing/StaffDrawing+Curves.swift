internal import ScoreModel

extension StaffDrawing {
    /// Ties, which at the edges of the picture come from nowhere or lead there.
    mutating func drawTies() {
        for (mark, head) in heads.sorted(by: {
            ($0.value.left, $0.value.y, $0.key.part) < ($1.value.left, $1.value.y, $1.key.part)
        }) {
            let notes = score.parts[mark.part].notes
            let note = notes[mark.note]
            let isOver = bendsOver(head)
            // Over a dot in the space above a line.
            let isDotted = content.chords[head.chord].value.dots > 0
            let y = head.y + (isOver ? (isDotted ? -8.5 : -6) : 6)
            if let target = note.tiedTo, target > mark.note, !note.traits.contains(.tieStartUndrawn) {
                if let other = heads[ScorePicture.Mark(part: mark.part, note: Int(target))] {
                    canvas.bow(from: head.right - 2, to: max(other.left + 2, head.right + 5), y: y, isOver: isOver)
                } else {
                    canvas.bow(from: head.right - 2, to: max(spacing.end + 6, head.right + 12), y: y, isOver: isOver)
                }
            }
            if let origin = note.tiedFrom, heads[ScorePicture.Mark(part: mark.part, note: Int(origin))] == nil,
                notes.indices.contains(Int(origin)), !note.traits.contains(.tieStopUndrawn)
            {
                canvas.bow(from: head.left - 13, to: head.left + 2, y: y, isOver: isOver)
            }
        }
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
