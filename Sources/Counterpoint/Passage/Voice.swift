/// A voice of a passage: a part, or one voice on one staff of a part that has several.
public struct Voice: Hashable, Sendable {
    /// The index of its part in ``Score/parts``.
    public let part: Int
    /// Its name for people: that of the part, of the role, or of the part with staff and voice.
    public var label: String
    /// What it sings or plays, when that is known.
    public var role: Role?
    /// What sounds in it, in order, never at the same time. Where nothing does, it rests.
    public var events: [Event]
    /// True for a further voice of a part that sounds only now and then: it does not stand between its neighbours, and is not the bass.
    public var isOccasional = false

    /// A voice.
    public init(part: Int, label: String, role: Role? = nil, events: [Event]) {
        self.part = part
        self.label = label
        self.role = role
        self.events = events
    }
}
