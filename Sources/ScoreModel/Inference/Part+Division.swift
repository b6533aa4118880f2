extension Part {
    /// A part for each voice, when it has several.
    func dividedByVoice(in measures: [Measure]) -> [Part] {
        let used = Set(notes.lazy.filter { $0.pitch != nil }.map(\.voice)).sorted()
        guard used.count > 1 else { return [self] }
        return used.enumerated().map { number, voice in
            var part = self
            part.rearrange(notes.indices.filter { notes[$0].voice == voice })
            let staff = part.notes.first?.staff ?? 1
            part.rename("-\(number + 1)")
            if !name.isEmpty { part.name = "\(name) \(number + 1)" }
            part.keep(staff: Int(staff))
            if number > 0 { part.keepNotesOnly() }
            part.forgetOrder()
            part.fill(measures)
            return part
        }
    }

    /// Gives the part and what is named in it ids of their own.
    private mutating func rename(_ suffix: String) {
        id += suffix
        for index in instruments.indices {
            instruments[index].id += suffix
            instruments[index].midi?.instrument += suffix
        }
        for index in players.indices { players[index].id += suffix }
        for index in devices.indices { devices[index].instrument? += suffix }
    }

    /// Makes one staff of what was one of several.
    private mutating func keep(staff: Int) {
        staves = 1
        staffCounts = []
        symbols = []
        for index in notes.indices {
            notes[index].staff = 1
            notes[index].voice = 0
            notes[index].stem = [.up, .down].contains(notes[index].stem) ? nil : notes[index].stem
        }
        voices = ["1"]
        Part.keep(&keys, staff)
        Part.keep(&meters, staff)
        Part.keep(&clefs, staff)
        Part.keep(&transpositions, staff)
        Part.keep(&staffDetails, staff)
        Part.keep(&measureStyles, staff)
        for index in directions.indices { directions[index].staff = nil }
        for index in harmonies.indices { harmonies[index].staff = nil }
    }

    private static func keep<Value>(_ list: inout [Timed<Value>], _ staff: Int) {
        list.removeAll { !$0.concerns(staff: staff) }
        for index in list.indices { list[index].staff = nil }
    }

    /// Leaves to the first voice's part what is said of all voices.
    private mutating func keepNotesOnly() {
        directions = []
        sounds = []
        harmonies = []
        figuredBasses = []
        listenings = []
        groupings = []
        addresses = []
    }

    /// Puts rests where the one voice is silent.
    private mutating func fill(_ measures: [Measure]) {
        var rests: [Note] = []
        var next = 0
        for own in self.measures where measures.indices.contains(own.index) {
            let measure = measures[own.index]
            while next < notes.count, Int(notes[next].measure) < own.index { next += 1 }
            var reached = measure.onset
            let isEmpty = next == notes.count || Int(notes[next].measure) > own.index
            while next < notes.count, Int(notes[next].measure) == own.index {
                rests += Part.rests(from: reached, to: notes[next].onset, in: own.index, measure)
                reached = max(reached, notes[next].end)
                next += 1
            }
            let gap = Part.rests(from: reached, to: measure.onset + measure.length, in: own.index, measure)
            rests += isEmpty ? gap.prefix(1).map { $0.filling(measure) } : gap
        }
        let count = notes.count
        notes += rests
        rearrange(
            notes.indices.sorted { left, right in
                let (first, second) = (notes[left], notes[right])
                return (first.measure, first.onset, left < count ? 1 : 0, left) < (
                    second.measure, second.onset, right < count ? 1 : 0, right
                )
            })
    }

    /// Rests of plain note values, each on a multiple of itself; what has none, as within a tuplet, is one rest.
    private static func rests(from start: Fraction, to end: Fraction, in index: Int, _ measure: Measure) -> [Note] {
        guard start < end else { return [] }
        var rests: [Note] = []
        var onset = start
        // A measure has few: a hundred are enough for any that is written.
        while onset < end, rests.count < 100 {
            let value = NoteValue.Base.allCases.first { base in
                base.quarters <= end - onset && base.quarters <= 4
                    && ((onset - measure.onset) / base.quarters).isWhole
            }
            let duration = value?.quarters ?? end - onset
            var rest = Note(measure: index, onset: onset, duration: duration, content: .rest(staffPosition: nil))
            rest.value = value.map { NoteValue($0) }
            rests.append(rest)
            onset = onset + duration
        }
        return rests
    }
}

extension Note {
    /// The rest as one that fills a measure.
    fileprivate func filling(_ measure: Measure) -> Note {
        var rest = self
        rest.duration = measure.length
        rest.value = nil
        rest.traits.insert(.wholeMeasure)
        return rest
    }
}
