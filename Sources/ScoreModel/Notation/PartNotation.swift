/// A part written down: tones with names become notes with values, ties, tuplets, beams, rests and accidentals, as their meter and key want them.
public struct PartNotation: Sendable {
    /// A voice of the part: its name in the file, and its staff from 1.
    public struct Voice: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its staff, from 1.
        public var staff: Int

        /// A voice.
        public init(name: String, staff: Int = 1) { (self.name, self.staff) = (name, staff) }
    }

    /// The part as it was given, with measures, notes, marks, keys, meters and clefs.
    public private(set) var part: Part
    /// For each tone the index of its first note; nil for tones that lie outside all measures.
    public private(set) var notes: [Int?]

    /// Writes a part.
    ///
    /// - Parameters:
    ///   - part: Its names, instruments and staves.
    ///   - tones: What it plays, in any order. Tones of a voice that begin together are a chord and last equally long; none lasts into the next.
    ///   - voices: Its voices. The first of each staff has rests wherever it is silent.
    ///   - keys: The key signatures with the measures at which they are written, sorted by onset.
    public init(_ part: Part, _ tones: [SpelledTone], voices: [Voice], barring: Barring, keys: [Timed<Key>]) {
        self.part = part
        notes = Array(repeating: nil, count: tones.count)
        self.part.voices = voices.map(\.name)
        self.part.measures = barring.bars.enumerated().map { index, bar in
            PartMeasure(index: index, number: bar.measure.number, filled: bar.measure.length)
        }
        self.part.keys = keys
        self.part.meters = barring.meters
        let written = PartNotation.written(tones, voices, barring)
        place(written)
        pointStems(voices)
        self.part.printAccidentals()
    }

    private static func written(
        _ tones: [SpelledTone], _ voices: [Voice], _ barring: Barring
    ) -> [[VoiceNotation.Written]] {
        var members = [[Int]](repeating: [], count: voices.count)
        for (index, tone) in tones.enumerated() where voices.indices.contains(tone.voice) {
            members[tone.voice].append(index)
        }
        var staves: Set<Int> = []
        return voices.enumerated().map { number, voice in
            let sorted = members[number].sorted {
                (tones[$0].onset, tones[$0].height, $0) < (tones[$1].onset, tones[$1].height, $1)
            }
            return VoiceNotation(
                sorted, of: tones, barring: barring, voice: number, staff: voice.staff,
                fillsEmptyMeasures: staves.insert(voice.staff).inserted
            ).written
        }
    }

    /// Puts the notes of all voices in their order, and ties and tuplets with them.
    private mutating func place(_ voices: [[VoiceNotation.Written]]) {
        let all = voices.enumerated().flatMap { voice, list in list.indices.map { (voice: voice, index: $0) } }
        let order = all.sorted { left, right in
            let (first, second) = (voices[left.voice][left.index].note, voices[right.voice][right.index].note)
            return first.onset != second.onset
                ? first.onset < second.onset : (left.voice, left.index) < (right.voice, right.index)
        }
        var places = voices.map { [Int32](repeating: 0, count: $0.count) }
        for (place, item) in order.enumerated() { places[item.voice][item.index] = Int32(clamping: place) }
        part.notes = order.map { voices[$0.voice][$0.index].note }
        var tuplets: [Mark] = []
        for (place, item) in order.enumerated() {
            let written = voices[item.voice][item.index]
            if written.tone >= 0, notes[written.tone] == nil { notes[written.tone] = place }
            if written.tiedTo >= 0 {
                let next = places[item.voice][written.tiedTo]
                part.notes[place].tiedTo = next
                part.notes[Int(next)].tiedFrom = Int32(clamping: place)
            }
            if let (ratio, last) = written.tuplet {
                tuplets += Mark.bracket(ratio, from: place, to: Int(places[item.voice][last]), at: tuplets.count)
            }
        }
        part.marks = Mark.ordered(tuplets)
    }

    /// Of two voices on a staff the upper has its stems up.
    private mutating func pointStems(_ voices: [Voice]) {
        let shared = Dictionary(grouping: voices.indices) { voices[$0].staff }.filter { $0.value.count > 1 }
        guard !shared.isEmpty else { return }
        var stems = [Note.Stem?](repeating: nil, count: voices.count)
        for voices in shared.values {
            for (place, voice) in voices.enumerated() { stems[voice] = place % 2 == 0 ? .up : .down }
        }
        for index in part.notes.indices where !part.notes[index].isRest {
            let hasStem = part.notes[index].value.map { $0.base.quarters < 4 } ?? false
            if hasStem { part.notes[index].stem = stems[Int(part.notes[index].voice)] }
        }
    }
}

extension SpelledTone {
    /// The place of its name on the staff, and the pitch within it: the order of a chord.
    fileprivate var height: Int {
        switch content {
        case .pitched(let pitch), .unpitched(let pitch?), .rest(let pitch?): pitch.height
        case .unpitched(nil), .rest(nil): 0
        }
    }
}
