internal import ScoreModel

extension StaffDrawing {
    /// An octave, the usual length of a stem (Gould, *Behind Bars*, "Stems").
    private static let stemLength = 35.0
    /// The least length of a stem on a beam, from its head to the beam that is nearest.
    private static let leastStem = 24.0
    /// From one beam to the next.
    private static let beamStep = 7.5
    private static let beamThickness = 5.0

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

    /// Beams follow the outer notes, never steeply, and lie flat when a note between them stands out
    /// (Gould, *Behind Bars*, "Beam angles").
    private mutating func drawBeams(_ group: BeamedGroup) {
        guard let first = group.chords.first else { return }
        let isUp = content.chords[first].isUp
        let (sign, scale) = (isUp ? -1.0 : 1.0, content.chords[first].scale)
        let xs = group.chords.map(stemX)
        // Heights above the staff's middle line, in the direction of the stems.
        let outer = group.chords.map {
            sign * (StaffDrawing.y(isUp ? content.chords[$0].high : content.chords[$0].low) - 20)
        }
        let most = Double(group.stretches.map(\.level).max() ?? 1)
        let room = (StaffDrawing.leastStem + (most - 1) * StaffDrawing.beamStep + StaffDrawing.beamThickness) * scale
        let usual = max(room, StaffDrawing.stemLength * scale)
        let width = max(xs[xs.count - 1] - xs[0], 1)
        var rise = outer[outer.count - 1] - outer[0]
        let inner = outer.dropFirst().dropLast().max() ?? -.infinity
        if inner > max(outer[0], outer[outer.count - 1]) { rise = 0 }
        rise = max(-1, min(rise / 20, 1)) * min(10, width * 0.2)
        // The beam is as near as the heads, the usual length of the outer stems, and the middle line allow.
        let slopes = xs.map { rise * ($0 - xs[0]) / width }
        var height = zip(outer, slopes).map { $0 + room - $1 }.max() ?? 0
        height = max(height, min(outer[0] + usual, outer[outer.count - 1] + usual - rise))
        if content.chords[first].isAlone, !content.chords[first].isGrace {
            height = max(height, max(0, -rise))
        }
        func beam(at x: Double, level: Int) -> Double {
            let offset = Double(level - 1) * StaffDrawing.beamStep * scale
            return 20 + sign * (height + rise * (x - xs[0]) / width - offset)
        }
        for (place, x) in zip(group.chords, xs) { drawStem(place, to: beam(at: x, level: 1)) }
        let half = Canvas.Line.stem.thickness / 2
        let thickness = -sign * StaffDrawing.beamThickness * scale
        for stretch in group.stretches {
            var (left, right) = (xs[stretch.places.lowerBound] - half, xs[stretch.places.upperBound] + half)
            if stretch.places.count == 1 {
                if stretch.isForward { right += 10 * scale } else { left -= 10 * scale }
            }
            let bar = Beam(
                start: (left, beam(at: left, level: stretch.level)),
                end: (right, beam(at: right, level: stretch.level)),
                thickness: thickness, isUp: isUp)
            canvas.bar(from: bar.start, to: bar.end, thickness: thickness)
            beams.append(bar)
        }
    }
}
