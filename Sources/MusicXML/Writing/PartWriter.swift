internal import ScoreModel

/// Writes the measures of one part.
///
/// The file's one cursor is led from thing to thing: where the next one does not begin where the last one ended, a `backup` or
/// `forward` goes before it.
struct PartWriter {
    let score: Score
    let part: Part
    /// What the part is called in the file.
    let id: String
    var form: WritingForm
    let order: WrittenOrder
    let resolution: PartResolution
    /// The first of the items that are not written yet.
    private var next = 0

    /// Where in the piece the cursor stands.
    var cursor = Fraction.zero
    /// The onset of the note that a chord may add to.
    var chordHead: Fraction?
    /// How far figured basses reach that were written since the last note.
    private var figured = Fraction.zero
    /// Divisions that wait to be written.
    private var pendingDivisions: Int?
    /// Staves that no file counted, and that wait to be written with the divisions.
    private var pendingStaves: Int?
    /// For each note, where its marks, lyrics and details begin.
    let marks: NoteIndex
    let lyrics: NoteIndex
    let details: NoteIndex

    init(_ part: Part, id: String, of score: Score, keepsDivisions: Bool, output: XMLOutput) {
        self.score = score
        self.part = part
        self.id = id
        form = WritingForm(output: output)
        order = WrittenOrder(part)
        resolution = PartResolution(part, order, measures: score.measures, keepsOwn: keepsDivisions)
        pendingDivisions = resolution.least
        pendingStaves = part.staves > 1 && part.staffCounts.isEmpty && resolution.least != nil ? part.staves : nil
        form.divisions = Fraction(resolution.least ?? 1)
        marks = NoteIndex(part.marks.lazy.map(\.note), count: part.notes.count)
        lyrics = NoteIndex(part.lyrics.lazy.map(\.note), count: part.notes.count)
        details = NoteIndex(part.noteDetails.lazy.map(\.note), count: part.notes.count)
        form.output.reserve(part.notes.count * 400)
    }

    /// Writes the part with all measures of the score that it has, and empty ones for those that it lacks before its last.
    mutating func write() {
        form.output.open(.part)
        form.output.attribute(.id, id)
        let last = part.measures.last?.index ?? score.measures.count - 1
        var own = part.measures[...]
        for index in score.measures.indices.prefix(last + 1) {
            let measure = own.first?.index == index ? own.removeFirst() : nil
            writeMeasure(index, measure)
        }
        form.output.close(.part)
    }

    private mutating func writeMeasure(_ index: Int, _ own: PartMeasure?) {
        let measure = score.measures[index]
        form.output.open(.measure)
        form.output.attribute(.number, own?.number ?? measure.number)
        if let text = own?.text { form.output.attribute(.text, text) }
        if let isImplicit = own.map(\.isImplicit) ?? (measure.isImplicit ? true : nil) {
            form.output.attribute(.implicit) { isImplicit.write(to: &$0) }
        }
        if let isNonControlling = own?.isNonControlling {
            form.output.attribute(.nonControlling) { isNonControlling.write(to: &$0) }
        }
        cursor = measure.onset
        chordHead = nil
        figured = .zero
        while next < order.items.count, order.items[next].measure == index { writeItem() }
        form.output.close(.measure)
    }

    private mutating func writeItem() {
        let item = order.items[next]
        let index = Int(item.index)
        if item.kind.isAttribute {
            writeAttributes()
            return
        }
        next += 1
        if pendingDivisions != nil, item.kind != .print, item.kind != .leftBarline { writePendingDivisions() }
        switch item.kind {
        case .note: write(note: index)
        case .space: write(part.spaces[index])
        case .direction: write(part.directions[index])
        case .sound: write(.sound, part.sounds[index])
        case .harmony: write(part.harmonies[index])
        case .figuredBass: write(part.figuredBasses[index])
        case .leftBarline, .rightBarline: form.write(.barline, part.barlines[index].value)
        case .middleBarline: write(.barline, part.barlines[index])
        case .print: form.write(.print, part.prints[index].value)
        case .grouping: form.write(.grouping, part.groupings[index].value)
        case .address: form.write(.link, part.addresses[index].value)
        case .listening:
            move(to: part.listenings[index].onset)
            form.write(part.listenings[index].value)
        default: break
        }
    }

