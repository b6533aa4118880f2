/// One voice from rest to rest.
public struct Line: Sendable {
    /// The voice, counted from the top.
    public let voice: Int
    /// Its name for people.
    public let label: String
    /// What it sings or plays.
    public let role: Role?
    /// Its notes, each beginning where the one before ends.
    public let events: ArraySlice<Event>
    /// The phrase that ends where each note begins, for as many as there are events.
    public let boundaries: [Boundary?]

    /// The phrase that ends between an event and the one before it.
    public func boundary(before index: Int) -> Boundary? { boundaries[index - events.startIndex] }

    /// The notes of each phrase.
    var phrases: [ArraySlice<Event>] {
        var phrases: [ArraySlice<Event>] = []
        var start = events.startIndex
        for index in events.indices where index > start && boundary(before: index) != nil {
            phrases.append(events[start..<index])
            start = index
        }
        if start < events.endIndex { phrases.append(events[start...]) }
        return phrases
    }

    /// The notes in groups of so many that follow each other, each with the phrase that ends inside the group.
    func windows(of count: Int) -> some Sequence<ArraySlice<Event>> {
        let last = events.endIndex - count
        return (events.startIndex..<max(events.startIndex, last + 1)).lazy.map { events[$0..<($0 + count)] }
    }

    /// The first phrase that ends inside a group of notes.
    func boundary(inside group: ArraySlice<Event>) -> Boundary? {
        group.indices.dropFirst().lazy.compactMap { boundary(before: $0) }.first
    }
}
