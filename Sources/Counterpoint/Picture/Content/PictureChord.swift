internal import ScoreModel

/// Notes that share a stem, or a rest.
struct PictureChord {
    /// A notehead.
    struct Head {
        /// The index of the note in its part.
        var note: Int
        /// Steps above the bottom line.
        var place: Int
        /// The pitch; nil for drums.
        var pitch: Pitch?
        /// The head.
        var sign: MusicSign
        /// The signs before it that it needs.
        var accidental: [MusicSign] = []
    }

    /// The index of its part in the score.
    var part: Int
    /// Which of the staff's sources it comes from, and its voice there: what tells voices on one staff apart.
    var voice: VoiceOnStaff
    /// When it begins.
    var moment: Moment
    /// How long it lasts, in quarter notes; zero for grace notes.
    var duration: Fraction
    /// The note value that is drawn.
    var value: NoteValue
    /// The tuplets that it stands in.
    var ratio: TupletRatio
    /// Its heads from the lowest up; none for rests.
    var heads: [Head]
    /// The index in its part of its first note, or of the rest.
    var note: Int
    /// What is true of it.
    var traits: Note.Traits
    /// Its beams in the file.
    var beams: Beams
    /// Its stem in the file.
    var writtenStem: Note.Stem?
    /// A rest that fills its measure, and stands in the middle of it.
    var fillsMeasure = false
    /// Whether its stem goes up.
    var isUp = true
    /// Whether no other voice stands in its measure on its staff.
    var isAlone = true
    /// Whether it stands on a beam.
    var isBeamed = false
    /// A rest that another voice's rest stands for.
    var isMerged = false

    var isRest: Bool { heads.isEmpty }
    var isGrace: Bool { traits.contains(.grace) }
    /// Grace notes and cues are drawn smaller.
    var scale: Double { isGrace || traits.contains(.cue) ? 0.7 : 1 }
    /// Whether it has a stem at all.
    var hasStem: Bool {
        !isRest && value.base.rawValue >= NoteValue.Base.half.rawValue && writtenStem != Note.Stem.none
    }
    /// The place of its lowest head; that of a rest is the middle line.
    var low: Int { heads.first?.place ?? 4 }
    /// The place of its highest head.
    var high: Int { heads.last?.place ?? 4 }
    /// Where its dots stand: in spaces, that above a line, and for the lower of two voices that below.
    var dotPlaces: [Int] {
        let isLower = !isAlone && !isUp
        var places: [Int] = []
        for head in isLower ? heads : heads.reversed() {
            let isOnLine = head.place.isMultiple(of: 2)
            let usual = isOnLine ? head.place + (isLower ? -1 : 1) : head.place
            // Heads a second apart would share a space.
            places.append(places.contains(usual) && isOnLine ? usual + (isLower ? 2 : -2) : usual)
        }
        return places
    }
    /// The width of its heads.
    var headWidth: Double { (heads.map(\.sign.width).max() ?? 0) * scale }
}

/// A voice of one of the sources of a staff, ordered from the top down as scores number them.
struct VoiceOnStaff: Hashable, Comparable {
    var source: Int
    var voice: Int

    static func < (left: VoiceOnStaff, right: VoiceOnStaff) -> Bool {
        (left.source, left.voice) < (right.source, right.voice)
    }
}

extension NoteValue {
    /// The value that a note shows: its own, else the one that its duration has, else the nearest below.
    init(drawnFor note: Note) {
        let length = note.duration / note.ratio.factor
        if let value = note.value {
            self.init(value.base, dots: min(value.dots, 4))
        } else if let exact = NoteValue(lasting: length) {
            self = exact
        } else {
            self.init(Base.allCases.first { $0.quarters <= length } ?? (note.isGrace ? .eighth : .thousandTwentyFourth))
        }
    }
}
