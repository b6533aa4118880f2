extension PartPlayer {
    /// Lets the notes of each arpeggio enter one after another, the first on the beat, and each hold to its own end.
    ///
    /// Chords of any voice or staff whose signs have one number are one (XSD, type `arpeggiate`); signs without a number join
    /// where one of them says that it goes on through the staves, and else within their voice.
    mutating func spreadArpeggios(_ range: Range<Int>) {
        var first = range.lowerBound
        while first < range.upperBound {
            guard signs[first].arpeggio >= 0 else {
                first += 1
                continue
            }
            let onset = part.notes[first].onset
            var end = first + 1
            while end < range.upperBound, part.notes[end].onset == onset { end += 1 }
            let members = (first..<end).filter {
                signs[$0].arpeggio >= 0 && frames[$0].isSounding && frames[$0].role == .struck
            }
            let isUnbroken = members.contains { arpeggio(of: $0)?.isUnbroken == true }
            var groups: [Int: [Int]] = [:]
            for member in members {
                let own = isUnbroken ? 0 : -1 - Int(part.notes[member].voice)
                groups[arpeggio(of: member)?.number ?? own, default: []].append(member)
            }
            for group in groups.values { spread(group) }
            first = end
        }
    }

    private func arpeggio(of note: Int) -> Arpeggio? {
        guard signs[note].arpeggio >= 0, case .arpeggio(let arpeggio) = part.marks[Int(signs[note].arpeggio)].kind
        else {
            return nil
        }
        return arpeggio
    }

    private mutating func spread(_ group: [Int]) {
        guard group.count > 1 else { return }
        let isDown = group.contains { arpeggio(of: $0)?.direction == .down }
        func height(_ note: Int) -> Int { part.soundingPitch(of: part.notes[note])?.height ?? 0 }
        let sorted = group.map { (height: height($0), note: $0) }.sorted { $0 < $1 }.map(\.note)
        let shortest = group.map { frames[$0].end - frames[$0].start }.min() ?? .zero
        let step = min(style.arpeggioStep, shortest / Fraction(2 * (group.count - 1)))
        for (place, note) in (isDown ? sorted.reversed() : sorted).enumerated() {
            frames[note].start = frames[note].start + step * Fraction(place)
            frames[note].role = .arpeggio
        }
    }
}
