extension Part {
    /// Puts notes in another order and drops those that are not in it; what hangs on notes goes with them.
    mutating func rearrange(_ order: [Int]) {
        var places = [Int?](repeating: nil, count: notes.count)
        for (place, index) in order.enumerated() { places[index] = place }
        func place(_ index: Int32?) -> Int32? {
            guard let index, places.indices.contains(Int(index)) else { return nil }
            return places[Int(index)].map { Int32(clamping: $0) }
        }
        func moved<Value>(_ list: [Attached<Value>]) -> [Attached<Value>] {
            list.compactMap { item in
                guard places.indices.contains(item.note), let place = places[item.note] else { return nil }
                var item = item
                item.note = place
                return item
            }.stablySorted { $0.note < $1.note }
        }
        notes = order.map { index in
            var note = notes[index]
            (note.tiedTo, note.tiedFrom) = (place(note.tiedTo), place(note.tiedFrom))
            return note
        }
        lyrics = moved(lyrics)
        noteDetails = moved(noteDetails)
        marks = Mark.ordered(
            marks.map { mark in
                guard places.indices.contains(mark.note), let place = places[mark.note] else { return nil }
                var mark = mark
                mark.note = place
                return mark
            })
    }

    /// Forgets the written order of a file, so that voices that it did not have are written one after the other.
    mutating func forgetOrder() {
        for index in notes.indices { notes[index].order = 0 }
        // Time without a sign led from one of the file's voices to the next.
        spaces = []
        for index in directions.indices {
            directions[index].order = 0
            directions[index].value.voice = nil
        }
        Part.forget(&keys)
        Part.forget(&meters)
        Part.forget(&clefs)
        Part.forget(&transpositions)
        Part.forget(&views)
        Part.forget(&staffDetails)
        Part.forget(&measureStyles)
        Part.forget(&staffCounts)
        Part.forget(&instrumentCounts)
        Part.forget(&symbols)
        Part.forget(&directives)
        Part.forget(&divisions)
        Part.forget(&sounds)
        Part.forget(&harmonies)
        Part.forget(&figuredBasses)
        Part.forget(&barlines)
        Part.forget(&prints)
        Part.forget(&listenings)
        Part.forget(&groupings)
        Part.forget(&addresses)
    }

    private static func forget<Value>(_ list: inout [Timed<Value>]) {
        for index in list.indices { list[index].order = 0 }
    }
}
