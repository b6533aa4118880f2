/// A column of the ids that a network looks up in its tables: see ``Features``.
struct FeatureColumn: RawRepresentable, Hashable, Sendable {
    let rawValue: Int

    /// One of the six parts of the context.
    static func context(_ part: Int) -> FeatureColumn { FeatureColumn(rawValue: part) }
    /// What the forward stack reads of a voice.
    static func forward(_ voice: Int) -> FeatureColumn { FeatureColumn(rawValue: 6 + voice) }
    /// What the backward stack reads of a voice.
    static func backward(_ voice: Int) -> FeatureColumn { FeatureColumn(rawValue: 10 + voice) }
    /// What sounds in a voice, as the forward stack knows it: the token that a hold prolongs.
    static func sounding(_ voice: Int) -> FeatureColumn { FeatureColumn(rawValue: 14 + voice) }
    /// What sounded in a voice one tick before.
    static func previous(_ voice: Int) -> FeatureColumn { FeatureColumn(rawValue: 18 + voice) }
    /// What a voice does next, as the backward stack knows it: the first token after this tick that is no hold.
    static func next(_ voice: Int) -> FeatureColumn { FeatureColumn(rawValue: 22 + voice) }
    /// What a head sees of a voice.
    static func seen(head: Int, voice: Int) -> FeatureColumn { FeatureColumn(rawValue: 26 + 4 * head + voice) }
    /// What sounds in a voice, as far as a head sees it.
    static func seenSounding(head: Int, voice: Int) -> FeatureColumn { FeatureColumn(rawValue: 42 + 4 * head + voice) }
    /// The interval between two columns of tokens, by its number in ``intervals``.
    static func interval(_ number: Int) -> FeatureColumn { FeatureColumn(rawValue: 58 + number) }

    /// The interval between two columns of tokens, by the number of the head and of the interval within the head.
    static func interval(head: Int, _ number: Int) -> FeatureColumn {
        FeatureColumn(rawValue: 58 + NetworkShape.headIntervals * head + number)
    }
    /// How many columns there are.
    static let count = 58 + NetworkShape.headIntervals * NetworkShape.voices

    /// What a pitch of a head's voice stands in an interval to: its own notes before and after, the other voices' now, before and after.
    static func references(head: Int) -> [FeatureColumn] {
        let others = others(head)
        return [previous(head), next(head)] + others.map { seenSounding(head: head, voice: $0) }
            + others.map { previous($0) }
            + others.map { next($0) }
    }

    /// The voices that are not a head's own, from the top.
    static func others(_ head: Int) -> [Int] { (0..<NetworkShape.voices).filter { $0 != head } }

    /// Between which columns a head reads intervals.
    static func intervals(head: Int) -> [(FeatureColumn, FeatureColumn)] {
        let voices = others(head)
        let others = voices.map { seenSounding(head: head, voice: $0) }
        return [(previous(head), next(head))] + others.map { (previous(head), $0) } + [
            (others[0], others[1]), (others[1], others[2]), (others[0], others[2]), (next(head), others[2]),
        ] + voices.map { (next(head), next($0)) }
    }
}
