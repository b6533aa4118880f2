import ScoreModel

extension Score {
    /// The score without the places it was read from: equal scores mean the same, whatever their files look like.
    var withoutOrigins: Score {
        var score = self
        for index in score.parts.indices { score.parts[index].removeOrigins() }
        for index in score.tempos.indices { score.tempos[index].origin = nil }
        for index in score.jumps.indices { score.jumps[index].origin = nil }
        return score
    }
}

extension Part {
    fileprivate mutating func removeOrigins() {
        for index in measures.indices { measures[index].origin = nil }
        for index in notes.indices { notes[index].origin = nil }
        for index in keys.indices { keys[index].origin = nil }
        for index in meters.indices { meters[index].origin = nil }
        for index in clefs.indices { clefs[index].origin = nil }
        for index in transpositions.indices { transpositions[index].origin = nil }
        for index in barlines.indices { barlines[index].origin = nil }
        for index in dynamics.indices { dynamics[index].origin = nil }
        for index in harmonies.indices { harmonies[index].origin = nil }
        for index in lyrics.indices { lyrics[index].origin = nil }
        for index in fermatas.indices { fermatas[index].origin = nil }
        for index in slurs.indices { slurs[index].origin = nil }
        for index in tuplets.indices { tuplets[index].origin = nil }
    }
}
