/// The tones around each tone: those before and after it in its voice, and those that sound with it.
struct ToneNeighbours {
    /// The index of the tone before and of the one after; -1 where there is none.
    private(set) var previous: [Int]
    private(set) var next: [Int]
    /// The indices of the tones that sound with each, up to ``most`` that began before it and as many that begin later.
    private(set) var together: [[Int]]

    /// No chord tells more by its further tones.
    private static let most = 8

    /// - Parameter tones: Sorted by onset and key.
    init(_ tones: [Tone], lines: [Int]) {
        previous = Array(repeating: -1, count: tones.count)
        next = previous
        together = Array(repeating: [], count: tones.count)
        var last: [Int: Int] = [:]
        var sounding: [Int] = []
        for index in tones.indices {
            if let before = last.updateValue(index, forKey: lines[index]) {
                previous[index] = before
                next[before] = index
            }
            sounding.removeAll { tones[$0].end <= tones[index].onset }
            for other in sounding {
                together[index].append(other)
                if together[other].count < 2 * Self.most { together[other].append(index) }
            }
            sounding.append(index)
            if sounding.count > Self.most { sounding.removeFirst() }
        }
    }
}
