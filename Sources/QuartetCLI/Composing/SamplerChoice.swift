import ArgumentParser

/// How notes are drawn.
enum SamplerChoice: String, CaseIterable, ExpressibleByArgument {
    /// Settings side by side from left to right, led by rules: Quartet's own.
    case particles
    /// Cell by cell in any order, as DeepBach does.
    case gibbs
    /// Many cells at a time, hidden from each other, as Coconet does.
    case blocked
}
