internal import ScoreModel

/// How what one staff has at one moment is set side by side. Lengths are counted from the left edge of an undisplaced head.
struct StaffColumn {
    /// Signs before a head.
    struct Accidental {
        var signs: [MusicSign]
        var place: Int
        var x: Double
        var scale: Double
    }

    /// The left edges of the heads of a chord; those of a rest, one.
    private(set) var heads: [Int: [Double]] = [:]
    /// The left edge of a chord's undisplaced heads.
    private(set) var edges: [Int: Double] = [:]
    private(set) var accidentals: [Accidental] = []
    /// The left edge of a clef that changes here.
    private(set) var clefX = 0.0
    /// Where the dots of a chord or rest begin.
    private(set) var dots: [Int: Double] = [:]
    /// How far it reaches to the left, a number not above zero.
    private(set) var left = 0.0
    /// How far it reaches to the right.
    private(set) var right = 0.0

    /// Heads whose leger lines nearly touch could not be counted.
    private static let legerLine = 3.2

    /// - Parameters:
    ///   - places: The places of its chords among those of the staff.
    ///   - clefWidth: The width of a clef that changes here, else zero.
    init(_ places: [Int], of chords: [PictureChord], clefWidth: Double) {
        let plain = places.filter { !chords[$0].isGrace && !chords[$0].fillsMeasure && !chords[$0].isMerged }
        setHeads(plain.filter { !chords[$0].isRest }, chords)
        var boxes = headBoxes(chords)
        right = boxes.map(\.right).max() ?? 0
        setAccidentals(heads.keys.sorted(), chords, boxes: &boxes)
        for place in plain where chords[place].isRest {
            (heads[place], edges[place]) = ([0], 0)
            right = max(right, MusicSign.rest(of: chords[place].value.base).width)
        }
        for place in plain where chords[place].value.dots > 0 { setDots(place, chords) }
        for place in plain {
            let chord = chords[place]
            if chord.hasStem, !chord.isBeamed, chord.isUp, chord.value.flags > 0 {
                right = max(right, (edges[place] ?? 0) + chord.headWidth + 9 * chord.scale)
            }
        }
        left = min(0, boxes.map(\.left).min() ?? 0)
        setGraceNotes(places.filter { chords[$0].isGrace }, chords)
        if clefWidth > 0 {
            left -= clefWidth + 7
            clefX = left
            left -= 2
        }
    }

    // MARK: Heads

    private mutating func setHeads(_ places: [Int], _ chords: [PictureChord]) {
        var set: [Int] = []
        for place in places.filter({ chords[$0].isUp }) + places.filter({ !chords[$0].isUp }) {
            let spread = StaffColumn.spread(chords[place])
            let offset = set.isEmpty ? 0 : offset(of: place, beside: &set, chords)
            edges[place] = offset
            heads[place] = spread.map { $0 + offset }
            set.append(place)
        }
    }

    /// Where a chord stands beside those that are set already; may move the one that is set first.
    private mutating func offset(of place: Int, beside set: inout [Int], _ chords: [PictureChord]) -> Double {
        let chord = chords[place]
        let edge = headBoxes(chords).map(\.right).max() ?? 0
        guard set.count == 1, let first = set.first, chords[first].isUp, !chord.isUp else {
            let isClose = set.contains { other in
                chords[other].isUp == chord.isUp && chords[other].value != chord.value
                    || chords[other].heads.contains { one in chord.heads.contains { abs($0.place - one.place) <= 1 } }
            }
            return isClose ? edge + 3 - min(0, StaffColumn.spread(chord).min() ?? 0) : 0
        }
        let (up, room) = (chords[first], -min(0, StaffColumn.spread(chord).min() ?? 0))
        switch up.low - chord.high {
        case 2...: return 0
        // Stems meet in one line between a second.
        case 1: return edge - (chord.hasStem && up.hasStem ? 1 : -0.6) + room
        case 0 where up.sharesHead(with: chord): return 0
        case 0 where up.value.dots > 0 && chord.value.dots == 0:
            // The dot must not stand before the other head.
            let shift = chord.headWidth + 2
            edges[first] = shift
            heads[first] = heads[first]?.map { $0 + shift }
            return 0
        case 0: return edge + 2 + room
        default:
            // Of voices that cross, the one whose stem goes up stands to the right.
            let shift = chord.headWidth + 2.5
            edges[first] = shift
            heads[first] = heads[first]?.map { $0 + shift }
            return 0
        }
    }

    /// The left edges of the heads of a chord by itself: of a second one head stands on the wrong side of the stem.
    private static func spread(_ chord: PictureChord) -> [Double] {
        let step = chord.headWidth - 0.8
        var edges = chord.heads.map { _ in 0.0 }
        let order = chord.isUp ? Array(chord.heads.indices) : chord.heads.indices.reversed()
        for (previous, place) in zip(order, order.dropFirst())
        where abs(chord.heads[place].place - chord.heads[previous].place) <= 1 && edges[previous] == 0 {
            edges[place] = chord.isUp ? step : -step
        }
        return edges
    }

