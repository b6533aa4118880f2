internal import ScoreModel

extension StaffDrawing {
    mutating func drawHeads(_ place: Int) {
        let chord = content.chords[place]
        guard let column = content.columns[chord.moment], let x = spacing.columns[chord.moment],
            let edges = column.heads[place]
        else { return }
        for (head, edge) in zip(chord.heads, edges) {
            let (left, y) = (x + edge, StaffDrawing.y(head.place))
            let mark = ScorePicture.Mark(part: chord.part, note: head.note)
            let right = left + head.sign.width * chord.scale
            canvas.drawHead(head.sign, x: left, y: y, scale: chord.scale, isMarked: marked.contains(mark))
            heads[mark] = PlacedHead(left: left, right: right, y: y, chord: place)
        }
        drawLegerLines(chord, x: x, edges: edges)
    }

    /// Each line reaches as far as the heads on it or beyond it do.
    private mutating func drawLegerLines(_ chord: PictureChord, x: Double, edges: [Double]) {
        for isAbove in [true, false] {
            let beyond = zip(chord.heads, edges).filter { isAbove ? $0.0.place > 9 : $0.0.place < -1 }
            let far = beyond.map { abs($0.0.place - 4) }.max() ?? 0
            for distance in stride(from: 6, through: far, by: 2) {
                let here = beyond.filter { abs($0.0.place - 4) >= distance }
                guard let left = here.map(\.1).min(),
                    let right = here.map({ $0.1 + $0.0.sign.width * chord.scale }).max()
                else { continue }
                let y = StaffDrawing.y(4 + (isAbove ? distance : -distance))
                let reach = 3.2 * chord.scale
                canvas.draw(.leger, from: (x + left - reach, y), to: (x + right + reach, y))
            }
        }
    }

    mutating func drawRest(_ place: Int) {
        let chord = content.chords[place]
        guard chord.isRest, !chord.isMerged else { return }
        let sign: MusicSign = chord.fillsMeasure ? .restWhole : .rest(of: chord.value.base)
        var x = x(of: place)
        if chord.fillsMeasure, let measure = spacing.measures[chord.moment.measure] {
            x = (measure.content + measure.barline - sign.width) / 2
        }
        let own = clear(restPlace(of: place), sign: sign, x: x)
        rests[place] = own
        // A whole rest hangs from the line above the middle one.
        let line = own + (sign == .restWhole ? 2 : 0)
        let y = StaffDrawing.y(line)
        let mark = ScorePicture.Mark(part: chord.part, note: chord.note)
        canvas.drawHead(sign, x: x, y: y, scale: chord.scale, isMarked: marked.contains(mark))
        heads[mark] = PlacedHead(left: x, right: x + sign.width * chord.scale, y: y, chord: place)
        if sign == .restWhole || sign == .restHalf, !(0...8).contains(line) {
            canvas.draw(.leger, from: (x - 3, y), to: (x + sign.width + 3, y))
        }
    }

    /// The place nearest to one where a rest is clear of beams that run over or under it.
    private func clear(_ place: Int, sign: MusicSign, x: Double) -> Int {
        var place = place
        // Four lines are further than any beam reaches.
        for _ in 0..<4 {
            let box = sign.box.placed(x: x, y: StaffDrawing.y(place))
            guard let beam = beams.first(where: { $0.crosses(box) }) else { break }
            place += beam.isUp ? -2 : 2
        }
        return place
    }

    /// Where a rest stands: in the middle, or out of the way of other voices.
    func restPlace(of place: Int) -> Int {
        let chord = content.chords[place]
        if chord.isAlone { return 4 }
        let end = chord.moment.onset + chord.duration
        let beside = content.chords.lazy.filter {
            $0.moment.measure == chord.moment.measure && $0.voice != chord.voice && !$0.isGrace
                && $0.moment.onset < end && $0.moment.onset + $0.duration > chord.moment.onset
        }
        if beside.isEmpty { return 4 }
        let others = beside.filter { !$0.isRest }
        let isFlat = chord.fillsMeasure || chord.value.base.rawValue <= NoteValue.Base.half.rawValue
        // Two rests that are no one rest stand further apart; a whole rest hangs two steps higher than where it is put.
        let usual = !isFlat && beside.contains(where: \.isRest) ? 4 : 2
        let isWhole = chord.fillsMeasure || chord.value.base == .whole
        // Rests keep to the lines, and their ends away from heads.
        if chord.isUp {
            let needed = (others.map(\.high).max() ?? 0) + (isFlat ? 2 : 4)
            return max(4 + usual, needed + (needed.isMultiple(of: 2) ? 0 : 1))
        }
        let needed = (others.map(\.low).min() ?? 8) - (isWhole ? 5 : isFlat ? 3 : 4)
        return min(4 - usual, needed - (needed.isMultiple(of: 2) ? 0 : 1))
    }
}
