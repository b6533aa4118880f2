/// The sizes of a network. They stand in its weights file.
public struct NetworkShape: Hashable, Sendable, Codable {
    /// Numbers that stand for a token.
    public var embedding = 24
    /// Numbers that stand for an interval.
    public var interval = 12
    /// Numbers that stand for the context of a tick.
    public var context = 24
    /// Units of each LSTM layer.
    public var hidden = 256
    /// LSTM layers of each direction.
    public var layers = 2
    /// Units of the dense layer of each head.
    public var head = 256
    /// The widest interval, in semitones, that the heads tell apart.
    public var reach = 18

    /// The sizes of the models that come with Quartet, unless others are set.
    public init() {}

    /// The ids of a tick's context, one table each: see ``Grid/contextIds``.
    static let contexts = 6
    /// The voices that it composes.
    public static let voices = 4
    /// What a pitch stands in an interval to: the voice's own notes before and after, the other three voices' now, before and after.
    static let relations = 11
    /// The intervals that each head reads.
    static let headIntervals = 11

    /// How many intervals the heads tell apart.
    var intervals: Int { 2 * reach + 1 }
    /// The width of what the forward stack reads in a tick.
    var forwardInput: Int { 8 * embedding + context }
    /// The width of what the backward stack reads in a tick.
    var backwardInput: Int { 4 * embedding + context }
    /// The width of what a head reads in a tick.
    var headInput: Int { 2 * hidden + 8 * embedding + Self.headIntervals * interval + context }
    /// The columns that a head's tables of intervals and of degrees give.
    var relationColumns: Int { Self.relations * intervals + 12 }
}
