/// A chord: a root, what stands on it, and which of its tones is in the bass.
public struct Chord: Hashable, Sendable {
    /// A tone by its place in the stack of thirds.
    public enum Member: Int, Sendable, CaseIterable {
        case root, third, fifth, seventh
    }

    /// What it is built on; of an augmented sixth, the lowered sixth degree, which is its usual bass.
    public let root: TonalPitchClass
    /// What is built on it.
    public let quality: ChordQuality
    /// The tone in the bass.
    public let bass: Member

    /// A chord. A bass that it does not have is the root.
    public init(_ root: TonalPitchClass, _ quality: ChordQuality, bass: Member = .root) {
        self.root = root
        self.quality = quality
        self.bass = quality.interval(of: bass) == nil ? .root : bass
    }

    /// 0 for root position, 1 to 3 for the inversions.
    public var inversion: Int { bass.rawValue }

    /// The tone at a place of it.
    public subscript(_ member: Member) -> TonalPitchClass? { quality.interval(of: member).map { root + $0 } }

    /// The place of a pitch class in it, whatever the letter.
    public func member(_ pitchClass: Int) -> Member? {
        quality.member((pitchClass - root.pitchClass).modulo(12))
    }

    /// The same chord with another tone in the bass.
    public func over(_ bass: Member) -> Chord { Chord(root, quality, bass: bass) }
}

extension Chord: CustomStringConvertible {
    /// `G major-minor-seventh/B`.
    public var description: String {
        let own = "\(root) \(quality.rawValue)"
        return bass == .root ? own : own + (self[bass].map { "/\($0)" } ?? "")
    }
}
