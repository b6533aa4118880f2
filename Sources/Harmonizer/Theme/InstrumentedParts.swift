internal import Counterpoint
internal import ScoreModel

/// A score in which parts that are there are given to others: with their names, clefs and instruments.
///
/// What stands in a part stays: notes, words and signs. A part that several voices share, and one that is written in another key than it sounds,
/// stays what it is.
struct InstrumentedParts {
    private(set) var score: Score
    /// Where the voices stand, with their new roles and names.
    private(set) var places: [VoicePlace?]

    /// - Parameters:
    ///   - places: Where voices stand, from the top; nil for those that the score lacks.
    ///   - roles: Whose they become.
    ///   - isSpared: Whether a voice, by its number from the top, stays what it is.
    init(_ score: Score, _ places: [VoicePlace?], as roles: [Role], sparing isSpared: (Int) -> Bool) {
        (self.score, self.places) = (score, places)
        for (voice, role) in roles.enumerated() where !isSpared(voice) {
            guard let place = places[voice], score.parts[place.part].isGivenAway(with: place) else { continue }
            self.score.parts[place.part].become(role)
            self.places[voice] = VoicePlace(
                part: place.part, staff: place.staff, voice: place.voice, role: role, label: role.name)
        }
    }
}

extension ThemeWishes {
    /// Whether the part of a voice stays what it is.
    func spares(_ voice: Voice) -> Bool {
        guard instrumentation == nil else { return false }
        return ensemble == .choir || !(voice.role?.isVocal ?? false)
    }
}

extension Part {
    /// True when nobody else is in it, and it is written as it sounds.
    fileprivate func isGivenAway(with place: VoicePlace) -> Bool {
        staves == 1 && notes.allSatisfy { $0.isRest || Int($0.voice) == place.voice }
            && fifthsToSounding(at: .zero, staff: place.staff) == 0
    }

    fileprivate mutating func become(_ role: Role) {
        (name, abbreviation) = (role.name, role.abbreviation)
        (nameDisplay, abbreviationDisplay) = (nil, nil)
        if clefs.first?.value != role.clef {
            clefs = [Timed(onset: .zero, measure: 0, value: role.clef)]
        }
        instruments = role.instruments(ofPart: id)
        for note in notes.indices { notes[note].instrument = nil }
    }
}
