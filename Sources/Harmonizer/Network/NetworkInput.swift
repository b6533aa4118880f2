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
