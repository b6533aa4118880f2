internal import ScoreModel

/// A part of a score as an index has it.
public struct PartDescription: Hashable, Sendable {
    /// Its name; empty where the file has none.
    public let name: String
    /// Its first instrument; empty where the file names none.
    public let instrument: String
    /// The General MIDI program of that, from 0.
    public let program: Int?
    /// Its staves.
    public let staves: Int
    /// Its voices.
    public let voices: Int
    /// Its notes, tied ones counted once and rests left out.
    public let notes: Int
    /// Those of them that have no pitch.
    public let unpitched: Int
    /// The lowest key that sounds, middle C being 60.
    public let lowest: Int?
    /// The highest key that sounds.
    public let highest: Int?
    /// How many notes sound at a time at the most.
    public let polyphony: Int
    /// By how many semitones it sounds above what is written.
    public let transposition: Int
    /// Its syllables of lyrics.
    public let lyrics: Int
    /// Its fermatas.
    public let fermatas: Int

    init(_ part: Part) {
        name = part.name
        let first = part.instruments.first
        instrument = part.instruments.first { !$0.name.isEmpty }?.name ?? ""
        program = first?.midi?.program
        staves = part.staves
        voices = part.voices.count
        let struck = part.notes.filter { !$0.isRest && !$0.traits.contains(.cue) && !part.isContinued($0) }
        notes = struck.count
        unpitched = struck.count { $0.pitch == nil }
        let keys = struck.compactMap { $0.pitch == nil ? nil : part.soundingKey(of: $0) }
        (lowest, highest) = (keys.min(), keys.max())
        polyphony = PartDescription.polyphony(
            struck.filter { !$0.isGrace }.map { ($0.onset, $0.onset + part.tiedDuration(of: $0)) })
        transposition = part.transpositions.first?.value.semitones ?? 0
        lyrics = part.lyrics.count
        fermatas = part.fermatas.count
    }

    /// How many of some stretches of time overlap at the most.
    static func polyphony(_ stretches: [(start: Fraction, end: Fraction)]) -> Int {
        let starts = stretches.map(\.start).sorted()
        let ends = stretches.map(\.end).sorted()
        var (ended, most) = (0, 0)
        for (index, start) in starts.enumerated() {
            while ended < index, ends[ended] <= start { ended += 1 }
            most = max(most, index + 1 - ended)
        }
        return most
    }
}

extension Transposition {
    /// The whole semitones that it raises by.
    fileprivate var semitones: Int { Int(chromatic.thousandths) / 1000 + 12 * octaveChange }
}
