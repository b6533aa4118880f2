/// What kind of music tones make, which tells how to write them down.
public struct Texture: Hashable, Sendable {
    /// A kind of music.
    public enum Kind: Hashable, Sendable {
        /// One line: a melody, whose tones may overlap a little.
        case line
        /// A line that has chords now and then, such as the double stops of a violin.
        case chords
        /// So many independent voices.
        case voices(Int)
        /// Keyboard music for two hands.
        case keyboard
    }

    /// The kind.
    public let kind: Kind
    /// How sure that is, from 0 to 1.
    public let confidence: Double

    /// Where one kind passes into another, seen in chorales, string parts and piano parts; each with the distance at which no doubt is
    /// left.
    private enum Border {
        /// The share of the time with more than one tone: below 0.2 in string parts, above 0.7 in piano parts.
        static let polyphony = (at: 0.45, sure: 0.2)
        /// How many tones sound on the average, of those that do at the most: above 0.9 in chorales, mostly below 0.7 in piano parts.
        static let density = (at: 0.75, sure: 0.15)
        /// The share of chords' tones that begin and end together: below 0.75 in chorales.
        static let togetherness = (at: 0.85, sure: 0.1)
        /// The mean distance between the lowest and the highest tone, in semitones: below 2 in string parts, mostly above 12 in piano parts.
        static let width = (at: 9.0, sure: 4.0)
        /// More voices than these are not told from chords.
        static let mostVoices = 8
    }

    /// Judges tones in any order.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ tones: [Tone]) {
        let (soundings, _) = tones.inOrder()
        guard let polyphony = Polyphony(soundings) else {
            (kind, confidence) = (.keyboard, 0)
            return
        }
        guard polyphony.voices > 1, let time = polyphony.times.first, polyphony.times.count > 1 else {
            (kind, confidence) = (.line, 1)
            return
        }
        let voices = polyphony.voices
        let texture = Together(soundings)
        let density = polyphony.times.prefix(voices).reduce(0, +) / time / Double(voices)
        let isPolyphonic = Texture.certainty(polyphony.times[1] / time, Border.polyphony)
        let isDense = voices > Border.mostVoices ? -1 : Texture.certainty(density, Border.density)
        let isTogether = Texture.certainty(texture.share, Border.togetherness)
        let isWide = Texture.certainty(texture.width, Border.width)
        let isVoices = min(isPolyphonic, isDense, -isTogether)
        let isKeyboard = min(isPolyphonic, -isVoices, max(isWide, -isTogether))
        let strongest: (kind: Kind, certainty: Double) =
            isVoices > 0
            ? (.voices(voices), isVoices) : isKeyboard > 0 ? (.keyboard, isKeyboard) : (.chords, -isKeyboard)
        kind = strongest.kind
        confidence = (1 + strongest.certainty) / 2
    }

    /// From -1, surely below a border, to 1, surely above.
    private static func certainty(_ value: Double, _ border: (at: Double, sure: Double)) -> Double {
        min(max((value - border.at) / border.sure, -1), 1)
    }

    /// How tones sound together.
    private struct Together {
        /// The share of tones that begin and end with all that sounds, of those that do not sound alone.
        var share = 0.0
        /// The mean distance from the lowest to the highest sounding key where tones begin.
        var width = 0.0

        init(_ tones: [Sounding]) {
            let moments = tones.moments()
            var active: [Sounding] = []
            var (together, accompanied) = (0, 0)
            for moment in moments {
                active.removeAll { $0.end <= tones[moment.lowerBound].onset }
                let held = active.filter { tone in moment.contains { tone.sounds(against: tones[$0]) } }
                if held.count + moment.count > 1 {
                    accompanied += moment.count
                    let isChord = moment.allSatisfy { tones[$0].end == tones[moment.lowerBound].end }
                    if held.isEmpty && isChord { together += moment.count }
                }
                active += tones[moment]
                let keys = active.map(\.key)
                width += Double((keys.max() ?? 0) - (keys.min() ?? 0))
            }
            if accompanied > 0 { share = Double(together) / Double(accompanied) }
            if !moments.isEmpty { width /= Double(moments.count) }
        }
    }
}
