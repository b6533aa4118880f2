internal import ScoreModel

/// Which MIDI channel and program each instrument of each part is played with.
///
/// Files that name channels are taken at their word; other parts get the next free one, and share when there are none left.
/// Notes without pitch go to channel 10, the drums of General MIDI.
struct Channels {
    private static let drums = 9
    private var byInstrument: [[Int?]] = []
    private var byPart: [Int] = []
    private let parts: [Part]

    init(_ parts: [Part]) {
        self.parts = parts
        let taken = Set(parts.flatMap(\.instruments).compactMap(\.midi?.channel))
        var free = (0...15).filter { $0 != Channels.drums && !taken.contains($0) }
        if free.isEmpty { free = (0...15).filter { $0 != Channels.drums } }
        var next = 0
        for part in parts {
            byInstrument.append(part.instruments.map(\.midi?.channel))
            if let channel = part.instruments.first?.midi?.channel {
                byPart.append(channel)
            } else if part.notes.contains(where: { $0.pitch != nil }) || part.notes.isEmpty {
                byPart.append(free[next % free.count])
                next += 1
            } else {
                byPart.append(Channels.drums)
            }
        }
    }

    func channel(of note: Note, part: Int) -> Int {
        let index = Int(note.instrument ?? 0)
        let named = byInstrument[part].indices.contains(index) ? byInstrument[part][index] : nil
        if case .unpitched = note.content { return named ?? Channels.drums }
        return named ?? byPart[part]
    }

    /// The programs that a part's track has to set, each with its channel.
    func programs(of part: Int) -> [(program: Int, channel: Int)] {
        var seen: Set<Int> = []
        return zip(parts[part].instruments, byInstrument[part]).compactMap { instrument, channel in
            let channel = channel ?? byPart[part]
            guard let program = instrument.midi?.program, seen.insert(channel).inserted else { return nil }
            return (program, channel)
        }
    }
}
