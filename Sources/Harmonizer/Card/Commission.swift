internal import ScoreModel

/// What somebody was asked to compose.
public struct Commission: Hashable, Sendable, Codable {
    /// Something that was supposed, found or done, so that the score could be a theme.
    public struct Adaptation: Hashable, Sendable, Codable {
        /// Its name in kebab case; `Docs/Themes.md` lists them.
        public let code: String
        /// What it is, in words.
        public let message: String
        /// The number of the measure, where it is at one place.
        public let measure: String?

        /// Both for people: `measure 3: the theme is silent …`.
        var text: String { (measure.map { "measure \($0): " } ?? "") + message }
    }

    /// The measures that were composed, by their printed numbers.
    public struct Region: Hashable, Sendable, Codable {
        /// The first one.
        public let first: String
        /// The last one.
        public let last: String
    }

    /// The names of the voices that stayed as they were, from the top.
    public let kept: [String]
    /// The names of the others.
    public let composed: [String]
    /// The measures that were composed; nil when all were.
    public let region: Region?
    /// How many semitones above the score the model read it.
    public let transposition: Int
    /// What was supposed, found or done, in the order in which it was.
    public let adaptations: [Adaptation]

    init(_ theme: Theme, measures: Range<Int>?) {
        let voices = theme.reading.places.enumerated()
        kept = voices.filter { theme.kept.contains($0.offset) }.map(\.element.label)
        composed = voices.filter { !theme.kept.contains($0.offset) }.map(\.element.label)
        let numbers = measures.map { theme.score.measures[$0.clamped(to: theme.score.measures.indices)].map(\.number) }
        region = numbers.flatMap { numbers in
            numbers.first.flatMap { first in numbers.last.map { Region(first: first, last: $0) } }
        }
        transposition = theme.transposition
        adaptations = theme.adaptations.map {
            Adaptation(code: $0.code, message: $0.message, measure: $0.place.measure)
        }
    }
}
