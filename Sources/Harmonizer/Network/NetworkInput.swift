/// What a network reads: a batch of sequences, time-major; row `tick * batch + sequence` of every table is one tick of one of them.
///
/// The forward stack, the backward stack and the heads may know different cells, so that one pass answers for a sampler that composes from
/// left to right: there the forward stack knows all that is past, and the backward stack only what is given.
public struct NetworkInput: Sendable {
    /// The ticks of each sequence.
    public let ticks: Int
    /// The sequences.
    public let batch: Int
    /// The rows.
    public var rows: Int { ticks * batch }
    /// What the forward stack reads, four voices a row.
    public let forward: [Token]
    /// What the backward stack reads, four voices a row.
    public let backward: [Token]
    /// What heads see of their own tick where it is visible, four voices a row.
    public let present: [Token]
    /// Which voices heads see of their own tick: bit `4 * head + voice` of a row.
    public let visible: [UInt16]
    /// The ids of each tick's context, six a row.
    public let contexts: [UInt8]

    /// A batch.
    ///
    /// - Parameter present: The same as `forward` unless it is given.
    /// - Precondition: The lists have `ticks * batch` rows of 4, 4, 4, 1 and 6.
    public init(
        ticks: Int, batch: Int, forward: [Token], backward: [Token], present: [Token]? = nil, visible: [UInt16],
        contexts: [UInt8]
    ) {
        precondition(forward.count == 4 * ticks * batch && backward.count == forward.count)
        precondition(present.map { $0.count == forward.count } ?? true)
        precondition(visible.count == ticks * batch && contexts.count == 6 * ticks * batch)
        self.ticks = ticks
        self.batch = batch
        self.forward = forward
        self.backward = backward
        self.present = present ?? forward
        self.visible = visible
        self.contexts = contexts
    }

    /// Every head sees every voice but its own.
    public static let allVisible: UInt16 = 0b0111_1011_1101_1110
}

extension TickContext {
    /// Its numbers in the tables of a network; 0 is “not known”.
    public var ids: [UInt8] {
        func id(_ number: Int?, in size: Int) -> UInt8 { number.map { UInt8(min(max($0, 0) + 1, size - 1)) } ?? 0 }
        func id(_ truth: Bool?) -> UInt8 { truth.map { $0 ? 2 : 1 } ?? 0 }
        let sizes = NetworkShape.contextSizes
        return [
            id(tickInBeat, in: sizes[0]), id(beatInMeasure, in: sizes[1]), id(hasFermata),
            fifths.map { UInt8((($0 % 12) + 12) % 12 + 1) } ?? 0, id(isPickup),
            id(beatsPerMeasure.map { $0 - 1 }, in: sizes[5]),
        ]
    }

    /// The context of given numbers. Of keys that sound alike, the one with fewer signs is meant.
    init(ids: some Collection<UInt8>) {
        let ids = ids.map { $0 > 0 ? Int($0) - 1 : nil }
        self.init(
            tickInBeat: ids[0], beatInMeasure: ids[1], hasFermata: ids[2].map { $0 == 1 },
            fifths: ids[3].map { $0 > 6 ? $0 - 12 : $0 }, isPickup: ids[4].map { $0 == 1 },
            beatsPerMeasure: ids[5].map { $0 + 1 })
    }
}
