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
        matchMarks()
        matchDirections()
    }

    private mutating func shift(by onsets: [Fraction]) {
        for index in part.notes.indices {
            part.notes[index].onset = onsets[Int(part.notes[index].measure)] + part.notes[index].onset
        }
        for index in part.spaces.indices {
            part.spaces[index].onset = onsets[part.spaces[index].measure] + part.spaces[index].onset
        }
        PartReader.shift(&part.keys, by: onsets)
        PartReader.shift(&part.meters, by: onsets)
        PartReader.shift(&part.clefs, by: onsets)
        PartReader.shift(&part.transpositions, by: onsets)
        PartReader.shift(&part.views, by: onsets)
        PartReader.shift(&part.staffDetails, by: onsets)
        PartReader.shift(&part.measureStyles, by: onsets)
        PartReader.shift(&part.staffCounts, by: onsets)
        PartReader.shift(&part.instrumentCounts, by: onsets)
        PartReader.shift(&part.symbols, by: onsets)
        PartReader.shift(&part.directives, by: onsets)
        PartReader.shift(&part.divisions, by: onsets)
        PartReader.shift(&part.directions, by: onsets)
        PartReader.shift(&part.sounds, by: onsets)
        PartReader.shift(&part.harmonies, by: onsets)
        PartReader.shift(&part.figuredBasses, by: onsets)
        PartReader.shift(&part.barlines, by: onsets)
        PartReader.shift(&part.prints, by: onsets)
        PartReader.shift(&part.listenings, by: onsets)
        PartReader.shift(&part.groupings, by: onsets)
        PartReader.shift(&part.addresses, by: onsets)
    }

    private static func shift<Value>(_ list: inout [Timed<Value>], by onsets: [Fraction]) {
        for index in list.indices { list[index].onset = onsets[list[index].measure] + list[index].onset }
        list = list.stablySorted { ($0.onset, $0.measure) < ($1.onset, $1.measure) }
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
        for index in part.marks.indices { part.marks[index].note = places[part.marks[index].note] }
        for index in part.noteDetails.indices { part.noteDetails[index].note = places[part.noteDetails[index].note] }
        part.lyrics = part.lyrics.stablySorted { $0.note < $1.note }
        part.marks = part.marks.stablySorted { $0.note < $1.note }
        part.noteDetails = part.noteDetails.stablySorted { $0.note < $1.note }
    }

    // MARK: What runs from place to place

    private mutating func matchTies() {
        for index in TieMatcher(&part.notes).unmatched {
            let note = part.notes[index]
            let leads = note.traits.contains(.tieStart) && note.tiedTo == nil
            reportNote(
                "tie-unmatched", index, "this tie \(leads ? "leads to" : "comes from") no note; it is kept hanging")
        }
    }

    private mutating func matchMarks() {
        var edges: [Tag: [SpannerEdge]] = [:]
        for index in part.marks.indices {
            guard let edge = part.marks[index].edge, edge.role == .start || edge.role == .stop else { continue }
            let tag = part.marks[index].kind.tag
            if tag == .tied { continue }
            let note = part.marks[index].note
            let voice = Int(part.notes[note].voice)
            edges[tag, default: []].append(
                SpannerEdge(
                    index: index, place: note, number: edge.effectiveNumber, lane: voice,
                    isStart: edge.role == .start))
        }
        for (tag, edges) in edges.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let matcher = SpannerMatcher(edges)
            for (start, stop) in matcher.pairs {
                part.marks[start].edge?.partner = Int32(stop)
                part.marks[stop].edge?.partner = Int32(start)
            }
            for edge in matcher.unmatched where tag != .wavyLine || !isContinuedAtBarline(edge) {
                let end = edge.isStart ? "begins here and ends" : "ends here and begins"
                reportNote(
                    "\(tag.name)-unmatched", edge.place,
                    "\(tag.name) \(edge.number) \(end) nowhere; this end of it is kept")
            }
        }
        setTupletRatios()
    }

    /// True for a wavy line that a bar line ends or begins.
    private func isContinuedAtBarline(_ edge: SpannerEdge) -> Bool {
        part.barlines.contains { $0.value.wavyLine?.edge?.effectiveNumber == edge.number }
    }

    private mutating func matchDirections() {
        var edges: [Tag: [SpannerEdge]] = [:]
        var signs: [(direction: Int, group: Int, sign: Int)] = []
        var (place, onset) = (0, Fraction(-1))
        for (index, direction) in part.directions.enumerated() {
            if direction.onset != onset { (place, onset) = (place + 1, direction.onset) }
            for (group, members) in direction.value.signs.enumerated() {
                for (number, sign) in members.enumerated() {
                    guard let edge = sign.edge, edge.role == .start || edge.role == .stop else { continue }
                    edges[sign.tag, default: []].append(
                        SpannerEdge(
                            index: signs.count, place: place, number: edge.effectiveNumber,
                            lane: direction.staff ?? 0, isStart: edge.role == .start))
                    signs.append((index, group, number))
                }
            }
        }
        for (tag, edges) in edges.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let matcher = SpannerMatcher(edges)
            for (start, stop) in matcher.pairs {
                setPartner(of: signs[start], signs[stop].direction)
                setPartner(of: signs[stop], signs[start].direction)
            }
            for edge in matcher.unmatched {
                let direction = part.directions[signs[edge.index].direction]
                guard let node = direction.origin.flatMap({ document.node(at: $0) }) else { continue }
                let end = edge.isStart ? "begins here and ends" : "ends here and begins"
                report(
                    "\(tag.name)-unmatched", at: node, in: direction.measure,
                    "\(tag.name) \(edge.number) \(end) nowhere; this end of it is kept")
            }
        }
    }

    private mutating func setPartner(of place: (direction: Int, group: Int, sign: Int), _ partner: Int) {
        part.directions[place.direction].value.signs[place.group][place.sign].edge?.partner = Int32(partner)
    }

    // MARK: Tuplets

    /// Gives each tuplet its own ratio: the one that it states, or else that of its first note, less those of the tuplets around it.
    private mutating func setTupletRatios() {
        var outer: [Spanner<Tuplet>] = []
        // A hundred tuplets within each other are no music; the limit keeps hostile files from costing quadratic time.
        for tuplet in part.tuplets {
            guard
                let index = part.marks.indices(at: tuplet.first).first(where: { index in
                    part.marks[index].origin == tuplet.origin
                }), case .tuplet(let edge, var value) = part.marks[index].kind
            else { continue }
            outer.removeAll { $0.last < tuplet.first }
            value.ratio = value.statedRatio ?? impliedRatio(of: tuplet, within: outer.suffix(100))
            part.marks[index].kind = .tuplet(edge, value)
            var own = tuplet
            own.value = value
            outer.append(own)
        }
    }

    private func impliedRatio(of tuplet: Spanner<Tuplet>, within outer: ArraySlice<Spanner<Tuplet>>) -> TupletRatio {
        let first = part.notes[tuplet.first]
        var around: Fraction = 1
        for other in outer where other.first <= tuplet.first && other.last >= tuplet.last {
            if part.notes[other.first].voice == first.voice { around = around * other.value.ratio.factor }
        }
        if around == 1 { return first.ratio }
        let own = first.ratio.factor / around
        return TupletRatio(actual: own.denominator, normal: own.numerator) ?? first.ratio
    }

    private mutating func reportNote(_ code: String, _ index: Int, _ message: String) {
        let note = part.notes[index]
        guard let node = note.origin.flatMap({ document.node(at: $0) }) else { return }
        report(code, at: node, in: Int(note.measure), message)
    }
}

extension Tuplet {
    /// The ratio that the tuplet states for itself.
    var statedRatio: TupletRatio? {
        actual?.number.flatMap { actual in normal?.number.flatMap { TupletRatio(actual: actual, normal: $0) } }
    }
}

extension Array<Mark> {
    /// The indices of the marks at a note; the list is in the order of the notes.
    func indices(at note: Int) -> Range<Int> {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].note < note { low = middle + 1 } else { high = middle }
        }
        return low..<(self[low...].firstIndex { $0.note != note } ?? count)
    }
}
