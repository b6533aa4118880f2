internal import ScoreModel

extension StaffDrawing {
    /// Notes under one number.
    private struct Group {
        var chords: [Int]
        var number: Int
        var hasBracket: Bool?
    }

    mutating func drawTuplets() {
        for group in groups() {
            guard let first = group.chords.first, let last = group.chords.last else { continue }
            let chords = group.chords.map { content.chords[$0] }
            let isAbove = chords.filter(\.isUp).count * 2 >= chords.count
            let left = x(of: first)
            let right = x(of: last) + max(chords[chords.count - 1].headWidth, 9)
            let isBeamed = content.groups.contains { $0.chords == group.chords }
            let hasBracket = group.hasBracket ?? !isBeamed
            let edge = isAbove ? canvas.top(from: left, to: right) - 4 : canvas.bottom(from: left, to: right) + 4
            let middle = isBeamed ? (stemX(first) + stemX(last)) / 2 : (left + right) / 2
            let (text, size) = ("\(group.number)", 15.0)
            let half = Double(text.count) * 4 + 3
            if hasBracket {
                let y = isAbove ? edge - 4 : edge + 4
                let hook = isAbove ? y + 5 : y - 5
                canvas.draw(.stem, from: (left, hook), to: (left, y))
                canvas.draw(.stem, from: (left, y), to: (max(left, middle - half), y))
                canvas.draw(.stem, from: (min(right, middle + half), y), to: (right, y))
                canvas.draw(.stem, from: (right, y), to: (right, hook))
            }
            let y = hasBracket ? (isAbove ? edge + 1 : edge + 9) : (isAbove ? edge : edge + 10)
            canvas.write(text, x: middle, y: y, size: size, anchor: "middle", style: " font-style=\"italic\"")
        }
    }

    /// The tuplets that a file has brackets for; where it has none, the notes of one ratio up to each beat.
    private func groups() -> [Group] {
        var groups: [Group] = []
        for source in content.staff.sources {
            let part = score.parts[source.part]
            let tuplets = part.tuplets
            if tuplets.isEmpty {
                for voice in content.chords.voices(ofGrace: false) where content.chords[voice[0]].part == source.part {
                    groups += unmarked(voice)
                }
            }
            for tuplet in tuplets {
                guard let first = heads[.init(part: source.part, note: tuplet.first)]?.chord,
                    let last = heads[.init(part: source.part, note: tuplet.last)]?.chord, first <= last,
                    tuplet.value.showsNumber != Tuplet.Shown.none
                else { continue }
                let voice = content.chords[first].voice
                let chords = (first...last).filter { content.chords[$0].voice == voice && !content.chords[$0].isGrace }
                let ratio = tuplet.value.ratio == .none ? content.chords[first].ratio : tuplet.value.ratio
                groups.append(
                    Group(
                        chords: chords, number: tuplet.value.actual?.number ?? Int(ratio.actual),
                        hasBracket: tuplet.value.hasBracket))
            }
        }
        return groups
    }

    private func unmarked(_ voice: [Int]) -> [Group] {
        var groups: [Group] = []
        var open: [Int] = []
        func close() {
            if let first = open.first {
                groups.append(Group(chords: open, number: Int(content.chords[first].ratio.actual), hasBracket: nil))
            }
            open = []
        }
        for place in voice {
            let chord = content.chords[place]
            if let first = open.first, content.chords[first].ratio != chord.ratio { close() }
            guard chord.ratio != .none else { continue }
            open.append(place)
            // A tuplet fills a length without its ratio: it ends on a point that the meter has.
            let length = open.reduce(Fraction.zero) { $0 + content.chords[$1].duration }
            if length.numerator == 1 || length.isWhole, length.denominator & (length.denominator - 1) == 0 { close() }
        }
        close()
        return groups
    }
}