    // MARK: The cursor

    /// Time in divisions.
    func ticks(_ time: Fraction) -> Int {
        let divisions = form.divisions
        if divisions.denominator == 1, divisions.numerator % time.denominator == 0 {
            return time.numerator * (divisions.numerator / time.denominator)
        }
        return (time * divisions).rounded
    }

    mutating func move(to onset: Fraction) {
        if onset == cursor { return }
        let isBack = onset < cursor
        let tag = isBack ? Tag.backup : .forward
        form.output.open(tag)
        form.output.leaf(.duration, isBack ? ticks(cursor - onset) : ticks(onset - cursor))
        form.output.close(tag)
        cursor = onset
        chordHead = nil
        figured = .zero
    }

    /// Goes on behind a note.
    mutating func advance(to end: Fraction) {
        cursor = end
        figured = .zero
    }

    private mutating func write(_ space: Space) {
        move(to: space.onset)
        form.output.open(.forward)
        form.output.leaf(.duration, ticks(space.duration))
        if let voice = space.voice { form.output.leaf(.voice, voice) }
        if let staff = space.staff { form.output.leaf(.staff, staff) }
        form.output.close(.forward)
        advance(to: space.onset + space.duration)
        chordHead = nil
    }

    // MARK: Attributes

    private mutating func writePendingDivisions() {
        guard let divisions = pendingDivisions else { return }
        pendingDivisions = nil
        form.output.open(.attributes)
        form.output.leaf(.divisions, divisions)
        writePendingStaves()
        form.output.close(.attributes)
    }

    private mutating func writePendingStaves() {
        guard let staves = pendingStaves else { return }
        pendingStaves = nil
        form.output.leaf(.staves, staves)
    }

    /// What stands in one `attributes` element: all that has the same place in the written order.
    private mutating func writeAttributes() {
        let first = order.items[next]
        let onset = part.onset(of: first)
        // Divisions of the part's own, where others are written, would leave an element with nothing in it.
        let isEmpty = pendingDivisions == nil && resolution.least != nil && isDivisionsAlone(first)
        if isEmpty {
            next += 1
            return
        }
        move(to: onset)
        form.output.open(.attributes)
        if let divisions = pendingDivisions {
            pendingDivisions = nil
            form.output.leaf(.divisions, divisions)
        }
        while next < order.items.count, order.items[next].measure == first.measure, order.items[next].kind.isAttribute,
            order.items[next].order == first.order, part.onset(of: order.items[next]) == onset
        {
            // The schema has them behind times.
            if order.items[next].kind.rawValue > WrittenOrder.Kind.meter.rawValue { writePendingStaves() }
            writeAttribute(order.items[next])
            next += 1
        }
        writePendingStaves()
        form.output.close(.attributes)
    }

    /// True when nothing but divisions has the place of an item in the written order.
    private func isDivisionsAlone(_ item: WrittenOrder.Item) -> Bool {
        guard item.kind == .divisions, next + 1 < order.items.count else { return item.kind == .divisions }
        let other = order.items[next + 1]
        return
            !(other.kind.isAttribute && other.measure == item.measure && other.order == item.order
            && part.onset(of: other) == part.onset(of: item))
    }

    private mutating func writeAttribute(_ item: WrittenOrder.Item) {
        let index = Int(item.index)
        switch item.kind {
        case .divisions:
            guard resolution.least == nil else { return }
            form.divisions = part.divisions[index].value
            form.output.leaf(.divisions) { part.divisions[index].value.write(to: &$0) }
        case .key: write(numbered: .key, part.keys[index])
        case .meter: write(numbered: .time, part.meters[index])
        case .staffCount: form.output.leaf(.staves, part.staffCounts[index].value)
        case .symbol: form.write(.partSymbol, part.symbols[index].value)
        case .instrumentCount: form.output.leaf(.instruments, part.instrumentCounts[index].value)
        case .clef: write(numbered: .clef, part.clefs[index])
        case .staffDetails: write(numbered: .staffDetails, part.staffDetails[index])
        case .transposition: write(numbered: .transpose, part.transpositions[index])
        case .view: write(numbered: .forPart, part.views[index])
        case .directive: form.output.leaf(.directive, part.directives[index].value)
        case .measureStyle:
            form.output.open(.measureStyle)
            writeNumber(part.measureStyles[index].staff)
            form.write(part.measureStyles[index].value)
            form.output.close(.measureStyle)
        default: break
        }
    }

