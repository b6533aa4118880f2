import ScoreModel

extension Score {
    /// The score without the places it was read from: equal scores mean the same, whatever their files look like.
    var withoutOrigins: Score {
        var score = self
        for index in score.parts.indices { score.parts[index].removeOrigins() }
        return score
    }

    /// The same without the order in which its files write it down.
    var withoutWrittenOrder: Score {
        var score = withoutOrigins
        for part in score.parts.indices {
            for note in score.parts[part].notes.indices { score.parts[part].notes[note].order = 0 }
            for space in score.parts[part].spaces.indices { score.parts[part].spaces[space].order = 0 }
            score.parts[part].keys.removeOrder()
            score.parts[part].meters.removeOrder()
            score.parts[part].clefs.removeOrder()
            score.parts[part].transpositions.removeOrder()
            score.parts[part].views.removeOrder()
            score.parts[part].staffDetails.removeOrder()
            score.parts[part].measureStyles.removeOrder()
            score.parts[part].staffCounts.removeOrder()
            score.parts[part].instrumentCounts.removeOrder()
            score.parts[part].symbols.removeOrder()
            score.parts[part].directives.removeOrder()
            score.parts[part].divisions.removeOrder()
            score.parts[part].directions.removeOrder()
            score.parts[part].sounds.removeOrder()
            score.parts[part].harmonies.removeOrder()
            score.parts[part].figuredBasses.removeOrder()
            score.parts[part].barlines.removeOrder()
            score.parts[part].prints.removeOrder()
            score.parts[part].listenings.removeOrder()
            score.parts[part].groupings.removeOrder()
            score.parts[part].addresses.removeOrder()
        }
        return score
    }
}

extension Part {
    fileprivate mutating func removeOrigins() {
        for index in measures.indices { measures[index].origin = nil }
        for index in notes.indices { notes[index].origin = nil }
        for index in marks.indices { marks[index].origin = nil }
        for index in noteDetails.indices { noteDetails[index].origin = nil }
        for index in lyrics.indices { lyrics[index].origin = nil }
        keys.removeOrigins()
        meters.removeOrigins()
        clefs.removeOrigins()
        transpositions.removeOrigins()
        views.removeOrigins()
        staffDetails.removeOrigins()
        measureStyles.removeOrigins()
        staffCounts.removeOrigins()
        instrumentCounts.removeOrigins()
        symbols.removeOrigins()
        directives.removeOrigins()
        divisions.removeOrigins()
        directions.removeOrigins()
        sounds.removeOrigins()
        harmonies.removeOrigins()
        figuredBasses.removeOrigins()
        barlines.removeOrigins()
        prints.removeOrigins()
        listenings.removeOrigins()
        groupings.removeOrigins()
        addresses.removeOrigins()
    }
}

extension Array {
    fileprivate mutating func removeOrigins<Value>() where Element == Timed<Value> {
        for index in indices { self[index].origin = nil }
    }
    fileprivate mutating func removeOrder<Value>() where Element == Timed<Value> {
        for index in indices { self[index].order = 0 }
    }
}
