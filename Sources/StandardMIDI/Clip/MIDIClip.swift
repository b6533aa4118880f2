public import ScoreModel

/// A MIDI clip file (M2-116-U): Universal MIDI Packets with their times, of MIDI 1.0 and MIDI 2.0.
///
/// The packets are kept as they stand; notes, tempos and meters are read from them.
public struct MIDIClip: Sendable {
    /// A packet and when it comes.
    public struct Packet: Hashable, Sendable {
        /// Ticks from the start of the clip.
        public let tick: Int
        /// Where its words stand in ``MIDIClip/words``.
        public let words: Range<Int>
    }

    /// Ticks in a quarter note, from 1 to 65,535.
    public private(set) var ticksPerQuarter = MIDIFile.Division.usual
    /// The packets by tick, without those that say nothing but the time.
    public private(set) var packets: [Packet] = []
    /// The words of the file.
    public let words: [UInt32]
    /// The tick at which the clip ends.
    public private(set) var end = 0
    /// What was odd in the file, and what was done about it.
    public private(set) var diagnostics: [Diagnostic] = []

    static let magic = Array("SMF2CLIP".utf8)

    /// Reads a clip file. What is broken is repaired and told.
    ///
    /// - Throws: ``MIDIFileError`` when there are no bytes, or they do not begin with `SMF2CLIP`.
    public init(_ bytes: [UInt8]) throws(MIDIFileError) {
        guard !bytes.isEmpty else { throw MIDIFileError(.emptyInput, "the file is empty") }
        guard bytes.starts(with: MIDIClip.magic) else {
            throw MIDIFileError(.notMIDI, at: .init(byte: 0), "there is no SMF2CLIP: this is no MIDI clip file")
        }
        words = stride(from: 8, to: bytes.count - 3, by: 4).map { position in
            bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        var log = DiagnosticLog()
        let position = readPackets(log: &log)
        let rest = bytes.count - 8 - 4 * position
        if rest > 0 {
            log.add(
                "trailing-bytes", .warning, at: MIDIClip.place(position),
                "there are bytes behind the clip (\(rest)); they are not read")
        }
        diagnostics = log.list(place: .init())
    }

    /// Reads the packets to the end of the clip.
    ///
    /// - Returns: The index of the first word that was not read.
    private mutating func readPackets(log: inout DiagnosticLog) -> Int {
        var position = 0
        var tick = 0
        var state: (hasDivision: Bool, hasStart: Bool, hasEnd: Bool) = (false, false, false)
        while position < words.count, !state.hasEnd {
            let word = words[position]
            let next = position + MIDIClip.size(of: word)
            guard next <= words.count else {
                log.add(
                    "event-truncated", .warning, at: MIDIClip.place(position),
                    "the file ends within a packet; the packet is left out")
                position = words.count
                break
            }
            switch word >> 16 {
            case _ where word >> 20 & 0xF0F == 0x003:
                state.hasDivision = true
                ticksPerQuarter = Int(word & 0xFFFF)
                if ticksPerQuarter == 0 {
                    ticksPerQuarter = MIDIFile.Division.usual
                    log.add(
                        "division-zero", .warning, at: MIDIClip.place(position),
                        "a quarter note has no ticks; \(ticksPerQuarter) are taken")
                }
            case _ where word >> 20 & 0xF0F == 0x004: tick += Int(word & 0xF_FFFF)
            case 0xF020:
                state.hasStart = true
                tick = 0
            case 0xF021: state.hasEnd = true
            default: packets.append(Packet(tick: state.hasStart ? tick : 0, words: position..<next))
            }
            position = next
        }
        end = tick
        tell(state, at: position, to: &log)
        return position
    }

    private func tell(
        _ state: (hasDivision: Bool, hasStart: Bool, hasEnd: Bool), at position: Int, to log: inout DiagnosticLog
    ) {
        if !state.hasDivision {
            log.add(
                "division-missing", .warning, at: MIDIClip.place(0),
                "the clip does not say how many ticks a quarter note has; \(ticksPerQuarter) are taken")
        }
        if !state.hasStart {
            log.add(
                "clip-start-missing", .warning, at: MIDIClip.place(0), "the clip has no start; all of it is the header")
        }
        if !state.hasEnd {
            log.add("end-of-clip-missing", .warning, at: MIDIClip.place(position), "the clip ends where the file does")
        }
    }

    private static func place(_ word: Int) -> Diagnostic.Place { .init(byte: 8 + 4 * word) }

    /// How many words a packet has, by its first (M2-104-UM, "Message Type").
    private static func size(of word: UInt32) -> Int {
        switch word >> 28 {
        case 0x0, 0x1, 0x2, 0x6, 0x7: 1
        case 0x3, 0x4, 0x8, 0x9, 0xA: 2
        case 0xB, 0xC: 3
        default: 4
        }
    }
}