    private mutating func write(numbered name: Tag, _ timed: Timed<some Formed>) {
        form.output.open(name)
        writeNumber(timed.staff)
        form.inner(timed.value)
        form.output.close(name)
    }

    private mutating func writeNumber(_ staff: Int?) {
        if let staff { form.output.attribute(.number) { $0.number(staff) } }
    }

    // MARK: Directions and what stands like them

    private mutating func write(_ name: Tag, _ timed: Timed<some Formed>) {
        move(to: timed.onset)
        form.write(name, timed.value)
    }

    private mutating func write(_ direction: Timed<Direction>) {
        move(to: direction.onset)
        form.output.open(.direction)
        form.inner(direction.value)
        for signs in direction.value.signs {
            form.output.open(.directionType)
            for sign in signs { form.write(sign) }
            form.output.close(.directionType)
        }
        if let offset = direction.value.offset { form.write(.offset, offset) }
        if let voice = direction.value.voice { form.output.leaf(.voice, voice) }
        if let staff = direction.staff { form.output.leaf(.staff, staff) }
        if let sound = direction.value.sound { form.write(.sound, sound) }
        if let listening = direction.value.listening { form.write(listening) }
        form.output.close(.direction)
    }

    private mutating func write(_ harmony: Timed<Harmony>) {
        let place = harmony.onset - (harmony.value.offset?.value ?? .zero)
        // An offset that led out of the measure was cut off there.
        if place >= score.measures[harmony.measure].onset { move(to: place) }
        form.output.open(.harmony)
        form.inner(harmony.value)
        if let staff = harmony.staff { form.output.leaf(.staff, staff) }
        form.output.close(.harmony)
    }

    private mutating func write(_ bass: Timed<FiguredBass>) {
        if bass.onset != cursor + figured { move(to: bass.onset) }
        form.write(.figuredBass, bass.value)
        figured = figured + max(bass.value.duration ?? .zero, .zero)
    }
}

extension Part {
    /// When an attribute takes effect.
    fileprivate func onset(of item: WrittenOrder.Item) -> Fraction {
        let index = Int(item.index)
        return switch item.kind {
        case .divisions: divisions[index].onset
        case .key: keys[index].onset
        case .meter: meters[index].onset
        case .staffCount: staffCounts[index].onset
        case .symbol: symbols[index].onset
        case .instrumentCount: instrumentCounts[index].onset
        case .clef: clefs[index].onset
        case .staffDetails: staffDetails[index].onset
        case .transposition: transpositions[index].onset
        case .view: views[index].onset
        case .directive: directives[index].onset
        case .measureStyle: measureStyles[index].onset
        default: .zero
        }
    }
}

/// Where in a list that is sorted by note the entries of each note stand.
struct NoteIndex {
    private var starts: [Int32] = []

    /// - Parameters:
    ///   - notes: The note of each entry, sorted.
    ///   - count: How many notes there are.
    init(_ notes: some Sequence<Int>, count: Int) {
        for (place, note) in notes.enumerated() {
            if starts.isEmpty { starts.reserveCapacity(count + 1) }
            while starts.count <= min(note, count) { starts.append(Int32(place)) }
            total = Int32(place + 1)
        }
    }

    private var total: Int32 = 0

    /// The places of a note's entries.
    subscript(note: Int) -> Range<Int> {
        let start = note < starts.count ? starts[note] : total
        let end = note + 1 < starts.count ? starts[note + 1] : total
        return Int(start)..<Int(end)
    }
}
