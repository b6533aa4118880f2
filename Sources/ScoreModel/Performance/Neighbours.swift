/// The notes that an ornament adds, in semitones from the written note.
struct Neighbours {
    var upper: Int
    var lower: Int
    /// Two steps below.
    var lowerThird: Int
}

extension Part {
    /// The neighbours of a note: the next steps of the key in force, unless accidentals at the ornament or `trill-step` say otherwise.
    ///
    /// An accidental above the sign, or one that stands nowhere in particular, is for the upper note, one below it for the lower.
    func neighbours(of index: Int, mark: Int, sound: TrillSound) -> Neighbours {
        let note = notes[index]
        guard let pitch = note.pitch else { return Neighbours(upper: 0, lower: 0, lowerThird: 0) }
        let key = keys.inForce(at: note.onset, staff: Int(note.staff))
        func interval(_ steps: Int, _ alter: Semitones?) -> Int {
            var other = pitch.moved(by: steps)
            other.alter = alter ?? key?.alteration(of: other.step) ?? .zero
            return other.keyNumber - pitch.keyNumber
        }
        let printed = ornamentAccidentals(after: mark, note: marks[mark].note)
        var neighbours = Neighbours(
            upper: interval(1, printed.upper), lower: interval(-1, printed.lower), lowerThird: interval(-2, nil))
        let stated: Int? =
            switch sound.step {
            case "whole": 2
            case "half": 1
            case "unison": 0
            default: nil
            }
        if let stated { (neighbours.upper, neighbours.lower) = (stated, -stated) }
        return neighbours
    }

    private func ornamentAccidentals(after mark: Int, note: Int) -> (upper: Semitones?, lower: Semitones?) {
        var found: (upper: Semitones?, lower: Semitones?)
        let isLow: Bool =
            if case .ornament(let ornament) = marks[mark].kind { ornament.kind == .mordent } else { false }
        for other in marks[mark...].dropFirst().prefix(8) where other.note == note {
            let accidental: Accidental?
            switch other.kind {
            case .ornament(let ornament) where ornament.kind == .accidentalMark: accidental = ornament.accidental
            case .accidental(let own, _): accidental = own
            default: continue
            }
            guard let alter = accidental?.sign.alter else { continue }
            if other.placement == .below || other.placement == nil && isLow {
                found.lower = alter
            } else {
                found.upper = alter
            }
        }
        return found
    }
}

extension Pitch {
    /// The unaltered pitch some steps away.
    fileprivate func moved(by steps: Int) -> Pitch {
        let target = diatonic + steps
        let octave = target >= 0 ? target / 7 : (target - 6) / 7
        return Pitch(Step(rawValue: Int8(target - octave * 7)) ?? .c, octave: Int8(clamping: octave))
    }
}

extension Key {
    /// How the signature alters a step.
    package func alteration(of step: Pitch.Step) -> Semitones {
        switch content {
        case .traditional(let fifths, _):
            // Sharps come in the order F C G D A E B, flats the other way; past seven, steps are altered twice.
            let place = [.f, .c, .g, .d, .a, .e, .b].firstIndex(of: step) ?? 0
            let turns = Fraction(min(max(fifths, -100), 100) - place + 6) / 7
            return Semitones(turns.floor)
        case .alterations(let alterations):
            return alterations.last { $0.step == step }?.alter ?? .zero
        }
    }
}

extension Accidental.Sign {
    /// How the sign alters a step; nil for signs that mean different things to different people.
    fileprivate var alter: Semitones? {
        switch self {
        case .natural: .zero
        case .sharp, .naturalSharp: Semitones(1)
        case .flat, .naturalFlat: Semitones(-1)
        case .doubleSharp, .sharpSharp: Semitones(2)
        case .flatFlat: Semitones(-2)
        case .tripleSharp: Semitones(3)
        case .tripleFlat: Semitones(-3)
        case .quarterSharp: Semitones(thousandths: 500)
        case .quarterFlat: Semitones(thousandths: -500)
        case .threeQuartersSharp: Semitones(thousandths: 1500)
        case .threeQuartersFlat: Semitones(thousandths: -1500)
        default: nil
        }
    }
}
