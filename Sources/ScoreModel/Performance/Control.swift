extension Performance {
    /// Something other than a note that changes what is heard.
    public struct Control: Hashable, Sendable {
        /// What changes.
        public enum Kind: Hashable, Sendable {
            /// The damper pedal: 0 is up, 127 is down.
            case damper(UInt8)
            /// The soft pedal.
            case soft(UInt8)
            /// The sostenuto pedal.
            case sostenuto(UInt8)
            /// Where the part sounds from: degrees to the right of the listener.
            case pan(Fraction)
            /// Where the part sounds from: degrees above the listener.
            case elevation(Fraction)
            /// An instrument changes, or how MIDI plays it.
            case change(InstrumentChange)
        }

        /// The index of the part in ``Score/parts``.
        public var part: Int
        /// When, in played quarter notes from the beginning.
        public var onset: Fraction
        /// What changes.
        public var kind: Kind
    }
}

/// What changes in the sound of a part, in written time.
struct ControlMarks {
    /// What a control takes the place of.
    fileprivate enum Slot: Hashable {
        case damper, soft, sostenuto, pan, elevation
        case change(kind: Int, instrument: String)
    }

    private var marks: [(onset: Fraction, passes: Passes, kind: Performance.Control.Kind)] = []
    /// The places in `marks` of each slot's changes that hold on all passes.
    private var slots: [(initial: Performance.Control.Kind?, places: [Int])] = []
    private let index: Int

    init(_ part: Part, index: Int, style: Performance.Style) {
        self.index = index
        var pedals = PedalReader()
        for direction in part.directions {
            let sound = direction.value.sound
            let passes = Passes(sound?.timeOnly)
            for kind in sound?.controls ?? [] { marks.append((direction.soundOnset, passes, kind)) }
            // What is said for playback is what the sign beside it means.
            let isSaid = sound?.damperPedal != nil || sound?.sostenutoPedal != nil
            for case .pedal(let pedal) in direction.value.signs.joined() {
                let kinds = pedals.read(pedal)
                if !isSaid { marks += kinds.map { (direction.onset, Passes(nil), $0) } }
            }
        }
        for sound in part.sounds {
            marks += sound.value.controls.map { (sound.moved.onset, Passes(sound.value.timeOnly), $0) }
        }
        marks = marks.stablySorted { $0.onset < $1.onset }
        var order: [Slot: Int] = [:]
        for (place, mark) in marks.enumerated() where !mark.passes.isRestricted {
            let slot = Slot(mark.kind)
            let known = order[slot] ?? slots.count
            if known == slots.count {
                order[slot] = known
                slots.append((initial: slot.initial(in: part), places: []))
            }
            slots[known].places.append(place)
        }
    }

    /// The controls in played time. After a jump everything is as it is at the place where the music goes on; at the end pedals are up.
    func unfolded(_ unfolding: Unfolding, most: Int) -> [Performance.Control] {
        guard !marks.isEmpty else { return [] }
        var list: [Performance.Control] = []
        var states = slots.map(\.initial)
        var budget = most
        for run in unfolding.runs where budget > 0 {
            budget -= slots.count
            for (slot, own) in slots.enumerated() {
                let next = own.places.partitioningIndex { marks[$0].onset >= run.start }
                let state = next > 0 ? marks[own.places[next - 1]].kind : own.initial
                if let state, state != states[slot] {
                    list.append(.init(part: index, onset: run.onset, kind: state))
                }
            }
            var place = marks.partitioningIndex { $0.onset >= run.start }
            while place < marks.count, marks[place].onset < run.end, budget > 0 {
                let mark = marks[place]
                place += 1
                guard mark.passes.contains(run.pass(at: mark.onset)) else { continue }
                budget -= 1
                list.append(.init(part: index, onset: mark.onset + run.shift, kind: mark.kind))
            }
            for (slot, own) in slots.enumerated() {
                let next = own.places.partitioningIndex { marks[$0].onset >= run.end }
                states[slot] = next > 0 ? marks[own.places[next - 1]].kind : own.initial
            }
        }
        let end = unfolding.passages.last?.end ?? .zero
        for state in states {
            switch state {
            case .damper(let depth) where depth > 0: list.append(.init(part: index, onset: end, kind: .damper(0)))
            case .soft(let depth) where depth > 0: list.append(.init(part: index, onset: end, kind: .soft(0)))
            case .sostenuto(let depth) where depth > 0:
                list.append(.init(part: index, onset: end, kind: .sostenuto(0)))
            default: continue
            }
        }
        return list
    }
}

extension ControlMarks.Slot {
    fileprivate init(_ kind: Performance.Control.Kind) {
        switch kind {
        case .damper: self = .damper
        case .soft: self = .soft
        case .sostenuto: self = .sostenuto
        case .pan: self = .pan
        case .elevation: self = .elevation
        case .change(let change):
            switch change {
            case .sound(let id, _): self = .change(kind: 0, instrument: id)
            case .device(let device): self = .change(kind: 1, instrument: device.instrument ?? "")
            case .midi(let midi): self = .change(kind: 2, instrument: midi.instrument)
            case .play(let play): self = .change(kind: 3, instrument: play.instrument ?? "")
            }
        }
    }

    /// What holds before anything is said.
    fileprivate func initial(in part: Part) -> Performance.Control.Kind? {
        switch self {
        case .damper: return .damper(0)
        case .soft: return .soft(0)
        case .sostenuto: return .sostenuto(0)
        case .pan, .elevation: return nil
        case .change(let kind, let id):
            guard let instrument = part.instruments.first(where: { $0.id == id }) else { return nil }
            switch kind {
            case 0: return .change(.sound(instrument: id, instrument.virtual))
            case 2: return instrument.midi.map { .change(.midi($0)) }
            default: return nil
            }
        }
    }
}

extension Sound {
    /// What it says about pedals, places in the room and instruments.
    fileprivate var controls: [Performance.Control.Kind] {
        var list: [Performance.Control.Kind] = []
        if let depth = Sound.depth(damperPedal) { list.append(.damper(depth)) }
        if let depth = Sound.depth(softPedal) { list.append(.soft(depth)) }
        if let depth = Sound.depth(sostenutoPedal) { list.append(.sostenuto(depth)) }
        if let pan { list.append(.pan(pan)) }
        if let elevation { list.append(.elevation(elevation)) }
        return list + changes.map { .change($0) }
    }

    /// How far down a pedal is, 0 to 127, from `yes`, `no` or percent (XSD, type `yes-no-number`).
    private static func depth(_ text: String?) -> UInt8? {
        switch text {
        case nil: return nil
        case "yes": return 127
        case "no": return 0
        default:
            guard let percent = text.flatMap({ Fraction(decimal: $0) }) else { return nil }
            return UInt8(min(max((percent * 127 / 100).rounded, 0), 127))
        }
    }
}

/// Reads printed pedal signs one after another (XSD, type `pedal-type`): a line that ends or goes on does not move the pedal.
private struct PedalReader {
    /// The numbers of sostenuto pedals that are down.
    private var held: Set<Int> = []

    mutating func read(_ pedal: Direction.Pedal) -> [Performance.Control.Kind] {
        let number = pedal.number ?? 1
        switch pedal.action {
        case .start: return [.damper(127)]
        case .sostenuto:
            held.insert(number)
            return [.sostenuto(127)]
        case .stop: return [held.remove(number) == nil ? .damper(0) : .sostenuto(0)]
        case .change: return held.contains(number) ? [.sostenuto(0), .sostenuto(127)] : [.damper(0), .damper(127)]
        case .continue, .discontinue, .resume: return []
        }
    }
}
