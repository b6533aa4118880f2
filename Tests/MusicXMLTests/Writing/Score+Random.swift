import MusicXML
import ScoreModel
import TestSupport

extension Score {
    /// A small score such as a program may make: parts, voices, chords, triplets, rests, ties, marks and directions, with nothing said
    /// about the order of writing.
    init(random seed: UInt64) {
        var random = SeededGenerator(seed)
        self.init()
        for number in 1...Int.random(in: 1...3, using: &random) {
            let length: Fraction = [4, 3, 3 / 2].randomElement(using: &random) ?? 4
            measures.append(Measure(number: "\(number)", onset: self.length, length: length))
        }
        for number in 1...Int.random(in: 1...2, using: &random) {
            var maker = PartMaker(id: "P\(number)", measures: measures, random: random)
            maker.make()
            random = maker.random
            parts.append(maker.part)
        }
    }
}

/// Makes one part of a random score.
private struct PartMaker {
    /// A note with what belongs to it, before it has its place in the list.
    private struct Draft {
        var note: Note
        var marks: [Mark.Kind] = []
    }

    var part: Part
    var random: SeededGenerator
    private let measures: [Measure]
    private var drafts: [Draft] = []

    init(id: String, measures: [Measure], random: SeededGenerator) {
        part = Part(id: id, name: id)
        self.measures = measures
        self.random = random
    }

    mutating func make() {
        part.voices = (1...Int.random(in: 1...3, using: &random)).map { "\($0)" }
        part.staves = Int.random(in: 1...2, using: &random)
        part.measures = measures.indices.map {
            PartMeasure(index: $0, number: measures[$0].number, filled: measures[$0].length)
        }
        for voice in part.voices.indices {
            for index in measures.indices { fill(measure: index, voice: UInt16(voice)) }
        }
        placeNotes()
        addTies()
        addSlurs()
        addDirections()
    }