    private func headBoxes(_ chords: [PictureChord]) -> [Box] {
        heads.flatMap { place, edges in
            zip(chords[place].heads, edges).map { head, x in
                let leger = head.place < -1 || head.place > 9 ? StaffColumn.legerLine : 0
                var box = head.sign.box.placed(x: x, y: Double(40 - 5 * head.place), scale: chords[place].scale)
                box.left -= leger
                box.right += leger
                return box
            }
        }
    }

    // MARK: Dots

    /// Dots stand beside their own heads, or where another chord's are in the way behind these.
    private mutating func setDots(_ place: Int, _ chords: [PictureChord]) {
        let chord = chords[place]
        let own =
            chord.isRest ? MusicSign.rest(of: chord.value.base).width : chord.headWidth + (heads[place]?.max() ?? 0)
        var x = own + StaffColumn.dotGap
        for (other, edges) in heads where other != place {
            for (head, edge) in zip(chords[other].heads, edges)
            where chord.dotPlaces.contains(where: { abs($0 - head.place) <= 1 }) && edge + head.sign.width > own {
                x = max(x, edge + head.sign.width * chords[other].scale + StaffColumn.dotGap)
            }
        }
        dots[place] = x
        right = max(right, x + StaffColumn.dotStep * Double(chord.value.dots))
    }

    /// Room before the first dot, which the ring of a mark leaves free, and from one to the next.
    private static let dotGap = 4.0
    static let dotStep = 5.0

    // MARK: Accidentals

    /// Sets signs as near to the heads as those above and below allow, from the outer ones to the inner ones
    /// (Gould, *Behind Bars*, "Layout of accidentals in chords").
    private mutating func setAccidentals(_ places: [Int], _ chords: [PictureChord], boxes: inout [Box]) {
        var heads = places.flatMap { place in
            chords[place].heads.filter { !$0.accidental.isEmpty }.map { ($0, chords[place].scale) }
        }.sorted { ($0.0.place, $0.0.note) > ($1.0.place, $1.0.note) }
        var isTop = true
        while !heads.isEmpty {
            let (head, scale) = isTop ? heads.removeFirst() : heads.removeLast()
            isTop.toggle()
            let box = StaffColumn.box(of: head.accidental, scale: scale).placed(x: 0, y: Double(40 - 5 * head.place))
            // Outlines are slimmer than their boxes at the ends.
            var slim = box
            slim.top += 1.5
            slim.bottom -= 1.5
            let edge = boxes.filter(slim.overlapsAlong).map(\.left).min() ?? 0
            let x = min(edge, 0) - 2.5 - box.right
            boxes.append(slim.placed(x: x, y: 0))
            accidentals.append(Accidental(signs: head.accidental, place: head.place, x: x, scale: scale))
        }
    }

    /// The rectangle around signs side by side.
    private static func box(of signs: [MusicSign], scale: Double) -> Box {
        var (x, box) = (0.0, Box(left: 0, top: 0, right: 0, bottom: 0))
        for sign in signs {
            box = box.union(sign.box.placed(x: x, y: 0, scale: scale))
            x += (sign.width + 0.5) * scale
        }
        return box
    }

    // MARK: Grace notes

    private mutating func setGraceNotes(_ places: [Int], _ chords: [PictureChord]) {
        for place in places.reversed() {
            let chord = chords[place]
            let spread = StaffColumn.spread(chord)
            let hasFlag = chord.hasStem && !chord.isBeamed && chord.value.flags > 0
            let width = chord.headWidth + max(0, spread.max() ?? 0)
            let x = left - 4 - max(width, hasFlag && chord.isUp ? chord.headWidth + 6 : 0)
            edges[place] = x
            heads[place] = spread.map { $0 + x }
            left = x + min(0, spread.min() ?? 0)
            for head in chord.heads where !head.accidental.isEmpty {
                let width = StaffColumn.box(of: head.accidental, scale: chord.scale).right
                accidentals.append(
                    Accidental(signs: head.accidental, place: head.place, x: x - 1.5 - width, scale: chord.scale))
                left = min(left, x - 1.5 - width)
            }
            if chord.low < -1 || chord.high > 9 { left -= 1.5 }
        }
    }
}

extension PictureChord {
    /// Whether one head can stand for the highest of a lower voice's chord and the lowest of this one.
    fileprivate func sharesHead(with lower: PictureChord) -> Bool {
        guard let mine = heads.first, let other = lower.heads.last else { return false }
        return mine.sign == other.sign && mine.pitch?.alter == other.pitch?.alter && value.dots == lower.value.dots
            && scale == lower.scale && hasStem && lower.hasStem
            && (heads.count < 2 || heads[1].place - mine.place > 1)
            && (lower.heads.count < 2 || other.place - lower.heads[lower.heads.count - 2].place > 1)
    }
}
