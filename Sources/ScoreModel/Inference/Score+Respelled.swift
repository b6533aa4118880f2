extension Score {
    /// The score with every note named anew from how it sounds, its keys as they are written, found where there are none.
    ///
    /// Written signatures hold. Names are found for sounding pitches and then written for the part, transposing instruments under the
    /// signatures that they have. The printed accidentals of a part in which a name changed are made anew.
    public func respelled() -> Score {
        let written = ScoreTones(self)
        let found = KeyFinding(written.tones, boundaries: measures.map(\.onset))
        let spelling = Spelling(
            written.tones, keys: found.regions, signatures: concertSignatures ?? found.signatures, lines: written.lines)
        var score = self
        var changed: Set<Int> = []
        for (place, pitch) in zip(written.places, spelling.pitches) {
            for index in place.notes {
                let note = parts[place.part].notes[index]
                let name = parts[place.part].written(pitch, at: note.onset, staff: Int(note.staff))
                guard note.pitch != name else { continue }
                score.parts[place.part].notes[index].content = .pitched(name)
                changed.insert(place.part)
            }
        }
        for part in changed { score.parts[part].printAccidentals() }
        return score
    }

    /// The signatures of the first part that has any, as they sound.
    private var concertSignatures: [KeyFinding.Region]? {
        for part in parts {
            let keys = part.keys.filter { $0.concerns(staff: 1) && $0.value.fifths != nil }
            guard !keys.isEmpty else { continue }
            return keys.indices.map { index in
                let end = index + 1 < keys.count ? keys[index + 1].onset : max(length, keys[index].onset)
                let shift = part.fifthsToSounding(at: keys[index].onset, staff: 1)
                let fifths = max(-7, min(7, (keys[index].value.fifths ?? 0) + shift))
                return KeyFinding.Region(
                    start: keys[index].onset, end: end, key: .traditional(fifths: fifths), confidence: 1)
            }
        }
        return nil
    }
}

extension Part {
    /// How far up the line of fifths the sounding pitch lies from the written one.
    package func fifthsToSounding(at onset: Fraction, staff: Int) -> Int {
        guard let transposition = transposition(at: onset, staff: staff) else { return 0 }
        return Pitch(.c, octave: 4).transposed(by: transposition).fifth ?? 0
    }

    /// How a sounding pitch is written at a moment.
    ///
    /// Where the part's signature is not the transposed one but its enharmonic equal, as five sharps for seven flats, so is the name.
    package func written(_ sounding: Pitch, at onset: Fraction, staff: Int) -> Pitch {
        guard let transposition = transposition(at: onset, staff: staff), let fifth = sounding.fifth else {
            return sounding
        }
        let middleC = Pitch(.c, octave: 4)
        let shift = middleC.transposed(by: transposition)
        let key = sounding.keyNumber - shift.keyNumber + middleC.keyNumber
        let name = fifth - (shift.fifth ?? 0)
        guard let signature = keys.inForce(at: onset, staff: staff)?.fifths else {
            return Pitch(fifth: name, key: key)
        }
        let middle = signature + SpellingContext.middle
        return Pitch(fifth: abs(name - middle) > 12 ? name + (name < middle ? 12 : -12) : name, key: key)
    }
}

extension Pitch {
    /// The place on the line of fifths, C being 0; nil where the alteration is not a whole number of semitones.
    var fifth: Int? {
        let natural = [0, 2, 4, -1, 1, 3, 5][Int(step.rawValue)]
        return alter.whole.map { natural + 7 * $0 }
    }
}
