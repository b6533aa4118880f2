/// All chords that the search knows, numbered: twelve roots times the qualities.
enum ChordShape {
    static let qualities = ChordQuality.allCases
    static let count = 12 * qualities.count

    /// The number of a chord.
    static func index(root: Int, _ quality: Int) -> Int { root * qualities.count + quality }
    /// The pitch class of its root.
    static func root(_ index: Int) -> Int { index / qualities.count }
    /// What stands on it.
    static func quality(_ index: Int) -> ChordQuality { qualities[index % qualities.count] }
    /// The same chord so many semitones lower.
    static func lowered(_ index: Int, by semitones: Int) -> Int {
        self.index(root: (root(index) - semitones).modulo(12), index % qualities.count)
    }

    /// For each quality, whether it is a seventh chord.
    static let hasSeventh = qualities.map(\.isSeventh)

    /// The pitch classes of each, as bits.
    static let masks: [UInt16] = (0..<count).map { index in
        quality(index).pitchClasses(on: root(index))
    }

    /// The pitch class of each tone of each chord, -1 where it has none: four a chord.
    static let tones: [Int8] = (0..<count).flatMap { index in
        Chord.Member.allCases.map { member in
            quality(index).interval(of: member).map { Int8((root(index) + $0 * 7).modulo(12)) } ?? -1
        }
    }

    /// Letters from the root to each tone, four a quality.
    static let letters: [Int8] = qualities.flatMap { quality in
        Chord.Member.allCases.map { member in Int8(((quality.interval(of: member) ?? 0) * 4).modulo(7)) }
    }

    /// The number of a major key, from 0 by its tonic, and of a minor key, from 12.
    static func key(_ tonality: Tonality) -> Int {
        tonality.tonic.pitchClass + (tonality.mode == .minor ? 12 : 0)
    }
}
