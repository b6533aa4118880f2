/// How one hand holds notes that sound together on a string instrument: the way that stretches it least.
///
///     Fingering([50, 62], on: .cello)        // an octave with the open D string
///     Fingering([56, 58], on: .violin)       // nil: both on the lowest string
///
/// Each note has a string of its own, and the strings are neighbours: the bow takes two at a time, and breaks chords of three or four over the
/// strings as they lie. Open strings are free. All other notes are stopped within the reach of a hand; one finger may stop two strings at the same
/// place, which makes a fifth. Scordatura and harmonics are left out.
public struct Fingering: Hashable, Sendable {
    /// Where a note is held.
    public struct Place: Hashable, Sendable {
        /// The string, from 0 for the lowest.
        public let string: Int
        /// How many semitones above the open string it is stopped; 0 for the open string.
        public let semitones: Int
    }

    /// Where each of the notes is held, in their order.
    public let places: [Place]
    /// How far apart the outer fingers stand, as a share of the string's length.
    public let stretch: Double
    /// Whether the hand leaves the frame that it has in ordinary parts.
    public let isExtended: Bool

    /// The easiest way to hold notes; nil when there is none.
    ///
    /// - Parameter keys: From one to four MIDI key numbers. Two may be the same: a unison on two strings.
    public init?(_ keys: [Int], on instrument: StringInstrument) {
        let strings = instrument.strings
        guard (1...strings.count).contains(keys.count) else { return nil }
        let highest = instrument.all.upperBound - (strings.last ?? 0)
        var best: (places: [Place], stretch: Double)?
        var held: [Place] = []
        /// Finds a string for each further note among those of a group of neighbours.
        func hold(among group: Range<Int>) {
            guard held.count < keys.count else {
                let stopped = held.map(\.semitones).filter { $0 > 0 }
                let stretch = StringInstrument.stretch(from: stopped.min() ?? 0, to: stopped.max() ?? 0)
                if best.map({ stretch < $0.stretch }) ?? true { best = (held, stretch) }
                return
            }
            for string in group where !held.contains(where: { $0.string == string }) {
                let semitones = keys[held.count] - strings[string]
                guard (0...highest).contains(semitones) else { continue }
                held.append(Place(string: string, semitones: semitones))
                hold(among: group)
                held.removeLast()
            }
        }
        for first in 0...strings.count - keys.count { hold(among: first..<first + keys.count) }
        guard let best, best.stretch <= instrument.reach else { return nil }
        (places, stretch, isExtended) = (best.places, best.stretch, best.stretch > instrument.frame)
    }
}
