internal import ScoreModel

/// A port and one of its sixteen channels, both from 0.
struct MIDIPlace: Hashable {
    var port: Int
    var channel: Int

    /// The channel of the drums (General MIDI 1).
    static let drums = 9
}

/// With which port and channel each instrument of each part is played.
///
/// Files that name channels are taken at their word, unless two parts would play different programs on one channel: the second gets another.
/// Other instruments get the next free channel, on further ports when those of the first are used up, so that a hundred parts sound
/// apart. Notes without pitch go to channel 10, the drums of General MIDI. All instruments of a part are on one port, as its
/// track is.
struct Places {
    /// By part and instrument; a part without instruments has one place.
    let byInstrument: [[MIDIPlace]]

    init(_ parts: [Part]) {
        var owners: [MIDIPlace: (part: Int, program: Int?)] = [:]
        let named = parts.enumerated().map { index, part in
            part.instruments.map { instrument -> MIDIPlace? in
                guard let channel = instrument.midi?.channel, (0..<16).contains(channel) else { return nil }
                let place = MIDIPlace(port: part.port, channel: channel)
                let program = instrument.midi?.program
                let owner = owners[place] ?? (index, program)
                guard owner.program == program || owner.part == index || channel == MIDIPlace.drums else { return nil }
                owners[place] = owner
                return place
            }
        }
        var free = FreePlaces(taken: Set(owners.keys))
        byInstrument = zip(parts, named).map { part, named in
            var port = named.lazy.compactMap { $0?.port }.first
            // Of an instrument without a program nothing is known but its part.
            var byProgram: [Int?: MIDIPlace] = [:]
            if let first = named.lazy.compactMap({ $0 }).first { byProgram[Int?.none] = first }
            func place(_ instrument: Instrument?, _ index: Int) -> MIDIPlace {
                if part.isUnpitched(index) { return MIDIPlace(port: port ?? part.port, channel: MIDIPlace.drums) }
                let program = instrument?.midi?.program
                let place = byProgram[program] ?? free.take(on: port)
                byProgram[program] = place
                port = port ?? place.port
                return place
            }
            return part.instruments.isEmpty
                ? [place(nil, 0)]
                : part.instruments.indices.map { named[$0] ?? place(part.instruments[$0], $0) }
        }
    }

    /// With which port and channel an instrument of a part is played.
    func place(part: Int, instrument: Int) -> MIDIPlace {
        let places = byInstrument[part]
        return places[places.indices.contains(instrument) ? instrument : 0]
    }
}

/// The channels that nobody has yet.
private struct FreePlaces {
    var taken: Set<MIDIPlace>
    private var next = MIDIPlace(port: 0, channel: 0)

    /// FF 21 tells the port in one byte, whose highest bit devices leave alone.
    private static let ports = 128

    init(taken: Set<MIDIPlace>) { self.taken = taken }

    /// The next free channel on a port, or on any; when there is none, one that others have too.
    mutating func take(on port: Int?) -> MIDIPlace {
        if let port {
            let channels = (0..<16).lazy.map { MIDIPlace(port: port, channel: $0) }
            let place = channels.first { $0.channel != MIDIPlace.drums && !taken.contains($0) }
            taken.insert(place ?? channels[0])
            return place ?? channels[0]
        }
        for _ in 0..<(FreePlaces.ports * 16) {
            let place = next
            next.channel += 1
            if next.channel == 16 { next = MIDIPlace(port: (next.port + 1) % FreePlaces.ports, channel: 0) }
            if place.channel != MIDIPlace.drums, taken.insert(place).inserted { return place }
        }
        taken = []
        return MIDIPlace(port: 0, channel: 0)
    }
}

extension Part {
    /// The port of its device, from 0.
    fileprivate var port: Int { min(max((devices.lazy.compactMap(\.port).first ?? 1) - 1, 0), 127) }

    /// Whether an instrument plays notes without pitch, and none with.
    fileprivate func isUnpitched(_ instrument: Int) -> Bool {
        if instruments.indices.contains(instrument), instruments[instrument].midi?.unpitchedKey != nil { return true }
        var isUnpitched = false
        for note in notes where Int(note.instrument ?? 0) == instrument {
            switch note.content {
            case .pitched: return false
            case .unpitched: isUnpitched = true
            case .rest: break
            }
        }
        return isUnpitched
    }
}
