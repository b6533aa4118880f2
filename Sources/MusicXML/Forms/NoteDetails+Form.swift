internal import ScoreModel

// What few notes say of themselves.

extension NoteDetails.Notehead: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.filled, &isFilled)
        form.attribute(.parentheses, &hasParentheses)
        form.attribute(.smufl, &glyph)
        form.content(&shape)
    }
}

extension NoteDetails.Printing: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.printDot, &dots)
        form.attribute(.printLyric, &lyrics)
        form.attribute(.printLeger, &legerLines)
        form.attribute(.printSpacing, &spacing)
    }
}

extension NoteDetails.Playing: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.dynamics, &dynamics)
        form.attribute(.endDynamics, &endDynamics)
        form.time(attribute: .attack, &attack)
        form.time(attribute: .release, &release)
        form.attribute(.timeOnly, &timeOnly)
        form.attribute(.pizzicato, &isPizzicato)
    }
}

extension NoteDetails.GraceTime: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.stealTimePrevious, &stealPrevious)
        form.attribute(.stealTimeFollowing, &stealFollowing)
        form.time(attribute: .makeTime, &make)
        form.attribute(.slash, &isSlashed)
    }
}

/// The attributes of a `lyric`.
struct LyricFacts: Formed {
    var lyric = Lyric(text: "")

    mutating func form(_ form: inout some Form) {
        form.attribute(.number, &lyric.number)
        form.attribute(.name, &lyric.name)
        form.attribute(.placement, &lyric.placement)
        form.attribute(.printObject, &lyric.isPrinted)
        form.attribute(.timeOnly, &lyric.timeOnly)
    }
}
