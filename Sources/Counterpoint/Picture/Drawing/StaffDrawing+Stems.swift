internal import ScoreModel

extension StaffDrawing {
    /// An octave, the usual length of a stem (Gould, *Behind Bars*, "Stems").
    private static let stemLength = 35.0
    /// The least length of a stem on a beam, from its head to the beam that is nearest.
    private static let leastStem = 24.0
    /// From one beam to the next.
    private static let beamStep = 7.5
    private static let beamThickness = 5.0
    /// A hook is about as long as a head is wide.
    private static let hookLength = 10.0

    mutating func drawStems() {
        for group in content.groups { drawBeams(group) }
        for place in content.chords.indices {
            let chord = content.chords[place]
            guard chord.hasStem, !chord.isBeamed else { continue }
            let tip = tip(of: place)
            drawStem(place, to: tip)
            let sign: MusicSign = chord.isUp ? .flagUp : .flagDown
            for number in 0..<min(chord.value.flags, 5) {
                let y = tip + (chord.isUp ? 1 : -1) * StaffDrawing.beamStep * Double(number) * chord.scale
                canvas.draw(sign, x: stemX(place), y: y, scale: chord.scale)
            }
            if chord.traits.contains(.slashed) {
                let (x, y) = (stemX(place), chord.isUp ? tip + 12 : tip - 12)
                canvas.draw(.stem, from: (x - 5, y + 4), to: (x + 7, y - 5))
            }
        }
    }

    /// Where a stem stands: right of heads when it goes up, left of them when it goes down.
    func stemX(_ place: Int) -> Double {
        let chord = content.chords[place]
        let half = Canvas.Line.stem.thickness / 2
        return x(of: place) + (chord.isUp ? chord.headWidth - half : half)
    }

    private mutating func drawStem(_ place: Int, to tip: Double) {
        let chord = content.chords[place]
        // The tilt of heads brings the stem to them a little beyond the middle.
        let root = StaffDrawing.y(chord.isUp ? chord.low : chord.high) + (chord.isUp ? -1.6 : 1.6) * chord.scale
        canvas.draw(.stem, from: (stemX(place), root), to: (stemX(place), tip))
    }

    /// The end of a stem without a beam. Stems that lead away from the staff are shorter, those of leger lines reach its middle.
    private func tip(of place: Int) -> Double {
        let chord = content.chords[place]
        let outer = StaffDrawing.y(chord.isUp ? chord.high : chord.low)
        let beyond = chord.isUp ? chord.high - 6 : 2 - chord.low
        var length = StaffDrawing.stemLength - max(0, min(Double(beyond) * 2.5, chord.value.flags > 0 ? 4 : 9))
        length += Double(max(0, min(chord.value.flags, 5) - 1)) * 5
        let tip = outer + (chord.isUp ? -1 : 1) * length * chord.scale
        guard chord.isAlone, !chord.isGrace else { return tip }
        return chord.isUp ? min(tip, 20) : max(tip, 20)
    }

    // MARK: Beams

    /// Where the beams of a group run.
    private struct BeamLine {
        /// The stem that it begins at.
        var x: Double
        /// How far the first beam stands from the middle line there, in the direction of the stems.
        var height: Double
        /// How it rises in that direction, as a part of the way.
        var slope: Double
        /// From one beam to the next.
        var step: Double
        /// −1 for stems that go up, since y grows downwards.
        var sign: Double

        func y(at x: Double, level: Int) -> Double {
            20 + sign * (height + slope * (x - self.x) - Double(level - 1) * step)
        }
    }

    private mutating func drawBeams(_ group: BeamedGroup) {
        let xs = group.chords.map(stemX)
        guard let first = group.chords.first.map({ content.chords[$0] }), let line = line(of: group, stems: xs) else {
            return
        }
        for (place, x) in zip(group.chords, xs) { drawStem(place, to: line.y(at: x, level: 1)) }
        let half = Canvas.Line.stem.thickness / 2
        for stretch in group.stretches {
            var (left, right) = (xs[stretch.places.lowerBound] - half, xs[stretch.places.upperBound] + half)
            if stretch.places.count == 1 {
                let hook = StaffDrawing.hookLength * first.scale
                if stretch.isForward { right += hook } else { left -= hook }
            }
            let bar = Beam(
                start: (left, line.y(at: left, level: stretch.level)),
                end: (right, line.y(at: right, level: stretch.level)),
                thickness: -line.sign * StaffDrawing.beamThickness * first.scale, isUp: first.isUp)
            canvas.bar(from: bar.start, to: bar.end, thickness: bar.thickness)
            beams.append(bar)
        }
    }

    /// Beams follow the outer notes, never steeply, and lie flat when a note between them stands out
    /// (Gould, *Behind Bars*, "Beam angles").
    private func line(of group: BeamedGroup, stems xs: [Double]) -> BeamLine? {
        let chords = group.chords.map { content.chords[$0] }
        guard let first = chords.first, let x = xs.first, let end = xs.last else { return nil }
        let (sign, scale) = (first.isUp ? -1.0 : 1.0, first.scale)
        // Distances from the middle line in the direction of the stems.
        let heads = chords.map { sign * (StaffDrawing.y(first.isUp ? $0.high : $0.low) - 20) }
        guard let left = heads.first, let right = heads.last else { return nil }
        let inner = heads.dropFirst().dropLast().max() ?? left
        let width = max(end - x, 1)
        // Notes that lie a fifth apart have the full rise of one space, and notes near to each other less.
        let rise = inner > max(left, right) ? 0 : max(-1, min((right - left) / 20, 1)) * min(10, width * 0.2)
        let slope = rise / width
        let levels = Double(group.stretches.map(\.level).max() ?? 1)
        let room =
            (StaffDrawing.leastStem + (levels - 1) * StaffDrawing.beamStep + StaffDrawing.beamThickness) * scale
        let usual = max(room, StaffDrawing.stemLength * scale)
        // As near as all heads, the usual length of the outer stems and, where there is one voice, the middle line allow.
        var height = zip(heads, xs).map { $0 + room - slope * ($1 - x) }.max() ?? 0
        height = max(height, min(left + usual, right + usual - rise))
        if first.isAlone, !first.isGrace { height = max(height, 0, -rise) }
        return BeamLine(x: x, height: height, slope: slope, step: StaffDrawing.beamStep * scale, sign: sign)
    }
}
