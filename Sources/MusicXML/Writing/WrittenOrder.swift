internal import ScoreModel

/// Everything that is written in the measures of a part, in the order of writing.
struct WrittenOrder {
    /// What an item is, in the order that things at one moment take: the children of `attributes` as the schema has them, notes last.
    enum Kind: UInt8 {
        case print, leftBarline
        case divisions, key, meter, staffCount, symbol, instrumentCount, clef, staffDetails, transposition, view,
            directive,
            measureStyle
        case grouping, address, listening, harmony, figuredBass, direction, sound
        case middleBarline, space, note
        case rightBarline

        /// True for the children of `attributes`.
        var isAttribute: Bool { (Kind.divisions.rawValue...Kind.measureStyle.rawValue).contains(rawValue) }
    }

    /// One thing: a place in one of the part's lists.
    struct Item {
        var measure: Int32
        var order: Int32
        var kind: Kind
        var index: Int32
    }

    private(set) var items: [Item] = []

    init(_ part: Part) {
        items.reserveCapacity(part.notes.count + part.directions.count + 2 * part.measures.count)
        for (index, note) in part.notes.enumerated() {
            items.append(Item(measure: note.measure, order: note.order, kind: .note, index: Int32(index)))
        }
        for (index, space) in part.spaces.enumerated() {
            items.append(Item(measure: Int32(space.measure), order: space.order, kind: .space, index: Int32(index)))
        }
        for (index, barline) in part.barlines.enumerated() {
            let kind: Kind =
                switch barline.value.location {
                case .left: .leftBarline
                case .middle: .middleBarline
                case .right: .rightBarline
                }
            items.append(
                Item(measure: Int32(barline.measure), order: barline.order, kind: kind, index: Int32(index)))
        }
        add(part.prints, .print)
        add(part.divisions, .divisions)
        add(part.keys, .key)
        add(part.meters, .meter)
        add(part.staffCounts, .staffCount)
        add(part.symbols, .symbol)
        add(part.instrumentCounts, .instrumentCount)
        add(part.clefs, .clef)
        add(part.staffDetails, .staffDetails)
        add(part.transpositions, .transposition)
        add(part.views, .view)
        add(part.directives, .directive)
        add(part.measureStyles, .measureStyle)
        add(part.groupings, .grouping)
        add(part.addresses, .address)
        add(part.listenings, .listening)
        add(part.harmonies, .harmony)
        add(part.figuredBasses, .figuredBass)
        add(part.directions, .direction)
        add(part.sounds, .sound)
        sort(part)
    }

    private mutating func add<Value>(_ list: [Timed<Value>], _ kind: Kind) {
        for (index, timed) in list.enumerated() {
            items.append(Item(measure: Int32(timed.measure), order: timed.order, kind: kind, index: Int32(index)))
        }
    }

    /// By measure and written order; what a program made has none, and is put voice by voice.
    private mutating func sort(_ part: Part) {
        let canonical = CanonicalOrder(part)
        items.sort { left, right in
            if left.measure != right.measure { return left.measure < right.measure }
            if left.order != right.order { return left.order < right.order }
            return canonical.precedes(left, right)
        }
    }
}

/// The order of things that no file has put in order: what opens the measure, then voice by voice and by onset, then what closes it.
private struct CanonicalOrder {
    let part: Part
    private let voices: [String: Int]
    /// The first voice on each staff.
    private var firstVoices: [UInt8: Int] = [:]

    init(_ part: Part) {
        self.part = part
        voices = Dictionary(zip(part.voices, 0...)) { first, _ in first }
        guard part.staves > 1 else { return }
        for note in part.notes { firstVoices[note.staff] = min(firstVoices[note.staff] ?? .max, Int(note.voice)) }
    }

    func precedes(_ left: WrittenOrder.Item, _ right: WrittenOrder.Item) -> Bool {
        let (first, second) = (key(left), key(right))
        if first.stage != second.stage { return first.stage < second.stage }
        if first.voice != second.voice { return first.voice < second.voice }
        if first.onset != second.onset { return first.onset < second.onset }
        return (left.kind.rawValue, left.index) < (right.kind.rawValue, right.index)
    }

    private func key(_ item: WrittenOrder.Item) -> (stage: Int, voice: Int, onset: Fraction) {
        let index = Int(item.index)
        return switch item.kind {
        case .print, .leftBarline: (0, 0, .zero)
        case .rightBarline: (2, 0, .zero)
        case .note: (1, Int(part.notes[index].voice), part.notes[index].onset)
        case .space: (1, part.spaces[index].voice.flatMap { voices[$0] } ?? 0, part.spaces[index].onset)
        case .direction:
            (
                1, part.directions[index].value.voice.flatMap { voices[$0] } ?? voice(part.directions[index].staff),
                part.directions[index].onset
            )
        case .harmony: (1, voice(part.harmonies[index].staff), part.harmonies[index].onset)
        case .figuredBass: (1, 0, part.figuredBasses[index].onset)
        case .sound: (1, 0, part.sounds[index].onset)
        case .middleBarline: (1, 0, part.barlines[index].onset)
        case .grouping: (1, 0, part.groupings[index].onset)
        case .address: (1, 0, part.addresses[index].onset)
        case .listening: (1, 0, part.listenings[index].onset)
        case .divisions: (1, 0, part.divisions[index].onset)
        case .key: (1, 0, part.keys[index].onset)
        case .meter: (1, 0, part.meters[index].onset)
        case .staffCount: (1, 0, part.staffCounts[index].onset)
        case .symbol: (1, 0, part.symbols[index].onset)
        case .instrumentCount: (1, 0, part.instrumentCounts[index].onset)
        case .clef: (1, 0, part.clefs[index].onset)
        case .staffDetails: (1, 0, part.staffDetails[index].onset)
        case .transposition: (1, 0, part.transpositions[index].onset)
        case .view: (1, 0, part.views[index].onset)
        case .directive: (1, 0, part.directives[index].onset)
        case .measureStyle: (1, 0, part.measureStyles[index].onset)
        }
    }

    private func voice(_ staff: Int?) -> Int { staff.flatMap { firstVoices[UInt8(clamping: $0)] } ?? 0 }
}
