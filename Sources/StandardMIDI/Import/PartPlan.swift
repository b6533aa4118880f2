internal import ScoreModel

/// Which notes of a MIDI file make a part, and whose they are.
struct PartPlan {
    /// How notes are put into parts.
    enum Grouping {
        case trackAndChannel, track, channel
    }

    var name: String
    var track: Int
    var channel: UInt8
    /// The indices of its notes.
    var notes: [Int] = []
    var setting: MIDIInstrument
    /// The port, from 0.
    var port = 0
    var device = ""

    /// Channel 10 has the drums of General MIDI, a key an instrument.
    var isDrums: Bool { channel == PartPlan.drumChannel }

    /// Channel 10, counted from 0.
    static let drumChannel: UInt8 = 9

    /// Parts in the order of the tracks, and those of a track in the order of their channels.
    static func parts(_ source: TranscriptionSource, by grouping: Grouping) -> [PartPlan] {
        var plans: [PartPlan] = []
        var places: [Place: Int] = [:]
        for (index, note) in source.notes.enumerated() {
            let track = source.tracks.indices.contains(Int(note.track)) ? source.tracks[Int(note.track)] : .init()
            // The channels of a clip count on through its groups.
            let (port, channel) = (track.port + Int(note.channel / 16), note.channel % 16)
            let place =
                switch grouping {
                case .trackAndChannel: Place(track: note.track, port: port, channel: channel)
                case .track: Place(track: note.track, port: port, channel: 0)
                case .channel: Place(track: 0, port: port, channel: channel)
                }
            if let plan = places[place] {
                plans[plan].notes.append(index)
                continue
            }
            places[place] = plans.count
            let setting = track.settings[note.channel] ?? MIDIInstrument()
            plans.append(
                PartPlan(
                    name: grouping == .channel && !source.isSingleTrack ? "" : track.name, track: Int(note.track),
                    channel: channel, notes: [index], setting: setting, port: port, device: track.device))
        }
        plans = plans.stablySorted {
            grouping == .channel ? $0.channel < $1.channel : ($0.track, $0.channel) < ($1.track, $1.channel)
        }
        return named(plans, source)
    }

    /// Parts without a name of their own have that of their instrument.
    private static func named(_ plans: [PartPlan], _ source: TranscriptionSource) -> [PartPlan] {
        let counts = Dictionary(plans.map { ($0.name, 1) }, uniquingKeysWith: +)
        return plans.map { plan in
            var plan = plan
            let isShared = (counts[plan.name] ?? 0) > 1
            guard plan.name.isEmpty || isShared || plan.name == source.title && plans.count > 1 else { return plan }
            let instrument = plan.isDrums ? "Drums" : plan.setting.program.map { GeneralMIDI.programs[$0] } ?? ""
            plan.name = [isShared ? plan.name : "", instrument].filter { !$0.isEmpty }.joined(separator: ", ")
            return plan
        }
    }

    private struct Place: Hashable {
        var track: Int32
        var port: Int
        var channel: UInt8
    }
}
