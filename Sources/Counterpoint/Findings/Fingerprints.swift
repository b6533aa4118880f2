internal import ScoreModel

/// Gives findings names that survive edits elsewhere in the score.
///
/// A finding is known by its rule, the names of its voices, the beat and the pitches of its notes. The number of the measure is left
/// out, so that measures put in before it change nothing; where two findings are alike, they are told apart by their order.
struct Fingerprints {
    private var seen: [UInt64: Int] = [:]

    /// The name of the next finding in the order of the score: 16 hexadecimal digits.
    mutating func next(_ finding: Finding) -> String {
        var hash = StableHash()
        hash.add(finding.rule)
        for label in finding.labels { hash.add(label) }
        hash.add("\(finding.place.beat)")
        for note in finding.notes { hash.add("\(note.pitch)") }
        let earlier = seen[hash.value, default: 0]
        seen[hash.value] = earlier + 1
        if earlier > 0 { hash.add("\(earlier)") }
        return hash.digits
    }
}
