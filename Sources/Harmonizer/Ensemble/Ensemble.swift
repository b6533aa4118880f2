public import Counterpoint

/// Who performs four voices: what the voices are, and by which style they are judged.
///
/// A model knows the music of one ensemble; its ``Vocabulary`` says which. Whatever differs between choral and string music is an extension of this type.
public enum Ensemble: String, Hashable, Sendable, Codable, CaseIterable {
    /// Four voices that sing, as in Bach's chorales.
    case choir
    /// Two violins, viola and cello.
    case strings

    /// Its voices, from the top.
    public var roles: [Role] {
        switch self {
        case .choir: [.soprano, .alto, .tenor, .bass]
        case .strings: [.violin1, .violin2, .viola, .cello]
        }
    }

    /// What a model of its music knows.
    public var reach: Compass {
        switch self {
        case .choir: .chorales
        case .strings: .quartets
        }
    }

    /// What its members like to be asked for.
    public var compass: Compass {
        switch self {
        case .choir: .choir
        case .strings: .strings
        }
    }

    /// The style by whose rules its music is judged, where nobody asks for another.
    public var profile: Profile {
        switch self {
        case .choir: .chorale
        case .strings: .strings
        }
    }
}
