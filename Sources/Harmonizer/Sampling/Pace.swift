internal import Foundation
internal import ScoreModel

/// How fast the given voices of a task go, and what that asks of those who are composed.
///
/// A chorale tune moves more slowly than the first violin of a quartet; a network that is given one writes slowly too. Where three instruments
/// accompany such a tune they are to be as lively as those of a quartet, so they are pushed the more towards notes the slower it is.
struct Pace {
    /// What is added to the log-odds that a note begins.
    let push: Float
    /// What it costs to begin to repeat a note, in nats: pushed towards notes, a network strikes again what it has.
    var repetition: Float { push * Self.monotony }

    init(_ task: CompositionTask) {
        let grid = task.grid
        guard grid.vocabulary.ensemble == .strings else {
            push = 0
            return
        }
        var (notes, length) = (0, Fraction.zero)
        for voice in 0..<grid.voiceCount {
            for note in grid.notes(ofVoice: voice) where !task.isFree[grid.voiceCount * note.ticks.lowerBound + voice] {
                notes += 1
                length = length + grid.times[note.ticks.upperBound] - grid.times[note.ticks.lowerBound]
            }
        }
        guard notes > 0, length > .zero else {
            push = 0
            return
        }
        let pace = Double(notes) / length.doubleValue
        push = Float(min(max(log(Self.usual / pace) * Self.steepness, 0), Self.most))
    }

    /// The notes a quarter note of the first violins of 152 quartets, while they sound.
    private static let usual = 1.6
    /// What makes what is composed around chorale tunes as lively as quartets are.
    private static let steepness = 3.7
    private static let most = 2.5
    /// With this, repeated notes come as often as in quartets.
    private static let monotony: Float = 0.35
}
