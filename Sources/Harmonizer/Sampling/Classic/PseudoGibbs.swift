internal import Foundation

/// Composes as DeepBach does, for comparison: a few cells at a time are drawn anew, each with all the others known, without rules.
///
/// In each iteration some cells of every free voice are chosen by chance and all drawn from the piece as it was before, so that cells which
/// change together do not know of each other. Temperature falls from 1.1 to 1 in the first 137 iterations (Hadjeres, Pachet and Nielsen,
/// “DeepBach: a Steerable Model for Bach Chorales Generation”, 2017; numbers from its authors' PyTorch code). Its network answers for one cell
/// at a time; ours answers for all of them in one pass, with the same meaning.
public struct PseudoGibbs: Hashable, Sendable {
    /// How often cells are drawn. As many times as DeepBach would when nil: a cell of the freest voice is drawn 62.5 times on average,
    /// as by 500 iterations for the 64 ticks that it composes by default.
    public var iterations: Int?
    /// How many cells of each voice are drawn in an iteration; one may be drawn twice.
    public var batch = 8
    /// Whether it begins with what free cells have, where they may have that; else all begin with tokens by chance.
    public var beginsWithPresent = false

    /// As DeepBach does it.
    public init() {}

    private static let visits = 62.5
    private static let (warmest, coolest, cooling): (Float, Float, Float) = (1.1, 1, 0.9993)

    /// The temperature of an iteration, from 0.
    func temperature(in iteration: Int) -> Float {
        max(Self.coolest, Self.warmest * pow(Self.cooling, Float(iteration + 1)))
    }

    /// Composes the free cells of a task.
    ///
    /// - Parameter seed: What random choices follow from.
    /// - Returns: The grid, all cells of which are known, in its canonical form.
    /// - Complexity: A pass of the network through the piece an iteration.
    public func compose(_ task: CompositionTask, with model: Model, seed: UInt64) -> Grid {
        var generator = SplitMix64(seed: SplitMix64.mix(seed))
        var sketch = Sketch(task, model)
        let voices = task.freeCells.filter { !$0.isEmpty }
        for cell in voices.joined() where !beginsWithPresent || !sketch.isAllowed(cell) {
            sketch.scatter(cell, &generator)
        }
        for iteration in 0..<(voices.isEmpty ? 0 : iterations(for: voices)) {
            let temperature = temperature(in: iteration)
            sketch.ask()
            for cells in voices {
                for _ in 0..<batch {
                    let cell = cells[Int.random(in: cells.indices, using: &generator)]
                    sketch.draw(cell, temperature: temperature, &generator)
                }
            }
        }
        return sketch.grid
    }

    /// How many iterations free cells of some voices take.
    func iterations(for voices: [[Int]]) -> Int {
        let most = voices.lazy.map(\.count).max() ?? 0
        return iterations ?? Int((Self.visits * Double(most) / Double(batch)).rounded(.up))
    }
}