    private mutating func isLucky(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    // MARK: Notes

    private mutating func fill(measure: Int, voice: UInt16) {
        var onset = measures[measure].onset
        let end = onset + measures[measure].length
        while onset < end {
            if end - onset >= 1, isLucky(5) {
                addTriplet(measure: measure, voice: voice, onset: onset)
                onset = onset + 1
                continue
            }
            let choices: [(Fraction, NoteValue)] = [
                (1 / 4, NoteValue(.sixteenth)), (1 / 2, NoteValue(.eighth)), (3 / 4, NoteValue(.eighth, dots: 1)),
                (1, NoteValue(.quarter)), (2, NoteValue(.half)),
            ]
            let fitting = choices.filter { onset + $0.0 <= end }
            guard let (duration, value) = fitting.randomElement(using: &random) else { break }
            add(measure: measure, voice: voice, onset: onset, duration: duration, value: value)
            onset = onset + duration
        }
    }

    private mutating func addTriplet(measure: Int, voice: UInt16, onset: Fraction) {
        guard let ratio = TupletRatio(actual: 3, normal: 2) else { return }
        let first = drafts.count
        for number in 0..<3 {
            let onset = onset + Fraction(number) / 3
            add(
                measure: measure, voice: voice, onset: onset, duration: 1 / 3, value: NoteValue(.eighth), ratio: ratio,
                isPlain: true)
        }
        drafts[first].marks.insert(.tuplet(Edge(.start), Tuplet(ratio: ratio)), at: 0)
        drafts[drafts.count - 1].marks.insert(.tuplet(Edge(.stop), Tuplet()), at: 0)
    }

    private mutating func add(
        measure: Int, voice: UInt16, onset: Fraction, duration: Fraction, value: NoteValue,
        ratio: TupletRatio = .none, isPlain: Bool = false
    ) {
        let staff = UInt8(Int.random(in: 1...part.staves, using: &random))
        var note = Note(
            measure: measure, staff: staff, voice: voice, onset: onset, duration: duration,
            content: .rest(staffPosition: nil))
        (note.value, note.ratio) = (value, ratio)
        if !isPlain, isLucky(5) {
            drafts.append(Draft(note: note))
            return
        }
        let steps = Pitch.Step.allCases.shuffled(using: &random)
        if isLucky(8) {
            var grace = note
            (grace.duration, grace.traits, grace.content) = (.zero, .grace, .pitched(pitch(steps[6])))
            drafts.append(Draft(note: grace))
        }
        for number in 0..<(isLucky(4) ? 3 : 1) {
            note.content = .pitched(pitch(steps[number]))
            if number > 0 { note.traits.insert(.chordMember) }
            drafts.append(Draft(note: note, marks: marks()))
        }
    }

    private mutating func pitch(_ step: Pitch.Step) -> Pitch {
        let halves = Int32.random(in: -4...4, using: &random)
        return Pitch(step, alter: Semitones(thousandths: 500 * halves), octave: Int8.random(in: 2...6, using: &random))
    }

    private mutating func marks() -> [Mark.Kind] {
        let all: [Mark.Kind] = [
            .articulation(Articulation(.staccato)), .articulation(Articulation(.accent)), .fermata(Fermata()),
            .technical(Technical(.upBow)), .ornament(Ornament(.trill)), .dynamics([.named(.sfz)]),
        ]
        return isLucky(4) ? Array(all.shuffled(using: &random).prefix(2)) : []
    }

    /// By measure, onset and voice, as lists of notes are.
    private mutating func placeNotes() {
        drafts = drafts.stablySorted { first, second in
            let (first, second) = (first.note, second.note)
            return (first.measure, first.onset, first.voice) < (second.measure, second.onset, second.voice)
        }
        part.notes = drafts.map(\.note)
        part.marks = drafts.enumerated().flatMap { index, draft in draft.marks.map { Mark(note: index, $0) } }
        var open: [UInt16: Int] = [:]
        for index in part.marks.indices {
            guard case .tuplet(let edge, _) = part.marks[index].kind else { continue }
            let voice = part.notes[part.marks[index].note].voice
            if edge.role == .start {
                open[voice] = index
            } else if let start = open[voice] {
                part.marks[start].edge?.partner = Int32(index)
                part.marks[index].edge?.partner = Int32(start)
            }
        }
    }

    // MARK: What runs

    /// Ties single notes to the next of their voice, which gets their pitch.
    private mutating func addTies() {
        for index in part.notes.indices where part.notes[index].isTieable && isLucky(3) {
            let note = part.notes[index]
            let next = part.notes.indices.filter {
                part.notes[$0].voice == note.voice && part.notes[$0].onset == note.end
            }
            guard next.count == 1, part.notes[next[0]].isTieable else { continue }
            let isAlone = part.notes.count { $0.voice == note.voice && $0.onset == note.onset } == 1
            // The pitch of a note that is tied already is settled.
            guard isAlone, !note.traits.contains(.tieStart) else { continue }
            part.notes[next[0]].content = note.content
            part.notes[index].traits.insert(.tieStart)
            part.notes[next[0]].traits.insert(.tieStop)
            part.notes[index].tiedTo = Int32(next[0])
            part.notes[next[0]].tiedFrom = Int32(index)
        }
    }

    /// One slur in each voice, with a number of its own.
    private mutating func addSlurs() {
        for voice in part.voices.indices {
            let notes = part.notes.indices.filter { Int(part.notes[$0].voice) == voice && part.notes[$0].isTieable }
            guard notes.count > 2, let first = notes.first, let last = notes.last else { continue }
            var line = Curve()
            line.orientation = .over
            let start = part.marks.lastIndex { $0.note <= first }.map { $0 + 1 } ?? 0
            insert(Mark(note: first, .slur(Edge(.start, number: voice + 1), line), placement: .above), at: start)
            let stop = part.marks.lastIndex { $0.note <= last }.map { $0 + 1 } ?? 0
            insert(Mark(note: last, .slur(Edge(.stop, number: voice + 1), Curve())), at: stop)
            part.marks[start].edge?.partner = Int32(stop)
            part.marks[stop].edge?.partner = Int32(start)
        }
    }

    private mutating func insert(_ mark: Mark, at place: Int) {
        part.marks.insert(mark, at: place)
        for index in part.marks.indices {
            guard let partner = part.marks[index].edge?.partner, partner >= place else { continue }
            part.marks[index].edge?.partner = partner + 1
        }
    }

    // MARK: Directions

    private mutating func addDirections() {
        var wedge: Int?
        for index in measures.indices {
            for eighth in 0..<(measures[index].length * 2).floor where isLucky(4) {
                var direction = Direction([[.words("poco \(eighth)")]], placement: .below)
                if isLucky(2) {
                    let here = part.directions.count
                    let edge = Edge(wedge == nil ? .start : .stop, partner: wedge.map { Int32($0) })
                    direction.signs = [[.wedge(edge, Direction.Wedge(wedge == nil ? .diminuendo : nil))]]
                    if let wedge { part.directions[wedge].value.signs[0][0].edge?.partner = Int32(here) }
                    wedge = wedge == nil ? here : nil
                } else if isLucky(2) {
                    direction.signs.append([.dynamics([.named(.mf)], placement: nil)])
                    direction.offset = Direction.Offset(1 / 4)
                }
                part.directions.append(
                    Timed(
                        onset: measures[index].onset + Fraction(eighth) / 2, measure: index,
                        staff: isLucky(2) ? 1 : nil, value: direction))
            }
        }
        // What was begun last may have no end.
        if let wedge { part.directions.remove(at: wedge) }
        PartMaker.renumber(&part.directions, from: wedge)
    }

    /// Directions behind one that was taken out have moved forward.
    private static func renumber(_ directions: inout [Timed<Direction>], from place: Int?) {
        guard let place else { return }
        for index in directions.indices {
            guard let partner = directions[index].value.signs[0][0].edge?.partner, partner > place else { continue }
            directions[index].value.signs[0][0].edge?.partner = partner - 1
        }
    }
}

extension Note {
    /// True for notes that a tie or a slur may lead to.
    fileprivate var isTieable: Bool { pitch != nil && !isGrace && !traits.contains(.chordMember) }
}
