/// Something that hangs on one note of a part: a syllable, a fermata.
public struct Attached<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The index of the note in ``Part/notes``.
    public var note: Int
    /// What hangs on it.
    public var value: Value
    /// Where it was read.
    public var origin: Origin?

    /// A mark on a note.
    public init(note: Int, value: Value, origin: Origin? = nil) {
        self.note = note
        self.value = value
        self.origin = origin
    }
}

/// What runs from one note of a part to another.
public struct Spanner<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The index of the first note in ``Part/notes``.
    public var first: Int
    /// The index of the last note.
    public var last: Int
    /// What runs.
    public var value: Value
    /// Where its beginning was read.
    public var origin: Origin?

    /// Something between two notes.
    public init(first: Int, last: Int, value: Value, origin: Origin? = nil) {
        self.first = first
        self.last = last
        self.value = value
        self.origin = origin
    }
}
