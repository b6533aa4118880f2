/// The swing of a part: how eighths or sixteenths of a pair share its time (XSD, type `swing`).
///
/// A pair's first half is stretched and its second half pressed, so shorter notes within keep their place. Notes without a type
/// and notes whose duration is not that of their type, as in a triplet, are played as written. So are grace notes. Pairs are counted from
/// the beginning of the measure, in a measure that is not counted, such as a pickup, from its end.
struct SwingLine {
    private let changes: [Timed<Swing>]

    /// Nil where the part says nothing about swing.
    init?(_ part: Part) {
        var list: [Timed<Swing>] = []
        for direction in part.directions {
            if let swing = direction.value.sound?.swing {
                var timed = direction.with(swing)
                timed.onset = direction.soundOnset
                list.append(timed)
                continue
            }
            for case .metronome(let metronome) in direction.value.signs.joined() {
                if let swing = metronome.swing { list.append(direction.with(swing)) }
            }
        }
        for sound in part.sounds {
            if let swing = sound.value.swing { list.append(sound.moved.with(swing)) }
        }
        if list.isEmpty { return nil }
        for index in list.indices { list[index].staff = nil }
        changes = list.stablySorted { $0.onset < $1.onset }
    }

    /// When a note begins and ends.
    func played(_ note: Note, in measure: Measure) -> (start: Fraction, end: Fraction) {
        let written = (start: note.onset, end: note.end)
        guard let value = note.value, value.quarters == note.duration,
            let swing = changes.inForce(at: note.onset, staff: 1), let share = swing.firstShare
        else { return written }
        let unit = (swing.unit ?? .eighth).quarters
        let end = measure.onset + measure.length
        let origin = measure.isImplicit ? end : measure.onset
        func moved(_ time: Fraction) -> Fraction {
            // The edges of a measure stand still.
            guard time > measure.onset, time < end else { return time }
            let pair = origin + unit * 2 * Fraction(((time - origin) / (unit * 2)).floor)
            let place = time - pair
            return place <= unit
                ? pair + place * share * 2 : pair + unit * 2 - (unit * 2 - place) * (1 - share) * 2
        }
        let played = (start: moved(written.start), end: moved(written.end))
        return played.start < played.end ? played : written
    }
}

extension Swing {
    /// The share of a pair that its first note has; nil for straight playing.
    fileprivate var firstShare: Fraction? {
        guard let ratio, ratio.first > 0, ratio.second > 0 else { return nil }
        let share = Fraction(ratio.first) / (Fraction(ratio.first) + Fraction(ratio.second))
        return share > .zero && share < 1 ? share : nil
    }
}

extension Metronome {
    /// The swing that a mark asks for which sets two even notes equal to two uneven ones.
    fileprivate var swing: Swing? {
        guard case .notes(let even, _, let uneven, _) = content else { return nil }
        let (written, played) = (even.lengths, uneven.lengths)
        guard written.count == 2, played.count == 2, written[0] == written[1], played[0] != played[1],
            played[0] + played[1] == written[0] * 2, played[1] > .zero
        else { return nil }
        let share = played[0] / played[1]
        var swing = Swing()
        swing.unit = even[0].value.base
        swing.ratio = .init(first: share.numerator, second: share.denominator)
        return swing
    }
}
