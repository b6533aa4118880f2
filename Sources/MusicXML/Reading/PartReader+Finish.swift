internal import ScoreModel

// What can only be done when the whole part is read and the measures have their places.

extension PartReader {
    /// Moves everything to its place in the piece, sorts it, and joins what runs from note to note.
    mutating func finish(onsets: [Fraction], ends: [Fraction]) {
        shift(by: onsets)
        for index in part.barlines.indices where part.barlines[index].value.location == .right {
            part.barlines[index].onset = ends[part.barlines[index].measure]
        }
        sortVoices()
        sortNotes()
        matchTies()
        matchSlurs()
        matchTuplets()
    }

    private mutating func shift(by onsets: [Fraction]) {
        for index in part.notes.indices {
            part.notes[index].onset = onsets[Int(part.notes[index].measure)] + part.notes[index].onset
        }
        PartReader.shift(&part.keys, by: onsets)
        PartReader.shift(&part.meters, by: onsets)
        PartReader.shift(&part.clefs, by: onsets)
        PartReader.shift(&part.transpositions, by: onsets)
        PartReader.shift(&part.barlines, by: onsets)
        PartReader.shift(&part.dynamics, by: onsets)
        PartReader.shift(&part.harmonies, by: onsets)
        PartReader.shift(&tempos, by: onsets)
        PartReader.shift(&jumps, by: onsets)
    }

    private static func shift<Value>(_ list: inout [Timed<Value>], by onsets: [Fraction]) {
        for index in list.indices { list[index].onset = onsets[list[index].measure] + list[index].onset }
        list.stableSort { ($0.onset, $0.measure) < ($1.onset, $1.measure) }
    }

    /// Voices that are numbers come first, by value, so that their order does not depend on which one the file writes first.
    private mutating func sortVoices() {
        func precedes(_ left: String, _ right: String) -> Bool {
            switch (Int(left), Int(right)) {
            case (let left?, let right?): left < right
            case (nil, nil): left < right
            case (let left, _): left != nil
            }
        }
        let order = part.voices.indices.sorted { precedes(part.voices[$0], part.voices[$1]) }
        guard order != Array(part.voices.indices) else { return }
        var ranks = [UInt16](repeating: 0, count: order.count)
        for (rank, voice) in order.enumerated() { ranks[voice] = UInt16(rank) }
        part.voices = order.map { part.voices[$0] }
        for index in part.notes.indices { part.notes[index].voice = ranks[Int(part.notes[index].voice)] }
    }

    /// By measure, onset and voice; notes that agree in these stay as the file has them.
    private mutating func sortNotes() {
        let notes = part.notes
        func key(_ index: Int) -> (Int32, Fraction, UInt16, Int) {
            (notes[index].measure, notes[index].onset, notes[index].voice, index)
        }
        guard notes.indices.dropFirst().contains(where: { key($0) < key($0 - 1) }) else { return }
        let order = notes.indices.sorted { key($0) < key($1) }
        part.notes = order.map { notes[$0] }
        var places = [Int](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() { places[index] = place }
        for index in part.lyrics.indices { part.lyrics[index].note = places[part.lyrics[index].note] }
        for index in part.fermatas.indices { part.fermatas[index].note = places[part.fermatas[index].note] }
        for index in slurEdges.indices { slurEdges[index].note = places[slurEdges[index].note] }
        for index in tupletEdges.indices { tupletEdges[index].note = places[tupletEdges[index].note] }
        part.lyrics.stableSort { $0.note < $1.note }
        part.fermatas.stableSort { $0.note < $1.note }
    }

    // MARK: What runs from note to note

    private mutating func matchTies() {
        for index in TieMatcher(&part.notes).unmatched {
            let note = part.notes[index]
            let leads = note.traits.contains(.tieStart) && note.tiedTo == nil
            reportNote(
                "tie-unmatched", index, "this tie \(leads ? "leads to" : "comes from") no note; it is kept hanging")
        }
    }

    private mutating func matchSlurs() {
        let matcher = SpannerMatcher(slurEdges, notes: part.notes)
        part.slurs = matcher.pairs.map { start, stop in
            Spanner(first: start.note, last: stop.note, value: Slur(number: start.number), origin: start.origin)
        }
        for edge in matcher.unmatched {
            let end = edge.isStart ? "begins here and ends" : "ends here and begins"
            reportNote("slur-unmatched", edge.note, "slur \(edge.number) \(end) nowhere; it is left out")
        }
    }

    private mutating func matchTuplets() {
        let matcher = SpannerMatcher(tupletEdges, notes: part.notes)
        // Outer tuplets first: of those that begin together, the one that ends last.
        var pairs = matcher.pairs
        pairs.stableSort { ($0.start.note, -$0.stop.note) < ($1.start.note, -$1.stop.note) }
        for (start, stop) in pairs {
            let ratio = start.value ?? impliedRatio(start: start.note, stop: stop.note)
            part.tuplets.append(
                Spanner(
                    first: start.note, last: stop.note, value: Tuplet(number: start.number, ratio: ratio),
                    origin: start.origin))
        }
        for edge in matcher.unmatched {
            let end = edge.isStart ? "begins here and ends" : "ends here and begins"
            reportNote(
                "tuplet-unmatched", edge.note,
                "the bracket of tuplet \(edge.number) \(end) nowhere; it is left out, the lengths of its notes stay")
        }
    }

    /// The ratio of a tuplet that does not state it: that of its first note, less those of the tuplets around it.
    private func impliedRatio(start: Int, stop: Int) -> TupletRatio {
        let whole = part.notes[start].ratio
        var around: Fraction = 1
        for outer in part.tuplets where outer.first <= start && outer.last >= stop {
            if part.notes[outer.first].voice == part.notes[start].voice { around = around * outer.value.ratio.factor }
        }
        if around == 1 { return whole }
        let own = whole.factor / around
        return TupletRatio(actual: own.denominator, normal: own.numerator) ?? whole
    }

    private mutating func reportNote(_ code: String, _ index: Int, _ message: String) {
        let note = part.notes[index]
        guard let node = note.origin.flatMap({ document.node(at: $0) }) else { return }
        report(code, at: node, in: Int(note.measure), message)
    }
}
