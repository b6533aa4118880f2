/// The white space between the tags of a document, each run stored once: indentation repeats itself.
struct SpaceTable: Sendable {
    /// No white space of its own: the writer indents.
    static let automatic: UInt16 = 0
    /// No white space at all.
    static let none: UInt16 = 1

    private var runs: [[UInt8]] = [[], []]
    private var indices: [[UInt8]: UInt16] = [[]: none]
    /// The run that was looked up last: most lines are indented like one of their neighbours.
    private var recent: [UInt16] = [none, none, none, none]

    subscript(index: UInt16) -> [UInt8] { runs[Int(index)] }

    /// The index of a run; `automatic` when there are too many different ones to keep.
    mutating func intern(_ run: ArraySlice<UInt8>) -> UInt16 {
        let slot = run.count & 3
        if runs[Int(recent[slot])].elementsEqual(run) { return recent[slot] }
        let key = Array(run)
        let index: UInt16
        if let known = indices[key] {
            index = known
        } else {
            guard runs.count < Int(UInt16.max) else { return SpaceTable.automatic }
            index = UInt16(runs.count)
            runs.append(key)
            indices[key] = index
        }
        recent[slot] = index
        return index
    }
}
