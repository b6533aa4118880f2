internal import ScoreModel

/// A staff of a picture: a staff of a part, or the parts of a choir that share one.
struct PictureStaff {
    /// A staff of a part.
    struct Source: Hashable {
        /// The index of the part in the score.
        var part: Int
        /// The staff, from 1.
        var staff: Int
    }

    /// What is written on it, from top to bottom.
    var sources: [Source]
    /// Its clef, where that is not the one of the file.
    var clef: Clef?
    /// Whether fermatas stand below it: on the lower staff of a choir.
    var hasFermatasBelow = false

    /// The clef in force, which is one that can be drawn.
    func clef(in score: Score, at onset: Fraction) -> Clef {
        if let clef { return clef }
        guard let source = sources.first else { return .treble }
        let written = score.parts[source.part].clefs.inForce(at: onset, staff: source.staff)
        return written?.drawable ?? .treble
    }

    /// The key signature in force.
    func key(in score: Score, at onset: Fraction) -> Key? {
        guard let source = sources.first else { return nil }
        return score.parts[source.part].keys.inForce(at: onset, staff: source.staff)
    }
}

extension PictureStaff.Source {
    /// Whether a note stands on this staff. A part with one staff has all of its notes there, whatever they say.
    func holds(_ note: Note, of part: Part) -> Bool {
        max(1, min(Int(note.staff), PictureStaff.count(of: part))) == staff
    }
}

extension PictureStaff {
    /// How many staves of a part are drawn; an organ has three, and no player more than four.
    static func count(of part: Part) -> Int { max(1, min(part.staves, 4)) }
}

extension Clef {
    /// The clef with a line and an octave that exist.
    var drawable: Clef {
        var clef = Clef(sign, line: line.map { max(1, min($0, 5)) }, octaveChange: max(-2, min(octaveChange, 2)))
        if [.percussion, .tablature, .jianpu, .none].contains(sign) { clef.line = nil }
        return clef
    }

    /// Steps above the bottom line for a pitch, held within what a picture has room for: four octaves around the staff.
    func place(of pitch: Pitch) -> Int { max(-24, min(pitch.diatonic - (middleLine - 4), 32)) }

    /// The line that it stands on, from 1 at the bottom.
    var drawnLine: Int {
        switch sign {
        case .g: line ?? 2
        case .f: line ?? 4
        default: line ?? 3
        }
    }

    /// Its sign; none for tablatures and the like, which have no sign among ours.
    var musicSign: MusicSign? {
        switch sign {
        case .g: .clefG
        case .f: .clefF
        case .c: .clefC
        case .percussion: .clefPercussion
        case .tablature, .jianpu, .none: nil
        }
    }
}
