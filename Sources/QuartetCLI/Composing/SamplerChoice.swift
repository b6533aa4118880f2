import ArgumentParser
import Harmonizer

/// How notes are drawn.
enum SamplerChoice: String, CaseIterable, ExpressibleByArgument {
    /// Settings side by side from left to right, led by rules: Quartet's own.
    case particles
    /// Cell by cell in any order, as DeepBach does.
    case gibbs
    /// Many cells at a time, hidden from each other, as Coconet does.
    case blocked

    /// How another program's sampler composes a task, given a seed; nil for Quartet's own.
    func composing(with model: Model) -> (@Sendable (CompositionTask, UInt64) -> Grid)? {
        switch self {
        case .particles: nil
        case .gibbs: { task, seed in PseudoGibbs().compose(task, with: model, seed: seed) }
        case .blocked: { task, seed in BlockedGibbs().compose(task, with: model, seed: seed) }
        }
    }
}
