/// The white space between the tags of a document as numbers: a line break and its indentation say themselves, any other run is
/// stored once.
struct SpaceTable: Sendable {
    /// No white space of its own: the writer indents.
    static let automatic: UInt16 = 0
    /// No white space at all.
    static let none: UInt16 = 1

    /// Numbers from here on are a line break followed by as many blanks, or tabs with the next bit, as the rest says.
    private static let regular: UInt16 = 0x8000
    private static let tabs: UInt16 = 0x4000

    private var runs: [[UInt8]] = [[], []]
    private var indices: [[UInt8]: UInt16] = [[]: none]

    subscript(index: UInt16) -> [UInt8] {
        var run: [UInt8] = []
        append(index, to: &run)
        return run
    }

    /// Appends a run to text.
    func append(_ index: UInt16, to text: inout [UInt8]) {
        guard index & SpaceTable.regular != 0 else {
            text.append(contentsOf: runs[Int(index)])
            return
        }
        text.append(0x0A)
        text.append(
            contentsOf: repeatElement(index & SpaceTable.tabs != 0 ? 0x09 : 0x20, count: Int(index & ~0xC000)))
    }

    /// The number of a line break and its indentation; nil for anything else.
    @inline(__always)
    static func regular(_ run: UnsafeBufferPointer<UInt8>) -> UInt16? {
        guard unsafe !run.isEmpty && run[0] == 0x0A, run.count <= 0x4000 else { return nil }
        guard run.count > 1 else { return regular }
        let indent = unsafe run[1]
        guard indent == 0x20 || indent == 0x09 else { return nil }
        for index in 2..<max(run.count, 2) { guard unsafe run[index] == indent else { return nil } }
        return regular | (indent == 0x09 ? tabs : 0) | UInt16(run.count - 1)
    }

    /// The number of a run; `automatic` when there are too many different ones to keep.
    mutating func intern(_ run: ArraySlice<UInt8>) -> UInt16 {
        if let number = unsafe run.withUnsafeBufferPointer({ unsafe SpaceTable.regular($0) }) { return number }
        let key = Array(run)
        if let known = indices[key] { return known }
        guard runs.count < Int(SpaceTable.regular) else { return SpaceTable.automatic }
        let index = UInt16(runs.count)
        runs.append(key)
        indices[key] = index
        return index
    }
}
