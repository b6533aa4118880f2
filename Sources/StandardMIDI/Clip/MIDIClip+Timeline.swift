public import ScoreModel

extension MIDIClip {
    /// The notes of all groups and channels in the order in which they begin, and what was odd about them.
    ///
    /// Velocities of MIDI 2.0 are brought to seven bits, 1 at least: there, a note of velocity 0 is struck.
    public func notes() -> (list: [MIDINote], diagnostics: [Diagnostic]) {
        var pairing = NotePairing(channels: 256)
        let notes = [MIDINote](capacity: packets.count) { notes in
            for packet in packets {
                let word = words[packet.words.lowerBound]
                let channel = Int(word >> 24 & 0x0F) << 4 | Int(word >> 16 & 0x0F)
                let key = UInt8(word >> 8 & 0x7F)
                let isNew: Bool
                let velocity: UInt8
                switch word >> 28 {
                case 0x2: (isNew, velocity) = (false, UInt8(word & 0x7F))
                case 0x4: (isNew, velocity) = (true, UInt8(words[packet.words.lowerBound + 1] >> 25))
                default: continue
                }
                switch word >> 20 & 0x0F {
                case 0x9 where isNew || velocity > 0:
                    pairing.noteOn(channel: channel, key: key, velocity: max(velocity, 1), at: packet.tick, in: &notes)
                case 0x9: pairing.noteOff(channel: channel, key: key, velocity: 64, at: packet.tick, in: &notes)
                case 0x8: pairing.noteOff(channel: channel, key: key, velocity: velocity, at: packet.tick, in: &notes)
                case 0xB where endsNotes(controller: key):
                    pairing.silence(channel: channel, at: packet.tick, in: &notes)
                default: break
                }
            }
            pairing.finish(at: end, in: &notes)
        }
        return (notes, pairing.log.list(place: .init(part: "1")))
    }

    /// The tempo. One of zero is passed over.
    public var tempoMap: MIDITempoMap {
        let tempos = flexData(status: 0x00).compactMap { tick, word -> (tick: Int, secondsPerQuarter: Fraction)? in
            // The unit is ten nanoseconds.
            guard word > 0, let length = Fraction(Int(word), over: 100_000_000) else { return nil }
            return (tick, length)
        }
        return MIDITempoMap(tempos, quartersPerTick: quartersPerTick)
    }

    /// The measures.
    public var meterMap: MIDIMeterMap {
        let meters = flexData(status: 0x01).compactMap { tick, word -> (tick: Int, beats: Int, beatType: Int)? in
            let (beats, power) = (Int(word >> 24), Int(word >> 16 & 0xFF))
            return beats > 0 && power <= 10 ? (tick, beats, 1 << power) : nil
        }
        return MIDIMeterMap(meters, quartersPerTick: quartersPerTick)
    }

    /// The keys.
    public var keys: [(tick: Int, key: MetaEvent.KeySignature)] {
        flexData(status: 0x05).compactMap { tick, word in
            let nibble = Int(word >> 28)
            let fifths = nibble < 8 ? nibble : nibble - 16
            guard (-7...7).contains(fifths) else { return nil }
            // The tonic, 1 for A to 7 for G, tells minor from major; a minor tonic is three fifths up from that of its major key.
            let tonic = Int(word >> 24 & 0x0F)
            let minor = [6, 3, 7, 4, 1, 5, 2][(fifths + 11) % 7]
            return (tick, MetaEvent.KeySignature(fifths: fifths, isMinor: tonic == minor))
        }
    }

    /// The name of the clip, of the composition or of the project, whichever comes first; empty when there is none.
    public var title: String {
        var bytes: [UInt8] = []
        var name: UInt32?
        for packet in packets {
            let word = words[packet.words.lowerBound]
            guard word >> 28 == 0xD, word >> 8 & 0xFF == 0x01, (0x01...0x03).contains(word & 0xFF) else { continue }
            // Who is addressed and what the text is; a text in several packets has all of it in common.
            guard name == nil || name == word & 0xFF3F_FFFF else { continue }
            name = word & 0xFF3F_FFFF
            bytes += packet.words.dropFirst().flatMap { bigEndian(words[$0]) }.filter { $0 != 0 }
            let form = word >> 22 & 0x3
            if form == 0 || form == 3 { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many quarter notes a tick lasts.
    public var quartersPerTick: Fraction { Fraction(1, over: ticksPerQuarter) ?? .zero }

    /// The second words of the set-up and performance events with a status (M2-104-UM, "Flex Data Messages", status bank 0).
    private func flexData(status: UInt32) -> [(tick: Int, word: UInt32)] {
        packets.compactMap { packet in
            let word = words[packet.words.lowerBound]
            guard word >> 28 == 0xD, word & 0xFFFF == status else { return nil }
            return (packet.tick, words[packet.words.lowerBound + 1])
        }
    }
}
