/// What kind of music a model knows: who performs it, and how it is put on a grid.
///
/// Whatever differs between choral and string music is an extension of this type: see `Docs/Grid.md`.
public enum Ensemble: String, Hashable, Sendable, Codable, CaseIterable {
    /// Four voices that sing, as in Bach's chorales: sixteenths, and phrases that end with a fermata.
    case choir
    /// Two violins, viola and cello: ticks as short as the notes need, rests, and double stops.
    case strings
}
