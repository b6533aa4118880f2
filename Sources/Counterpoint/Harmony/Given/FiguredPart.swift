import ScoreModel

/// A part with figures, read over its lowest notes.
struct FiguredPart {
    /// Figures with the bass that they stand over.
    struct Place {
        let onset: Fraction
        let end: Fraction
        /// The figures; none where only lines of earlier ones go on.
        let figuration: Figuration?
        /// The bass as it is written.
        let written: Pitch
        /// The bass as it sounds.
        let bass: Pitch
        /// The chord as it sounds.
        var chord: Chord?
        /// Fifths from the written tones to those that sound.
        let shift: Int
        let origin: Origin?
    }

    /// In order. Figures over rests are not among them.
    private(set) var places: [Place] = []

    /// - Parameter last: Where the piece ends.
    init(_ part: Part, until last: Fraction) {
        var bassLine = BassLine(part)
        let all = part.figuredBasses.stablySorted { $0.onset < $1.onset }
        for (index, timed) in all.enumerated() {
            guard let (note, bass) = bassLine.lowest(at: timed.onset) else { continue }
            let next = index + 1 < all.count ? all[index + 1].onset : nil
            var end = min(timed.value.duration.map { timed.onset + $0 } ?? note.end, last)
            if let next { end = min(end, next) }
            guard end > timed.onset else { continue }
            let transposition = part.transposition(at: timed.onset, staff: Int(note.staff))
            let middle = Pitch(.c, octave: 4)
            let signature = Signature(part.keys.inForce(at: timed.onset, staff: Int(note.staff)))
            let row = row(of: timed.value, at: timed.onset, over: bass)
            if case .unreadable = row { continue }
            places.append(
                Place(
                    onset: timed.onset, end: end,
                    figuration: row.figures.map { Figuration($0, over: bass, signature) }, written: bass,
                    bass: transposition.map { bass.transposed(by: $0) } ?? bass,
                    shift: transposition.map { TonalPitchClass(middle.transposed(by: $0)).fifths } ?? 0,
                    origin: timed.origin))
        }
        resolve()
    }

    /// What stands at a place. A line without a number holds the figure that stands in its row over the same bass.
    private func row(of signs: FiguredBass, at onset: Fraction, over bass: Pitch) -> FigureRow {
        let before = places.last.flatMap { $0.end == onset && $0.written == bass ? $0.figuration?.figures : nil } ?? []
        var figures: [Figure] = []
        var isNew = signs.figures.isEmpty
        for (row, sign) in signs.figures.enumerated() {
            if let figure = Figure(sign) {
                figures.append(figure)
                isNew = true
            } else if sign.extension != nil, sign.number == nil {
                if before.indices.contains(row) { figures.append(before[row]) }
            } else {
                return .unreadable
            }
        }
        return isNew ? .figures(figures) : .goesOn
    }

    /// Gives each place its chord: its own, that of the figures it resolves to, or the one that goes on.
    private mutating func resolve() {
        for index in places.indices.reversed() {
            guard let figuration = places[index].figuration else { continue }
            let shift = places[index].shift
            places[index].chord = figuration.chord.map { Chord($0.root + shift, $0.quality, bass: $0.bass) }
            guard index + 1 < places.count, let next = places[index + 1].figuration,
                places[index + 1].onset == places[index].end, places[index + 1].bass == places[index].bass,
                figuration.resolves(to: next)
            else { continue }
            places[index].chord = places[index + 1].chord
        }
        for index in places.indices.dropFirst() where places[index].figuration == nil {
            if places[index - 1].end == places[index].onset { places[index].chord = places[index - 1].chord }
        }
    }

    /// What the figures say.
    var given: [GivenHarmony] {
        places.compactMap { place in
            place.chord.map {
                GivenHarmony(
                    onset: place.onset, end: place.end, content: .chord(root: $0.root, $0.quality),
                    origin: place.origin)
            }
        }
    }
}

/// What stands under a bass note.
private enum FigureRow {
    case figures([Figure])
    /// Lines of earlier figures and nothing else.
    case goesOn
    /// Something that is no figure.
    case unreadable

    var figures: [Figure]? {
        if case .figures(let figures) = self { figures } else { nil }
    }
}

/// The lowest notes of a part, asked for in the order of time.
private struct BassLine {
    private let part: Part
    private var next = 0
    /// Notes that may sound still, by index.
    private var sounding: [Int] = []
    /// No bass is under more notes of its own part; hostile ones shall not cost quadratic time.
    private static let most = 64

    init(_ part: Part) { self.part = part }

    /// The lowest note that sounds at a time that is not before the last one asked for, and its pitch as written.
    mutating func lowest(at time: Fraction) -> (note: Note, pitch: Pitch)? {
        sounding.removeAll { part.notes[$0].end <= time }
        while next < part.notes.count, part.notes[next].onset <= time {
            let note = part.notes[next]
            if !note.isGrace, !note.traits.contains(.cue), note.pitch != nil, note.end > time,
                sounding.count < BassLine.most
            {
                sounding.append(next)
            }
            next += 1
        }
        let lowest = sounding.compactMap { index in part.notes[index].pitch.map { (part.notes[index], $0) } }
            .min { $0.1.height < $1.1.height }
        return lowest.map { (note: $0.0, pitch: $0.1) }
    }
}
