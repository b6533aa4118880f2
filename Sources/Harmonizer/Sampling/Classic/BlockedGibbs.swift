/// Composes as Coconet does, for comparison: many cells at a time are hidden and drawn anew from one pass, independently of each other,
/// without rules.
///
/// At first all free cells are drawn with all of them hidden. Then, in each step, each is hidden or not by chance: nine of ten in the beginning,
/// ever fewer, and one of ten in the last three tenths of the steps (Huang, Cooijmans, Roberts, Courville and Eck, “Counterpoint by convolution”,
/// 2017; the schedule is that of Yao and others, 2014, with the numbers of the Magenta code).
public struct BlockedGibbs: Hashable, Sendable {
    /// How often cells are hidden and drawn. Coconet takes as many steps as there are free cells, some seven hundred for the lower voices of
    /// a short chorale; in the prototype of this network 200 steps left no fewer odd leaps than 60, and nearly as many parallels.
    public var steps = 60

    /// With the usual number of steps.
    public init() {}

    fileprivate static let temperature: Float = 0.99
    private static let (most, least, share) = (0.9, 0.1, 0.7)

    /// How probably a cell is hidden in a step, from 0.
    func hiding(in step: Int) -> Double {
        max(Self.least, Self.most - (Self.most - Self.least) * Double(step) / (Self.share * Double(steps)))
    }

    /// Composes the free cells of a task.
    ///
    /// - Parameter seed: What random choices follow from.
    /// - Returns: The grid, all cells of which are known, in its canonical form.
    /// - Complexity: A pass of the network through the piece a step.
    public func compose(_ task: CompositionTask, with model: Model, seed: UInt64) -> Grid {
        var generator = SplitMix64(seed: SplitMix64.mix(seed))
        var sketch = Sketch(task, model)
        let free = task.freeCells.flatMap { $0 }
        sketch.redraw(free, &generator)
        for step in 0..<steps {
            let share = hiding(in: step)
            sketch.redraw(free.filter { _ in generator.unit() < share }, &generator)
        }
        return sketch.grid
    }
}

extension Sketch {
    /// Hides cells and draws them, none knowing of the others.
    fileprivate mutating func redraw(_ cells: [Int], _ generator: inout SplitMix64) {
        guard !cells.isEmpty else { return }
        ask(hiding: cells)
        for cell in cells { draw(cell, temperature: BlockedGibbs.temperature, &generator) }
    }
}
