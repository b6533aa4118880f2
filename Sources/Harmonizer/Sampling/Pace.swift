internal import Foundation
internal import ScoreModel

/// How fast the given voices of a task go, and what that asks of those who are composed.
///
/// A chorale tune moves more slowly than the first violin of a quartet; a network that is given one writes slowly too. Where three instruments
/// accompany such a tune they are to be as lively as those of a quartet, so they are pushed the more towards notes the slower it is, and most
/// towards those between the eighths, which the network expects least.
struct Pace {
    /// What is added to the log-odds that a note begins, for each tick.
    let pushes: [Float]
    /// The logarithm of how much slower than usual the given notes are; 0 where they are not, or there are none.
    let slowness: Float

    init(_ task: CompositionTask) {
        let grid = task.grid
        let slowness = grid.vocabulary.ensemble == .strings ? Self.slowness(of: task) : 0
        let ends = grid.ticks.map { $0.endsPhrase == true }
        pushes = grid.ticks.indices.map { tick in
            // Where a phrase has come to its end nobody is pushed on.
            guard tick == 0 || !ends[tick] || !ends[tick - 1] else { return 0 }
            let place = grid.ticks[tick].placeInBeat ?? grid.times[tick]
            return slowness * (place.isWhole ? Self.onBeats : (place * 2).isWhole ? Self.onHalves : Self.between)
        }
        self.slowness = slowness
    }

    private static func slowness(of task: CompositionTask) -> Float {
        let grid = task.grid
        var (notes, length) = (0, Fraction.zero)
        for voice in 0..<grid.voiceCount {
            for note in grid.notes(ofVoice: voice) where !task.isFree[grid.voiceCount * note.ticks.lowerBound + voice] {
                notes += 1
                length = length + grid.times[note.ticks.upperBound] - grid.times[note.ticks.lowerBound]
            }
        }
        guard notes > 0, length > .zero else { return 0 }
        let pace = Double(notes) / length.doubleValue
        return Float(min(max(log(usual / pace), 0), slowest))
    }

    /// The notes a quarter note of the first violins of 152 quartets, while they sound.
    private static let usual = 1.6
    /// Themes that are slower than this, which is half as fast as usual, are pushed no more.
    private static let slowest = 0.68

    // Set so that what is composed around twenty chorale tunes of the training part has the lengths and places of notes and rests
    // that quartets have. A slow theme makes notes between eighths the least likely, so these are pushed most.
    private static let onBeats: Float = 2.2
    private static let onHalves: Float = 3.4
    private static let between: Float = 6.2
}
