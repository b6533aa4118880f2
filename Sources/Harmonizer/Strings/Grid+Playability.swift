/// What no player can play.
public struct UnplayableNote: Hashable, Sendable {
    /// The voice, from 0 at the top.
    public let voice: Int
    /// The tick in which it begins.
    public let tick: Int
    /// The note, or all notes of its chord, as MIDI key numbers from the lowest.
    public let keys: [Int]
}

extension Grid {
    /// The notes and stops that cannot be played: beyond what an instrument has, or further apart than a hand reaches.
    ///
    /// - Parameter instruments: What plays each voice, from the top.
    /// - Precondition: There is one for each voice.
    public func unplayable(on instruments: [StringInstrument]) -> [UnplayableNote] {
        precondition(instruments.count == voiceCount)
        return instruments.enumerated().flatMap { voice, instrument in
            notes(ofVoice: voice).compactMap { note in
                let keys = chord(of: note, inVoice: voice)
                let isPlayable =
                    keys.allSatisfy(instrument.all.contains)
                    && (keys.count == 1 || Fingering(keys, on: instrument) != nil)
                return isPlayable ? nil : UnplayableNote(voice: voice, tick: note.ticks.lowerBound, keys: keys)
            }
        }
    }
}
