/// How much of the cost of a foreign tone each event of a passage pays, by how it lies in its voice.
struct ForeignShares {
    /// For each event of each voice, its share where it is struck, and where it goes on from before.
    let voices: [[(struck: Float, held: Float)]]

    init(_ passage: Passage, _ costs: HarmonyCosts) {
        voices = passage.voices.indices.map { voice in
            passage.voices[voice].events.indices.map { index in
                let neighbours = passage.neighbours(of: index, in: voice)
                let event = passage.voices[voice].events[index]
                let struck = LineShape(event, previous: neighbours.previous, next: neighbours.next)
                let held = struck.isLeftByStep ? LineShape.prepared : struck
                return (struck.share(costs), held.share(costs))
            }
        }
    }
}
