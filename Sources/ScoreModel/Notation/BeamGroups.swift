/// Which notes of a voice share beams: those shorter than a quarter note that begin in one beat without a rest or a longer note between them.
package struct BeamGroups {
    /// A note, or a rest, as beams see it.
    package struct Stem {
        /// When it begins, counted from the beginning of the full measure.
        package var onset: Fraction
        /// How many flags it has when it stands alone; 0 for rests and longer notes.
        package var flags: Int

        /// A note, or a rest.
        package init(onset: Fraction, flags: Int) {
            self.onset = onset
            self.flags = flags
        }
    }

    /// The beams of each of the notes.
    package private(set) var beams: [Beams]

    /// The beams of a voice's notes in one measure.
    package init(_ stems: [Stem], grid: MetricGrid) {
        beams = stems.map { _ in .none }
        var start = 0
        while start < stems.count {
            let beat = (stems[start].onset / grid.beat).floor
            let end = stems[start...].firstIndex { $0.flags == 0 || ($0.onset / grid.beat).floor != beat }
            let group = start..<max(start + 1, end ?? stems.count)
            if group.count > 1 { join(stems[group]) }
            start = group.upperBound
        }
    }

    private mutating func join(_ group: ArraySlice<Stem>) {
        for place in group.indices {
            for level in 1...min(group[place].flags, 8) {
                let fromBefore = place > group.startIndex && group[place - 1].flags >= level
                let toNext = place + 1 < group.endIndex && group[place + 1].flags >= level
                // A beam that no neighbour shares is a hook towards the note before or, at the beginning, towards the next.
                beams[place][level] =
                    switch (fromBefore, toNext) {
                    case (false, true): .begin
                    case (true, true): .continue
                    case (true, false): .end
                    case (false, false): place > group.startIndex ? .backwardHook : .forwardHook
                    }
            }
        }
    }
}

extension NoteValue {
    /// How many flags a note of this value has when it stands alone.
    package var flags: Int { max(0, Int(base.rawValue - Base.quarter.rawValue)) }
}
