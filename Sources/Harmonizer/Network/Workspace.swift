/// The numbers that a pass computes, kept between passes so that they allocate nothing.
public struct Workspace<Scalar: Real>: Sendable {
    var numbers: [Scalar] = []
    private var plan: WorkspacePlan?

    /// An empty one. It grows with the first batch.
    public init() {}

    /// Makes room for a pass.
    mutating func make(room plan: WorkspacePlan) {
        guard self.plan != plan else { return }
        self.plan = plan
        if numbers.count < plan.count { numbers = [Scalar](repeating: 0, count: plan.count) }
    }
}
