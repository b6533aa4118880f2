internal import ScoreModel

/// A voice written anew as its part has it: with the stems, the instrument and the place in the written order of the notes that it replaces.
struct VoiceLine {
    /// Where it stands.
    let place: VoicePlace
    /// What is written.
    private(set) var written: [VoiceWriting.Written]
    /// The brackets of tuplets, by the indices of their first and last notes in what is written.
    let tuplets: [(ratio: TupletRatio, first: Int, last: Int)]

    /// - Parameters:
    ///   - places: Where all voices of the grid stand.
    ///   - companions: The indices of further voices of the part that will be gone.
    init(
        _ writing: VoiceWriting, at place: VoicePlace, among places: [VoicePlace], in part: Part, range: Range<Int>,
        companions: Set<Int>
    ) {
        self.place = place
        (written, tuplets) = (writing.written, writing.tuplets)
        let stem = part.stem(of: place, among: places, without: companions)
        let model = part.notes.first { place.has($0) && !$0.isRest } ?? part.notes.first { place.has($0) }
        let traits = model?.traits.intersection([.voiceless, .staffNamed]) ?? []
        for index in written.indices {
            written[index].note.traits.formUnion(traits)
            guard written[index].source != nil else { continue }
            written[index].note.instrument = model?.instrument
            let hasStem = written[index].note.value.map { $0.base.quarters < 4 } ?? false
            if hasStem { written[index].note.stem = stem }
        }
        setOrder(part, range)
        hideRests(part, range)
    }

    /// Gives each note the place in the written order of what stood there at its moment or before, so that directions between notes stay
    /// between them.
    private mutating func setOrder(_ part: Part, _ range: Range<Int>) {
        var last: [Int32: Int32] = [:]
        for barline in part.barlines where barline.value.location == .right {
            last[Int32(clamping: barline.measure)] = barline.order
        }
        for note in part.notes { last[note.measure] = max(last[note.measure] ?? .min, note.order) }
        let replaced = part.notes.filter { place.replaces($0, in: range) }
        var next = replaced.startIndex
        for index in written.indices {
            let note = written[index].note
            while next + 1 < replaced.count,
                (replaced[next + 1].measure, replaced[next + 1].onset) <= (note.measure, note.onset)
            {
                next += 1
            }
            let isHere = next < replaced.count && replaced[next].measure == note.measure
            // Where no file has put anything in order, all have the place 0.
            written[index].note.order = isHere ? replaced[next].order : last[note.measure] ?? .max
        }
    }

    /// Hides rests where the voice was silent without a sign: what a last measure lacks because of a pickup is often written so.
    private mutating func hideRests(_ part: Part, _ range: Range<Int>) {
        var silences: Set<Silence> = []
        for note in part.notes where note.isRest && note.traits.contains(.hidden) && place.replaces(note, in: range) {
            silences.insert(Silence(onset: note.onset, duration: note.duration))
        }
        for space in part.spaces where place.replaces(space, of: part, in: range) {
            silences.insert(Silence(onset: space.onset, duration: space.duration))
        }
        for index in written.indices where written[index].source == nil {
            let rest = written[index].note
            if silences.contains(Silence(onset: rest.onset, duration: rest.duration)) {
                written[index].note.traits.insert(.hidden)
            }
        }
    }

    private struct Silence: Hashable {
        let onset: Fraction
        let duration: Fraction
    }
}

extension VoicePlace {
    /// True for the notes and rests of the voice.
    func has(_ note: Note) -> Bool { Int(note.staff) == staff && Int(note.voice) == voice }

    /// True for the notes and rests of the voice in some measures.
    func replaces(_ note: Note, in range: Range<Int>) -> Bool { has(note) && range.contains(Int(note.measure)) }

    /// True for time that the voice lets pass without a sign in some measures.
    func replaces(_ space: Space, of part: Part, in range: Range<Int>) -> Bool {
        range.contains(space.measure) && (space.staff ?? staff) == staff && part.voices.indices.contains(voice)
            && space.voice == part.voices[voice]
    }
}

extension Part {
    /// Which way stems point: up in the upper of two voices on a staff, down in the lower; nil where the staff has one voice.
    fileprivate func stem(
        of place: VoicePlace, among places: [VoicePlace], without companions: Set<Int>
    ) -> Note.Stem? {
        let own = places.lazy.filter { $0.part == place.part && $0.staff == place.staff }.map(\.voice)
        let others = notes.lazy.filter { Int($0.staff) == place.staff && $0.pitch != nil }.map { Int($0.voice) }
        let voices = Set(own).union(others).subtracting(companions)
        guard voices.count > 1 else { return nil }
        return voices.sorted().firstIndex(of: place.voice).map { $0 % 2 == 0 ? .up : .down }
    }
}
